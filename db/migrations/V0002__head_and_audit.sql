CREATE TABLE head (
    id smallint NOT NULL,
    seq bigint NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT head_pk PRIMARY KEY (id),
    CONSTRAINT head_one_row CHECK (id = 1),
    CONSTRAINT head_seq_counts CHECK (seq >= 0),
    CONSTRAINT head_hash_sha256 CHECK (octet_length(hash) = 32)
);
COMMENT ON TABLE head IS
    'One row: end of the audit chain and change number at once. It is updated as the last statement of every '
    'transaction that can change an answer, so that the order of numbers is the order of commits.';
INSERT INTO head (id, seq, hash) VALUES (1, 0, decode(repeat('00', 32), 'hex'));
GRANT SELECT, UPDATE ON head TO "${appRole}";

CREATE TABLE audit_entry (
    seq bigint NOT NULL,
    at timestamptz NOT NULL,
    actor_kind text NOT NULL,
    actor_id uuid,
    via text NOT NULL,
    action text NOT NULL,
    object_kind text NOT NULL,
    object_id text NOT NULL,
    detail text NOT NULL,
    reason text,
    prev_hash bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT audit_entry_pk PRIMARY KEY (seq),
    CONSTRAINT audit_entry_hash_unique UNIQUE (hash),
    CONSTRAINT audit_entry_one_successor UNIQUE (prev_hash),
    CONSTRAINT audit_entry_seq_counts CHECK (seq >= 1),
    CONSTRAINT audit_entry_actor_kind_known CHECK (actor_kind IN ('person', 'token', 'host', 'system')),
    CONSTRAINT audit_entry_actor_named CHECK (actor_kind IN ('host', 'system') OR actor_id IS NOT NULL),
    CONSTRAINT audit_entry_via_known CHECK (via IN ('session', 'token', 'host', 'system')),
    CONSTRAINT audit_entry_hashes_sha256 CHECK (octet_length(prev_hash) = 32 AND octet_length(hash) = 32)
);
COMMENT ON TABLE audit_entry IS
    'Who did what to what, hash-chained. Holds ids and never names, so that personal data can be erased '
    'elsewhere without breaking the chain.';
COMMENT ON COLUMN audit_entry.detail IS 'Canonical JSON, kept as text because its bytes are hashed.';
CREATE INDEX audit_entry_by_object ON audit_entry (object_kind, object_id, seq);
GRANT SELECT, INSERT ON audit_entry TO "${appRole}";

-- Rights stop the application; this stops a slip of the owner, who would have to drop the triggers on purpose.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entry_not_truncated BEFORE TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
