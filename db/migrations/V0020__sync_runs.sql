CREATE TABLE sync_run (
    id bigint GENERATED ALWAYS AS IDENTITY,
    watch_id uuid NOT NULL,
    state text NOT NULL,
    phase text NOT NULL,
    started_at timestamptz NOT NULL,
    moved_at timestamptz NOT NULL,
    ended_at timestamptz,
    cursor text,
    pages integer NOT NULL DEFAULT 0,
    listed bigint NOT NULL DEFAULT 0,
    new_models bigint NOT NULL DEFAULT 0,
    changed bigint NOT NULL DEFAULT 0,
    missing bigint NOT NULL DEFAULT 0,
    wanted bigint NOT NULL DEFAULT 0,
    examined bigint NOT NULL DEFAULT 0,
    not_read bigint NOT NULL DEFAULT 0,
    new_snapshots bigint NOT NULL DEFAULT 0,
    requests bigint NOT NULL DEFAULT 0,
    retries bigint NOT NULL DEFAULT 0,
    bytes bigint NOT NULL DEFAULT 0,
    failures integer NOT NULL DEFAULT 0,
    CONSTRAINT sync_run_pk PRIMARY KEY (id),
    CONSTRAINT sync_run_watch_fk FOREIGN KEY (watch_id) REFERENCES watch (id),
    CONSTRAINT sync_run_state_known CHECK (state IN ('running', 'paused', 'canceled', 'done', 'failed')),
    CONSTRAINT sync_run_phase_known CHECK (phase IN ('listing', 'examining')),
    CONSTRAINT sync_run_ended CHECK ((state IN ('canceled', 'done', 'failed')) = (ended_at IS NOT NULL))
);
COMMENT ON TABLE sync_run IS
    'One pass over what a watch covers. The cursor moves in the transaction that writes its page, so that a run goes on '
    'after any end of a process, and two instances never write the same page.';
COMMENT ON COLUMN sync_run.failures IS 'In a row; a run that fails too often ends.';
COMMENT ON COLUMN sync_run.wanted IS 'Models to be read in full, among them bases that were found on the way.';
CREATE UNIQUE INDEX sync_run_one_open ON sync_run (watch_id) WHERE state IN ('running', 'paused');
CREATE INDEX sync_run_by_watch ON sync_run (watch_id, id);
GRANT SELECT, INSERT, UPDATE ON sync_run TO "${appRole}";

CREATE TABLE sync_seen (
    run_id bigint NOT NULL,
    model_id bigint NOT NULL,
    CONSTRAINT sync_seen_pk PRIMARY KEY (run_id, model_id),
    CONSTRAINT sync_seen_run_fk FOREIGN KEY (run_id) REFERENCES sync_run (id)
);
COMMENT ON TABLE sync_seen IS
    'Which models a run has listed: a model on two pages counts once, and what a complete listing lacks is missing. '
    'Emptied when the run ends.';
GRANT SELECT, INSERT, DELETE ON sync_seen TO "${appRole}";

CREATE TABLE sync_item (
    run_id bigint NOT NULL,
    name_lower text NOT NULL,
    name text NOT NULL,
    chunk integer NOT NULL,
    state text NOT NULL,
    attempts integer NOT NULL,
    CONSTRAINT sync_item_pk PRIMARY KEY (run_id, name_lower),
    CONSTRAINT sync_item_run_fk FOREIGN KEY (run_id) REFERENCES sync_run (id),
    CONSTRAINT sync_item_state_known CHECK (state IN ('waiting', 'read', 'refused', 'failed'))
);
COMMENT ON TABLE sync_item IS
    'Models that a run reads in full, in chunks that instances share. Emptied when the run ends.';
CREATE INDEX sync_item_waiting ON sync_item (run_id, chunk) WHERE state = 'waiting';
GRANT SELECT, INSERT, UPDATE, DELETE ON sync_item TO "${appRole}";

CREATE TABLE sync_error (
    run_id bigint NOT NULL,
    kind text NOT NULL,
    count bigint NOT NULL,
    last_at timestamptz NOT NULL,
    last_detail text NOT NULL,
    CONSTRAINT sync_error_pk PRIMARY KEY (run_id, kind),
    CONSTRAINT sync_error_run_fk FOREIGN KEY (run_id) REFERENCES sync_run (id),
    CONSTRAINT sync_error_counts CHECK (count > 0)
);
COMMENT ON TABLE sync_error IS 'What went wrong in a run, counted by kind, with the words of the last.';
GRANT SELECT, INSERT, UPDATE ON sync_error TO "${appRole}";
