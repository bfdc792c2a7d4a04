-- What was signed stays with whoever got it; here is only what answering for it needs.
CREATE TABLE attestation (
    id uuid NOT NULL,
    model text NOT NULL,
    revision text NOT NULL,
    deployment_key text NOT NULL,
    format text NOT NULL,
    key_id text NOT NULL,
    payload_sha256 text NOT NULL,
    issued_at timestamptz NOT NULL,
    valid_until timestamptz NOT NULL,
    CONSTRAINT attestation_pk PRIMARY KEY (id),
    CONSTRAINT attestation_revision_is_commit CHECK (revision ~ '^[0-9a-f]{40}$'),
    CONSTRAINT attestation_format_known CHECK (format IN ('svr', 'vsa', 'jwt')),
    CONSTRAINT attestation_key_id_shape CHECK (key_id ~ '^[0-9a-f]{64}$'),
    CONSTRAINT attestation_payload_shape CHECK (payload_sha256 ~ '^[0-9a-f]{64}$'),
    CONSTRAINT attestation_lives_a_day_at_most CHECK (
        valid_until > issued_at AND valid_until <= issued_at + interval '24 hours')
);
COMMENT ON TABLE attestation IS
    'Signed permissions that were handed out. Whether one still stands is asked of the gate anew each time.';
COMMENT ON COLUMN attestation.id IS 'Random: who has the attestation may ask about it, and nobody can guess another.';
COMMENT ON COLUMN attestation.payload_sha256 IS 'Of the bytes that were signed, so that a status belongs to one document.';
CREATE INDEX attestation_old ON attestation (valid_until);
GRANT SELECT, INSERT, DELETE ON attestation TO "${appRole}";
