-- Conclusions find the model of a snapshot, and the models made from another, by what is current; without an index each
-- of them read every model there is (measured on 200,000 listed ones).
CREATE INDEX model_by_current_snapshot ON model (current_snapshot_id) WHERE current_snapshot_id IS NOT NULL;
