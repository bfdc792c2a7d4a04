CREATE TABLE webhook_receiver (
    id uuid NOT NULL,
    name text NOT NULL,
    address text NOT NULL,
    topics text NOT NULL,
    state text NOT NULL,
    sealed_secret bytea NOT NULL,
    former_secret bytea,
    former_until timestamptz,
    made_at timestamptz NOT NULL,
    CONSTRAINT webhook_receiver_pk PRIMARY KEY (id),
    CONSTRAINT webhook_receiver_state_known CHECK (state IN ('on', 'off', 'deleted')),
    CONSTRAINT webhook_receiver_name_length CHECK (char_length(name) BETWEEN 1 AND 80),
    CONSTRAINT webhook_receiver_former_or_not CHECK ((former_secret IS NULL) = (former_until IS NULL))
);
COMMENT ON TABLE webhook_receiver IS 'Who is told by HTTP what happens here.';
COMMENT ON COLUMN webhook_receiver.topics IS 'JSON: beginnings of the topics that it wants; empty for all.';
COMMENT ON COLUMN webhook_receiver.sealed_secret IS 'Encrypted with a key that is not in the database.';
COMMENT ON COLUMN webhook_receiver.former_secret IS 'Signs beside the new one until former_until.';
CREATE UNIQUE INDEX webhook_receiver_name_once ON webhook_receiver (lower(name)) WHERE state <> 'deleted';
GRANT SELECT, INSERT, UPDATE ON webhook_receiver TO "${appRole}";

CREATE TABLE webhook_delivery (
    receiver_id uuid NOT NULL,
    message_id uuid NOT NULL,
    topic text NOT NULL,
    object_kind text NOT NULL,
    object_id text NOT NULL,
    payload text NOT NULL,
    happened_at timestamptz NOT NULL,
    seq bigint NOT NULL,
    state text NOT NULL,
    tries integer NOT NULL,
    begun_at timestamptz NOT NULL,
    next_at timestamptz NOT NULL,
    ended_at timestamptz,
    CONSTRAINT webhook_delivery_pk PRIMARY KEY (receiver_id, message_id),
    CONSTRAINT webhook_delivery_receiver_fk FOREIGN KEY (receiver_id) REFERENCES webhook_receiver (id),
    CONSTRAINT webhook_delivery_state_known CHECK (state IN ('waiting', 'delivered', 'given-up')),
    CONSTRAINT webhook_delivery_ended_or_not CHECK ((state = 'waiting') = (ended_at IS NULL))
);
COMMENT ON TABLE webhook_delivery IS
    'One message for one receiver. Messages about one object reach a receiver in their order: the next one waits.';
COMMENT ON COLUMN webhook_delivery.next_at IS 'Of one that is on its way, when it counts as lost with its process.';
COMMENT ON COLUMN webhook_delivery.begun_at IS 'From when on its retries count.';
CREATE INDEX webhook_delivery_due ON webhook_delivery (next_at) WHERE state = 'waiting';
CREATE INDEX webhook_delivery_of_object ON webhook_delivery (receiver_id, object_kind, object_id, seq, message_id)
    WHERE state = 'waiting';
CREATE INDEX webhook_delivery_newest ON webhook_delivery (receiver_id, seq, message_id);
CREATE INDEX webhook_delivery_old ON webhook_delivery (ended_at) WHERE state <> 'waiting';
GRANT SELECT, INSERT, UPDATE, DELETE ON webhook_delivery TO "${appRole}";

CREATE TABLE webhook_try (
    receiver_id uuid NOT NULL,
    message_id uuid NOT NULL,
    tried_at timestamptz NOT NULL,
    status integer,
    millis integer NOT NULL,
    answer text NOT NULL,
    CONSTRAINT webhook_try_pk PRIMARY KEY (receiver_id, message_id, tried_at),
    CONSTRAINT webhook_try_delivery_fk FOREIGN KEY (receiver_id, message_id)
        REFERENCES webhook_delivery (receiver_id, message_id) ON DELETE CASCADE
);
COMMENT ON TABLE webhook_try IS 'Each time that a message was sent, and what came back: its beginning, or why nothing did.';
GRANT SELECT, INSERT, DELETE ON webhook_try TO "${appRole}";
