-- A base binds its derivatives by the license that stood on the day when they were made: its revisions have dates, and
-- where a derivative is older than the newest push of its base, the past of the base is looked at.
CREATE TABLE model_commit (
    model_id bigint NOT NULL,
    revision text NOT NULL,
    committed_at timestamptz,
    refused text,
    CONSTRAINT model_commit_pk PRIMARY KEY (model_id, revision),
    CONSTRAINT model_commit_model_fk FOREIGN KEY (model_id) REFERENCES model (id)
);
COMMENT ON TABLE model_commit IS 'When a revision was pushed, as the Hub said.';
COMMENT ON COLUMN model_commit.committed_at IS 'Unknown of a revision that was only named and could not be read.';
COMMENT ON COLUMN model_commit.refused IS 'Why this revision cannot be read, where it was wanted; not asked for again.';
CREATE INDEX model_commit_by_time ON model_commit (model_id, committed_at);
GRANT SELECT, INSERT, UPDATE ON model_commit TO "${appRole}";

CREATE TABLE base_past (
    model_id bigint NOT NULL,
    due boolean NOT NULL,
    attempts integer NOT NULL,
    log_head text,
    log_until timestamptz,
    CONSTRAINT base_past_pk PRIMARY KEY (model_id),
    CONSTRAINT base_past_model_fk FOREIGN KEY (model_id) REFERENCES model (id)
);
COMMENT ON TABLE base_past IS 'How far the past of a model is known from which others were made.';
COMMENT ON COLUMN base_past.due IS 'It moved, or a derivative was read, since its past was last looked at.';
COMMENT ON COLUMN base_past.log_head IS 'The commit whose log was last asked for, also where the Hub did not give it.';
COMMENT ON COLUMN base_past.log_until IS 'Up to this moment model_commit holds every commit that the log reaches back to.';
CREATE INDEX base_past_due ON base_past (model_id) WHERE due;
GRANT SELECT, INSERT, UPDATE ON base_past TO "${appRole}";

ALTER TABLE lineage_edge ADD COLUMN parent_revision text;
COMMENT ON COLUMN lineage_edge.parent_revision IS 'The commit of the base from which the model was made, where it is named.';

INSERT INTO model_commit (model_id, revision, committed_at)
    SELECT s.model_id, s.revision, min(l.last_modified) FROM listing l
    JOIN snapshot s ON s.model_id = l.model_id AND s.revision = l.commit_sha
    WHERE l.last_modified IS NOT NULL GROUP BY s.model_id, s.revision;

INSERT INTO base_past (model_id, due, attempts)
    SELECT DISTINCT b.id, true, 0 FROM lineage_edge e
    JOIN model b ON b.owner_lower = lower(e.parent_owner) AND b.name_lower = lower(e.parent_name)
    WHERE b.name_lost_at IS NULL AND b.current_snapshot_id IS NOT NULL;
