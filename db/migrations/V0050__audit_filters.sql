-- What the audit log can be narrowed by, each with the order in which it is read: the newest first.
CREATE INDEX audit_entry_by_kind ON audit_entry (object_kind, seq);
CREATE INDEX audit_entry_by_action ON audit_entry (action, seq);
CREATE INDEX audit_entry_by_actor ON audit_entry (actor_id, seq) WHERE actor_id IS NOT NULL;
CREATE INDEX audit_entry_by_nobody ON audit_entry (actor_kind, seq) WHERE actor_id IS NULL;
CREATE INDEX audit_entry_by_time ON audit_entry (at, seq);
COMMENT ON INDEX audit_entry_by_nobody IS 'The host and the product itself, which have no id.';
