CREATE TABLE policy (
    key text NOT NULL,
    CONSTRAINT policy_pk PRIMARY KEY (key),
    CONSTRAINT policy_key_shape CHECK (key ~ '^[a-z0-9][a-z0-9-]{0,62}$')
);
COMMENT ON TABLE policy IS 'A named set of rules; its versions hold the text.';
GRANT SELECT, INSERT ON policy TO "${appRole}";

CREATE TABLE policy_version (
    key text NOT NULL,
    version integer NOT NULL,
    source text NOT NULL,
    digest text NOT NULL,
    state text NOT NULL,
    created_at timestamptz NOT NULL,
    created_by uuid,
    CONSTRAINT policy_version_pk PRIMARY KEY (key, version),
    CONSTRAINT policy_version_policy_fk FOREIGN KEY (key) REFERENCES policy (key),
    CONSTRAINT policy_version_author_fk FOREIGN KEY (created_by) REFERENCES person (id),
    CONSTRAINT policy_version_state_known CHECK (state IN ('draft', 'active', 'retired')),
    CONSTRAINT policy_version_counts CHECK (version >= 1)
);
COMMENT ON TABLE policy_version IS 'The YAML of a policy as its author wrote it. Only the state moves.';
CREATE UNIQUE INDEX policy_version_one_active ON policy_version (key) WHERE state = 'active';
GRANT SELECT, INSERT ON policy_version TO "${appRole}";
GRANT UPDATE (state) ON policy_version TO "${appRole}";
