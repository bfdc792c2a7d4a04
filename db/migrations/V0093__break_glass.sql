CREATE TABLE break_glass (
    id uuid NOT NULL,
    request_id uuid NOT NULL,
    round integer NOT NULL,
    person uuid NOT NULL,
    model_id bigint NOT NULL,
    model text NOT NULL,
    revision text NOT NULL,
    deployment_key text NOT NULL,
    lifts text NOT NULL,
    basis text NOT NULL,
    reason text NOT NULL,
    from_at timestamptz NOT NULL,
    until_at timestamptz NOT NULL,
    ended_at timestamptz,
    CONSTRAINT break_glass_pk PRIMARY KEY (id),
    CONSTRAINT break_glass_once UNIQUE (request_id, round),
    CONSTRAINT break_glass_request_fk FOREIGN KEY (request_id) REFERENCES approval_request (id),
    CONSTRAINT break_glass_person_fk FOREIGN KEY (person) REFERENCES person (id),
    CONSTRAINT break_glass_model_fk FOREIGN KEY (model_id) REFERENCES model (id),
    CONSTRAINT break_glass_says_why CHECK (btrim(reason) <> ''),
    CONSTRAINT break_glass_term CHECK (until_at > from_at AND until_at <= from_at + interval '168 hours')
);
COMMENT ON TABLE break_glass IS
    'Emergencies in which somebody went ahead of an approval, for hours and once in a round of the request that has to '
    'follow.';
COMMENT ON COLUMN break_glass.lifts IS 'JSON: ids of the findings that people would have to lift.';
COMMENT ON COLUMN break_glass.basis IS 'Digest of what stood there; on anything else it lifts nothing.';
CREATE INDEX break_glass_acting ON break_glass (until_at) WHERE ended_at IS NULL;
CREATE INDEX break_glass_of_model ON break_glass (model_id, revision, deployment_key);
GRANT SELECT, INSERT ON break_glass TO "${appRole}";
GRANT UPDATE (ended_at) ON break_glass TO "${appRole}";
