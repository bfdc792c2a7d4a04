ALTER TABLE alert DROP CONSTRAINT alert_kind_known;
ALTER TABLE alert ADD CONSTRAINT alert_kind_known CHECK (kind IN ('request-waits', 'request-returned',
    'request-decided', 'comment', 'condition-due', 'condition-done', 'approval-stale', 'approval-ending',
    'approval-ended', 'break-glass', 'waiver-ending', 'waiver-ended', 'escalation', 'model-new',
    'license-text-changed', 'license-tag-changed', 'gating-changed', 'weights-changed', 'base-changed',
    'model-renamed', 'model-gone', 'model-returned', 'model-disabled', 'retirement-near', 'verdict-flipped',
    'review-due', 'sync-failing', 'sync-works'));

ALTER TABLE alert_person ADD COLUMN digest text NOT NULL DEFAULT 'immediate';
ALTER TABLE alert_person ADD CONSTRAINT alert_person_digest_known
    CHECK (digest IN ('immediate', 'daily', 'weekly', 'inbox'));
COMMENT ON COLUMN alert_person.digest IS 'When this person wants it by e-mail; inbox means never.';

CREATE TABLE alert_acknowledgement (
    alert_id uuid NOT NULL,
    person uuid NOT NULL,
    acknowledged_at timestamptz NOT NULL,
    CONSTRAINT alert_acknowledgement_pk PRIMARY KEY (alert_id, person),
    CONSTRAINT alert_acknowledgement_told_fk FOREIGN KEY (person, alert_id)
        REFERENCES alert_person (person, alert_id) ON DELETE CASCADE
);
COMMENT ON TABLE alert_acknowledgement IS
    'Who takes care of what an alert tells; it counts for all who share a team with that person.';
GRANT SELECT, INSERT ON alert_acknowledgement TO "${appRole}";
