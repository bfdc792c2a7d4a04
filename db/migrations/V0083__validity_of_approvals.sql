ALTER TABLE approval ADD COLUMN record_id bigint;
ALTER TABLE approval ADD CONSTRAINT approval_record_fk FOREIGN KEY (record_id) REFERENCES decision_record (id);
COMMENT ON COLUMN approval.record_id IS
    'The decision of record that was written with it; absent for approvals from before there was one.';
-- The gate names what is approved of a model at other revisions, and lists go by model and deployment.
CREATE INDEX approval_by_model ON approval (lower(model), deployment_key, id);
CREATE INDEX approval_by_deployment ON approval (deployment_key, id);

CREATE TABLE approval_stale (
    approval_id uuid NOT NULL,
    since timestamptz NOT NULL,
    basis text NOT NULL,
    changes text NOT NULL,
    grace_until timestamptz,
    over_at timestamptz,
    CONSTRAINT approval_stale_pk PRIMARY KEY (approval_id, since),
    CONSTRAINT approval_stale_approval_fk FOREIGN KEY (approval_id) REFERENCES approval (id),
    CONSTRAINT approval_stale_grace CHECK (grace_until IS NULL OR grace_until > since),
    CONSTRAINT approval_stale_term CHECK (over_at IS NULL OR over_at >= since)
);
COMMENT ON TABLE approval_stale IS
    'When what an approval stands on was found to be another, and how. A row is for one state of things: the next '
    'change ends it and begins another.';
COMMENT ON COLUMN approval_stale.basis IS 'Digest of what was found instead; empty where nothing is on record any more.';
COMMENT ON COLUMN approval_stale.changes IS 'JSON: each difference from what people decided on.';
COMMENT ON COLUMN approval_stale.grace_until IS 'Until when it goes on to lift what it lifted; absent where it stops at once.';
CREATE UNIQUE INDEX approval_stale_one ON approval_stale (approval_id) WHERE over_at IS NULL;
GRANT SELECT, INSERT ON approval_stale TO "${appRole}";
GRANT UPDATE (over_at) ON approval_stale TO "${appRole}";
