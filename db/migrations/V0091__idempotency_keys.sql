CREATE TABLE idempotency_key (
    caller text NOT NULL,
    key text NOT NULL,
    request_sha256 bytea NOT NULL,
    made_at timestamptz NOT NULL,
    status integer NOT NULL,
    answer text NOT NULL,
    location text NOT NULL,
    CONSTRAINT idempotency_key_pk PRIMARY KEY (caller, key)
);
COMMENT ON TABLE idempotency_key IS
    'Answers to requests that programs may send again; written with the effect, so that there are both or neither.';
COMMENT ON COLUMN idempotency_key.request_sha256 IS 'Of method, address and body: the same key with another request is refused.';
CREATE INDEX idempotency_key_old ON idempotency_key (made_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency_key TO "${appRole}";
