CREATE TABLE snapshot (
    id bigint GENERATED ALWAYS AS IDENTITY,
    model_id bigint NOT NULL,
    revision text NOT NULL,
    evidence_digest text NOT NULL,
    taken_at timestamptz NOT NULL,
    released_at timestamptz,
    gated text NOT NULL,
    pipeline_tag text,
    library text,
    modality text,
    parameters bigint,
    developer_key text,
    country text,
    declared_license text,
    card_blob bytea,
    info_blob bytea,
    CONSTRAINT snapshot_pk PRIMARY KEY (id),
    CONSTRAINT snapshot_evidence_unique UNIQUE (model_id, revision, evidence_digest),
    CONSTRAINT snapshot_of_model UNIQUE (model_id, id),
    CONSTRAINT snapshot_model_fk FOREIGN KEY (model_id) REFERENCES model (id),
    CONSTRAINT snapshot_card_fk FOREIGN KEY (card_blob) REFERENCES blob (sha256),
    CONSTRAINT snapshot_info_fk FOREIGN KEY (info_blob) REFERENCES blob (sha256),
    CONSTRAINT snapshot_parameters_counts CHECK (parameters >= 0)
);
COMMENT ON TABLE snapshot IS
    'What was recorded about one model at one revision. Never changed: new evidence is a new row. The digest '
    'covers canonical evidence without ids, times and counters, so that reading again makes no new row.';
COMMENT ON COLUMN snapshot.declared_license IS 'As the publisher tagged it; what holds is in conclusion.';
CREATE INDEX snapshot_by_declared_license ON snapshot (declared_license);
CREATE INDEX snapshot_by_developer ON snapshot (developer_key);
GRANT SELECT, INSERT ON snapshot TO "${appRole}";

-- The pair keeps a model from pointing at the snapshot of another.
ALTER TABLE model ADD CONSTRAINT model_current_snapshot_fk
    FOREIGN KEY (id, current_snapshot_id) REFERENCES snapshot (model_id, id);

CREATE TABLE evidence_file (
    snapshot_id bigint NOT NULL,
    path text NOT NULL,
    kind text NOT NULL,
    state text NOT NULL,
    unread_reason text,
    sha256 bytea,
    git_oid text,
    size bigint,
    CONSTRAINT evidence_file_pk PRIMARY KEY (snapshot_id, path),
    CONSTRAINT evidence_file_snapshot_fk FOREIGN KEY (snapshot_id) REFERENCES snapshot (id),
    CONSTRAINT evidence_file_state_known CHECK (state IN ('read', 'unread', 'absent')),
    CONSTRAINT evidence_file_read_has_hash CHECK (state <> 'read' OR sha256 IS NOT NULL),
    CONSTRAINT evidence_file_unread_has_reason CHECK ((state = 'unread') = (unread_reason IS NOT NULL))
);
COMMENT ON TABLE evidence_file IS
    'Files that say something about the license. A failed request is unread, with its reason, and never absent.';
CREATE INDEX evidence_file_by_sha256 ON evidence_file (sha256);
GRANT SELECT, INSERT ON evidence_file TO "${appRole}";

CREATE TABLE weight_file (
    snapshot_id bigint NOT NULL,
    path text NOT NULL,
    format text NOT NULL,
    size bigint,
    sha256 bytea,
    CONSTRAINT weight_file_pk PRIMARY KEY (snapshot_id, path),
    CONSTRAINT weight_file_snapshot_fk FOREIGN KEY (snapshot_id) REFERENCES snapshot (id)
);
COMMENT ON TABLE weight_file IS 'Weights by hash: a mirror of the same file is found by it, whatever its tag claims.';
CREATE INDEX weight_file_by_sha256 ON weight_file (sha256);
GRANT SELECT, INSERT ON weight_file TO "${appRole}";

CREATE TABLE observation (
    model_id bigint NOT NULL,
    seen_at timestamptz NOT NULL,
    snapshot_id bigint,
    gated text,
    disabled boolean NOT NULL,
    scan_state text,
    downloads bigint,
    likes bigint,
    CONSTRAINT observation_pk PRIMARY KEY (model_id, seen_at),
    CONSTRAINT observation_model_fk FOREIGN KEY (model_id) REFERENCES model (id),
    CONSTRAINT observation_snapshot_fk FOREIGN KEY (model_id, snapshot_id) REFERENCES snapshot (model_id, id)
);
COMMENT ON TABLE observation IS
    'Values that change without a new commit (gating, disabled, scans, counters), each with the moment it was seen.';
GRANT SELECT, INSERT ON observation TO "${appRole}";
