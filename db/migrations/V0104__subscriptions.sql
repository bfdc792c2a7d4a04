CREATE TABLE subscription (
    id uuid NOT NULL,
    subscriber_kind text NOT NULL,
    subscriber_id text NOT NULL,
    scope text NOT NULL,
    about text NOT NULL,
    least text NOT NULL,
    kinds text[] NOT NULL,
    digest text NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT subscription_pk PRIMARY KEY (id),
    CONSTRAINT subscription_once UNIQUE (subscriber_id, subscriber_kind, scope, about),
    CONSTRAINT subscription_scope_known
        CHECK (scope IN ('model', 'developer', 'family', 'deployment', 'watched', 'approved')),
    CONSTRAINT subscription_about_something CHECK ((scope = 'watched') = (about = '')),
    CONSTRAINT subscription_least_known CHECK (least IN ('info', 'warning', 'critical')),
    CONSTRAINT subscription_digest_known CHECK (digest IN ('immediate', 'daily', 'weekly', 'inbox'))
);
COMMENT ON TABLE subscription IS 'Who wants to be told of what. Rows go when it ends; the audit log knows of them.';
COMMENT ON COLUMN subscription.subscriber_kind IS 'person, team, or another group that a feature knows the people of.';
COMMENT ON COLUMN subscription.about IS 'In lower case: a model, a namespace, a family, a deployment, or the key of a team.';
COMMENT ON COLUMN subscription.kinds IS 'Kinds of alerts; all of them where none is named.';
GRANT SELECT, INSERT, DELETE ON subscription TO "${appRole}";

CREATE TABLE drift_told (
    last bigint NOT NULL
);
COMMENT ON TABLE drift_told IS 'One row: the last drift that people were told of. What was there before this table is no news.';
INSERT INTO drift_told (last) SELECT coalesce(max(id), 0) FROM drift;
GRANT SELECT, UPDATE ON drift_told TO "${appRole}";

CREATE TABLE approval_answer (
    approval_id uuid NOT NULL,
    answer text NOT NULL,
    since timestamptz NOT NULL,
    CONSTRAINT approval_answer_pk PRIMARY KEY (approval_id),
    CONSTRAINT approval_answer_approval_fk FOREIGN KEY (approval_id) REFERENCES approval (id)
);
COMMENT ON TABLE approval_answer IS 'The answer about what was approved, as it was last told.';
GRANT SELECT, INSERT ON approval_answer TO "${appRole}";
GRANT UPDATE (answer, since) ON approval_answer TO "${appRole}";

CREATE TABLE watch_trouble (
    watch_id uuid NOT NULL,
    since timestamptz NOT NULL,
    over_at timestamptz,
    CONSTRAINT watch_trouble_pk PRIMARY KEY (watch_id, since),
    CONSTRAINT watch_trouble_watch_fk FOREIGN KEY (watch_id) REFERENCES watch (id)
);
COMMENT ON TABLE watch_trouble IS 'Each time that a watch failed, until it worked again; people are told once of both.';
CREATE UNIQUE INDEX watch_trouble_open ON watch_trouble (watch_id) WHERE over_at IS NULL;
GRANT SELECT, INSERT ON watch_trouble TO "${appRole}";
GRANT UPDATE (over_at) ON watch_trouble TO "${appRole}";
