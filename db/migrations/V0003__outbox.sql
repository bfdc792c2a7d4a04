CREATE TABLE outbox (
    id uuid NOT NULL,
    topic text NOT NULL,
    object_kind text NOT NULL,
    object_id text NOT NULL,
    payload text NOT NULL,
    created_at timestamptz NOT NULL,
    seq bigint NOT NULL,
    CONSTRAINT outbox_pk PRIMARY KEY (id),
    CONSTRAINT outbox_seq_fk FOREIGN KEY (seq) REFERENCES audit_entry (seq)
);
COMMENT ON TABLE outbox IS
    'Messages that must leave because of a change, written in the transaction of the change. The id stays the '
    'same over every attempt, so that a receiver can drop repeats. Delivered rows are deleted.';
CREATE INDEX outbox_in_order ON outbox (seq, id);
GRANT SELECT, INSERT, DELETE ON outbox TO "${appRole}";
