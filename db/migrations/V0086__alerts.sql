CREATE TABLE alert (
    id uuid NOT NULL,
    kind text NOT NULL,
    object_kind text NOT NULL,
    object_id text NOT NULL,
    about text NOT NULL,
    facts text NOT NULL,
    raised_at timestamptz NOT NULL,
    CONSTRAINT alert_pk PRIMARY KEY (id),
    CONSTRAINT alert_once UNIQUE (object_id, object_kind, kind, about),
    CONSTRAINT alert_kind_known CHECK (kind IN ('request-waits', 'request-returned', 'request-decided', 'comment',
        'condition-due', 'approval-stale', 'approval-ending', 'approval-ended', 'break-glass', 'waiver-ending',
        'waiver-ended', 'escalation'))
);
COMMENT ON TABLE alert IS 'Something that people should know about; written with the change that it tells of.';
COMMENT ON COLUMN alert.about IS 'Tells alerts of one kind about one object apart; the same is raised once.';
COMMENT ON COLUMN alert.facts IS 'JSON: what the text of the alert names; people by their ids alone.';
GRANT SELECT, INSERT ON alert TO "${appRole}";

CREATE TABLE alert_person (
    person uuid NOT NULL,
    alert_id uuid NOT NULL,
    read_at timestamptz,
    CONSTRAINT alert_person_pk PRIMARY KEY (person, alert_id),
    CONSTRAINT alert_person_alert_fk FOREIGN KEY (alert_id) REFERENCES alert (id),
    CONSTRAINT alert_person_person_fk FOREIGN KEY (person) REFERENCES person (id)
);
COMMENT ON TABLE alert_person IS 'Whom an alert is for, and when they read it.';
CREATE INDEX alert_person_unread ON alert_person (person, alert_id) WHERE read_at IS NULL;
GRANT SELECT, INSERT, DELETE ON alert_person TO "${appRole}";
GRANT UPDATE (read_at) ON alert_person TO "${appRole}";
