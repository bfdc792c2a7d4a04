CREATE TABLE blob (
    sha256 bytea NOT NULL,
    codec smallint NOT NULL,
    length integer NOT NULL,
    body bytea NOT NULL,
    CONSTRAINT blob_pk PRIMARY KEY (sha256),
    CONSTRAINT blob_sha256 CHECK (octet_length(sha256) = 32),
    CONSTRAINT blob_codec_known CHECK (codec IN (0, 1)),
    CONSTRAINT blob_length_counts CHECK (length >= 0)
);
-- Bodies are compressed already: a second try by the server would only cost time.
ALTER TABLE blob ALTER COLUMN body SET STORAGE EXTERNAL;
COMMENT ON TABLE blob IS
    'One copy of each raw answer and text, by the hash of its uncompressed bytes. Never changed: evidence is '
    'cited by hash.';
COMMENT ON COLUMN blob.codec IS '0 = as it is, 1 = gzip';
COMMENT ON COLUMN blob.length IS 'Bytes before compression.';
GRANT SELECT, INSERT ON blob TO "${appRole}";

CREATE TABLE knowledge (
    digest text NOT NULL,
    engine_version text NOT NULL,
    body_sha256 bytea NOT NULL,
    recorded_at timestamptz NOT NULL,
    activated_at timestamptz,
    active boolean NOT NULL,
    CONSTRAINT knowledge_pk PRIMARY KEY (digest),
    CONSTRAINT knowledge_body_fk FOREIGN KEY (body_sha256) REFERENCES blob (sha256),
    CONSTRAINT knowledge_active_since CHECK (NOT active OR activated_at IS NOT NULL)
);
COMMENT ON TABLE knowledge IS
    'Bundles of licenses and jurisdictions by digest. One is active in a database, else two instances would '
    'give two answers during a rolling update.';
CREATE UNIQUE INDEX knowledge_one_active ON knowledge (active) WHERE active;
GRANT SELECT, INSERT ON knowledge TO "${appRole}";
GRANT UPDATE (activated_at, active) ON knowledge TO "${appRole}";
