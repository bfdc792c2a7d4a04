CREATE TABLE api_token (
    id uuid NOT NULL,
    name text NOT NULL,
    prefix text NOT NULL,
    secret_hash bytea NOT NULL,
    scope text NOT NULL,
    owner_kind text NOT NULL,
    owner_id uuid,
    created_at timestamptz NOT NULL,
    expires_at timestamptz,
    revoked_at timestamptz,
    last_used_at timestamptz,
    version bigint NOT NULL,
    CONSTRAINT api_token_pk PRIMARY KEY (id),
    CONSTRAINT api_token_secret_unique UNIQUE (secret_hash),
    CONSTRAINT api_token_owner_fk FOREIGN KEY (owner_id) REFERENCES person (id),
    CONSTRAINT api_token_scope_known CHECK (scope IN ('read', 'gate', 'write')),
    CONSTRAINT api_token_owner_known CHECK ((owner_kind = 'person') = (owner_id IS NOT NULL)
        AND owner_kind IN ('person', 'host')),
    CONSTRAINT api_token_secret_sha256 CHECK (octet_length(secret_hash) = 32)
);
COMMENT ON TABLE api_token IS
    'Bearer tokens of programs. The secret is random enough for one plain SHA-256; the prefix is for people who '
    'must recognize a token in a list.';
CREATE INDEX api_token_by_owner ON api_token (owner_id);
GRANT SELECT, INSERT ON api_token TO "${appRole}";
GRANT UPDATE (name, revoked_at, last_used_at, version) ON api_token TO "${appRole}";

CREATE TABLE setup_link (
    hash bytea NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    closed_at timestamptz,
    CONSTRAINT setup_link_pk PRIMARY KEY (hash),
    CONSTRAINT setup_link_sha256 CHECK (octet_length(hash) = 32)
);
COMMENT ON TABLE setup_link IS
    'One-time links that create the first administrator while nobody can sign in yet. Only one is open: locking '
    'it keeps two people from both becoming the first.';
COMMENT ON COLUMN setup_link.closed_at IS 'When it was used, or replaced by a newer one.';
CREATE UNIQUE INDEX setup_link_one_open ON setup_link ((closed_at IS NULL)) WHERE closed_at IS NULL;
GRANT SELECT, INSERT ON setup_link TO "${appRole}";
GRANT UPDATE (closed_at) ON setup_link TO "${appRole}";
