CREATE TABLE calendar_event (
    id uuid NOT NULL,
    source text NOT NULL,
    key text NOT NULL,
    kind text NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    at timestamptz,
    certain boolean NOT NULL,
    family text,
    deployment text,
    person uuid,
    stack text,
    facts text NOT NULL,
    path text NOT NULL,
    digest text NOT NULL,
    sequence integer NOT NULL,
    made_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    cancelled_at timestamptz,
    CONSTRAINT calendar_event_pk PRIMARY KEY (id),
    CONSTRAINT calendar_event_once UNIQUE (source, key),
    CONSTRAINT calendar_event_days CHECK (first_day <= last_day)
);
COMMENT ON TABLE calendar_event IS
    'What stands on the calendar, gathered from the features that know it: calendars elsewhere need one id for ever, a '
    'number that grows with each change, and to be told of what no longer is.';
COMMENT ON COLUMN calendar_event.at IS 'The moment, where it is one; else it is about whole days.';
COMMENT ON COLUMN calendar_event.person IS 'Whose matter it is, beside the team of the deployment.';
COMMENT ON COLUMN calendar_event.digest IS 'Of all that the feature told, to see what changed.';
COMMENT ON COLUMN calendar_event.facts IS 'JSON: what its text names, by name.';
CREATE INDEX calendar_event_by_day ON calendar_event (first_day, id);
CREATE INDEX calendar_event_by_family ON calendar_event (family, first_day, id) WHERE family IS NOT NULL;
CREATE INDEX calendar_event_by_deployment ON calendar_event (deployment, first_day, id) WHERE deployment IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON calendar_event TO "${appRole}";

CREATE TABLE calendar_feed (
    id uuid NOT NULL,
    secret_hash bytea NOT NULL,
    prefix text NOT NULL,
    person uuid NOT NULL,
    scope text NOT NULL,
    subject text NOT NULL,
    kinds text[] NOT NULL,
    alarms integer[] NOT NULL,
    made_at timestamptz NOT NULL,
    revoked_at timestamptz,
    CONSTRAINT calendar_feed_pk PRIMARY KEY (id),
    CONSTRAINT calendar_feed_secret_once UNIQUE (secret_hash),
    CONSTRAINT calendar_feed_secret_length CHECK (length(secret_hash) = 32),
    CONSTRAINT calendar_feed_person_fk FOREIGN KEY (person) REFERENCES person (id),
    CONSTRAINT calendar_feed_scope_known CHECK (scope IN ('all', 'mine', 'team', 'family', 'stack')),
    CONSTRAINT calendar_feed_subject_or_not CHECK ((scope IN ('all', 'mine')) = (subject = ''))
);
COMMENT ON TABLE calendar_feed IS 'Addresses under which calendars elsewhere read; only the hash of the address is kept.';
CREATE INDEX calendar_feed_by_person ON calendar_feed (person, id);
GRANT SELECT, INSERT ON calendar_feed TO "${appRole}";
GRANT UPDATE (revoked_at) ON calendar_feed TO "${appRole}";
