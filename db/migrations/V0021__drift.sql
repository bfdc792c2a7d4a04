CREATE TABLE drift (
    id bigint GENERATED ALWAYS AS IDENTITY,
    model_id bigint NOT NULL,
    from_snapshot_id bigint,
    to_snapshot_id bigint,
    run_id bigint,
    seen_at timestamptz NOT NULL,
    kind text NOT NULL,
    detail text NOT NULL,
    CONSTRAINT drift_pk PRIMARY KEY (id),
    CONSTRAINT drift_model_fk FOREIGN KEY (model_id) REFERENCES model (id),
    CONSTRAINT drift_from_fk FOREIGN KEY (model_id, from_snapshot_id) REFERENCES snapshot (model_id, id),
    CONSTRAINT drift_to_fk FOREIGN KEY (model_id, to_snapshot_id) REFERENCES snapshot (model_id, id),
    CONSTRAINT drift_run_fk FOREIGN KEY (run_id) REFERENCES sync_run (id)
);
COMMENT ON TABLE drift IS
    'What changed about a model between two looks at it, written in the transaction that saw it. Texts are not '
    'repeated here: a difference of words is computed from the two files when somebody reads it.';
COMMENT ON COLUMN drift.detail IS 'Canonical JSON, its fields by kind.';
CREATE INDEX drift_by_model ON drift (model_id, id);
CREATE INDEX drift_by_run ON drift (run_id, id);
GRANT SELECT, INSERT ON drift TO "${appRole}";
