ALTER TABLE person ADD COLUMN last_sign_in_at timestamptz;

CREATE TABLE person_link (
    hash bytea NOT NULL,
    person_id uuid NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    closed_at timestamptz,
    CONSTRAINT person_link_pk PRIMARY KEY (hash),
    CONSTRAINT person_link_person_fk FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT person_link_sha256 CHECK (octet_length(hash) = 32)
);
COMMENT ON TABLE person_link IS
    'One-time links with which an invited person, or one whose password was reset, sets an own password.';
COMMENT ON COLUMN person_link.closed_at IS 'When it was used, replaced by a newer one, or taken back.';
CREATE UNIQUE INDEX person_link_one_open ON person_link (person_id) WHERE closed_at IS NULL;
GRANT SELECT, INSERT ON person_link TO "${appRole}";
GRANT UPDATE (closed_at) ON person_link TO "${appRole}";

ALTER TABLE team_deployment ADD CONSTRAINT team_deployment_deployment_fk
    FOREIGN KEY (deployment) REFERENCES deployment (key);
