ALTER TABLE webhook_receiver ADD COLUMN format text NOT NULL DEFAULT 'standard';
ALTER TABLE webhook_receiver ADD COLUMN sealed_address bytea;
ALTER TABLE webhook_receiver ADD CONSTRAINT webhook_receiver_format_known CHECK (format IN ('standard', 'slack', 'teams'));
ALTER TABLE webhook_receiver ADD CONSTRAINT webhook_receiver_sealed_or_not
    CHECK (state = 'deleted' OR (format = 'standard') = (sealed_address IS NULL));
COMMENT ON COLUMN webhook_receiver.address IS 'Of a chat only its beginning: the rest is a secret.';
COMMENT ON COLUMN webhook_receiver.sealed_address IS 'The whole address of a chat, encrypted like a secret.';

CREATE TABLE mail (
    id uuid NOT NULL,
    person uuid NOT NULL,
    digest text NOT NULL,
    subject text,
    state text NOT NULL,
    tries integer NOT NULL,
    made_at timestamptz NOT NULL,
    begun_at timestamptz NOT NULL,
    next_at timestamptz NOT NULL,
    ended_at timestamptz,
    CONSTRAINT mail_pk PRIMARY KEY (id),
    CONSTRAINT mail_person_fk FOREIGN KEY (person) REFERENCES person (id),
    CONSTRAINT mail_digest_known CHECK (digest IN ('immediate', 'daily', 'weekly', 'test')),
    CONSTRAINT mail_state_known CHECK (state IN ('waiting', 'delivered', 'given-up', 'dropped')),
    CONSTRAINT mail_ended_or_not CHECK ((state = 'waiting') = (ended_at IS NULL))
);
COMMENT ON TABLE mail IS 'One e-mail to one person, and how far it came. Its text is made of the alerts when it is sent.';
COMMENT ON COLUMN mail.next_at IS 'Of one that is on its way, when it counts as lost with its process.';
COMMENT ON COLUMN mail.subject IS 'As it was sent last.';
CREATE INDEX mail_due ON mail (next_at, id) WHERE state = 'waiting';
CREATE INDEX mail_newest ON mail (made_at, id);
CREATE INDEX mail_of_person ON mail (person, digest, made_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON mail TO "${appRole}";

CREATE TABLE mail_try (
    mail_id uuid NOT NULL,
    tried_at timestamptz NOT NULL,
    delivered boolean NOT NULL,
    millis integer NOT NULL,
    answer text NOT NULL,
    CONSTRAINT mail_try_pk PRIMARY KEY (mail_id, tried_at),
    CONSTRAINT mail_try_mail_fk FOREIGN KEY (mail_id) REFERENCES mail (id) ON DELETE CASCADE
);
COMMENT ON TABLE mail_try IS 'Each time that an e-mail was sent, and what the server said.';
GRANT SELECT, INSERT, DELETE ON mail_try TO "${appRole}";

ALTER TABLE alert_person ADD COLUMN mail_id uuid;
ALTER TABLE alert_person ADD CONSTRAINT alert_person_mail_fk FOREIGN KEY (mail_id) REFERENCES mail (id) ON DELETE SET NULL;
COMMENT ON COLUMN alert_person.mail_id IS 'The e-mail that tells of it.';
CREATE INDEX alert_person_unmailed ON alert_person (digest, person) WHERE mail_id IS NULL AND digest <> 'inbox';
CREATE INDEX alert_person_of_mail ON alert_person (mail_id) WHERE mail_id IS NOT NULL;
GRANT UPDATE (mail_id) ON alert_person TO "${appRole}";
