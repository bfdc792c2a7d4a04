ALTER TABLE alert DROP CONSTRAINT alert_kind_known;
ALTER TABLE alert ADD CONSTRAINT alert_kind_known CHECK (kind IN ('request-waits', 'request-returned',
    'request-decided', 'comment', 'condition-due', 'condition-done', 'approval-stale', 'approval-ending',
    'approval-ended', 'break-glass', 'waiver-ending', 'waiver-ended', 'escalation'));
-- What is owed goes by the day on which it is due, of everybody or of one person.
CREATE INDEX approval_condition_due ON approval_condition (due, id) WHERE done_at IS NULL;
