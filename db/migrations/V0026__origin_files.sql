CREATE TABLE origin_file (
    snapshot_id bigint NOT NULL,
    content text COLLATE "C" NOT NULL,
    kind text NOT NULL,
    path text NOT NULL,
    model_id bigint NOT NULL,
    source_id text COLLATE "C" NOT NULL,
    made_at timestamptz NOT NULL,
    developer text NOT NULL,
    well_known boolean NOT NULL,
    CONSTRAINT origin_file_pk PRIMARY KEY (snapshot_id, content),
    CONSTRAINT origin_file_snapshot_fk FOREIGN KEY (model_id, snapshot_id) REFERENCES snapshot (model_id, id),
    CONSTRAINT origin_file_kind_known CHECK (kind IN ('weights', 'config', 'tokenizer'))
);
COMMENT ON TABLE origin_file IS
    'Files of a snapshot by the hash of their content, whose like in an older model of another developer says where a '
    'model comes from. All snapshots count: what a model once held, others can have taken.';
COMMENT ON COLUMN origin_file.content IS 'sha256: or git: and the hash, as the Hub lists it.';
COMMENT ON COLUMN origin_file.made_at IS
    'When the repository was made, infinity where nobody says: with the source''s id it tells the original from the copy.';
CREATE INDEX origin_file_by_age ON origin_file (content, made_at, source_id);
CREATE INDEX origin_file_by_model ON origin_file (model_id, content);
GRANT SELECT, INSERT ON origin_file TO "${appRole}";
