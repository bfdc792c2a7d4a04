CREATE TABLE watch (
    id uuid NOT NULL,
    source text NOT NULL,
    kind text NOT NULL,
    subject text NOT NULL,
    words text NOT NULL,
    tier text NOT NULL,
    every_hours integer NOT NULL,
    next_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL,
    ended_at timestamptz,
    CONSTRAINT watch_pk PRIMARY KEY (id),
    CONSTRAINT watch_kind_known CHECK (kind IN ('developer', 'collection', 'family', 'search', 'model', 'hub')),
    CONSTRAINT watch_tier_known CHECK (tier IN ('listed', 'examined')),
    CONSTRAINT watch_every_hours_sensible CHECK (every_hours BETWEEN 1 AND 8760)
);
COMMENT ON TABLE watch IS
    'What is kept current: a part of the Hub and how closely. Ended watches stay, since runs and drift name them.';
COMMENT ON COLUMN watch.subject IS 'Namespace, collection, model or words, by kind; empty for the whole Hub.';
COMMENT ON COLUMN watch.words IS 'What to search for within the namespace of a family; else empty.';
CREATE UNIQUE INDEX watch_once ON watch (source, kind, lower(subject), lower(words)) WHERE ended_at IS NULL;
CREATE INDEX watch_by_next_at ON watch (next_at) WHERE ended_at IS NULL;
GRANT SELECT, INSERT ON watch TO "${appRole}";
GRANT UPDATE (next_at, ended_at) ON watch TO "${appRole}";
