CREATE TABLE model_ref (
    model_id bigint NOT NULL,
    name text NOT NULL,
    commit text,
    seen_at timestamptz NOT NULL,
    CONSTRAINT model_ref_pk PRIMARY KEY (model_id, name),
    CONSTRAINT model_ref_model_fk FOREIGN KEY (model_id) REFERENCES model (id),
    CONSTRAINT model_ref_commit_whole CHECK (commit ~ '^[0-9a-f]{40}$')
);
COMMENT ON TABLE model_ref IS
    'Which commit a branch, a tag or a shortened commit named when the Hub was last asked; none where it named nothing.';
GRANT SELECT, INSERT ON model_ref TO "${appRole}";
GRANT UPDATE (commit, seen_at) ON model_ref TO "${appRole}";

ALTER TABLE verdict ADD COLUMN against text[];
COMMENT ON COLUMN verdict.against IS
    'Ids of the reasons that stand against permitting, in the order of the answer; null in rows from before it was kept.';
GRANT UPDATE (against) ON verdict TO "${appRole}";

ALTER TABLE model_verdict ADD COLUMN against text[];
COMMENT ON COLUMN model_verdict.against IS 'As in verdict.';
