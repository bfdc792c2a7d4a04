CREATE TABLE session (
    id_hash bytea NOT NULL,
    person_id uuid NOT NULL,
    created_at timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    CONSTRAINT session_pk PRIMARY KEY (id_hash),
    CONSTRAINT session_person_fk FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT session_id_sha256 CHECK (octet_length(id_hash) = 32)
);
COMMENT ON TABLE session IS
    'Signed-in browsers. Only hashes of ids are kept: whoever reads this table can neither continue a session nor '
    'make a form token, which is derived from the id.';
CREATE INDEX session_by_person ON session (person_id);
CREATE INDEX session_by_expiry ON session (expires_at);
GRANT SELECT, INSERT, DELETE ON session TO "${appRole}";
GRANT UPDATE (last_seen_at) ON session TO "${appRole}";

CREATE TABLE sign_in_failure (
    bucket bytea NOT NULL,
    failures integer NOT NULL,
    window_ends_at timestamptz NOT NULL,
    CONSTRAINT sign_in_failure_pk PRIMARY KEY (bucket)
);
COMMENT ON TABLE sign_in_failure IS
    'Failed sign-ins counted by a hash of the login and by a hash of the address, over every instance, so that '
    'guessing is slow wherever it arrives.';
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_failure TO "${appRole}";
