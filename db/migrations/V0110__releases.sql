ALTER TABLE snapshot ADD COLUMN successor text;
COMMENT ON COLUMN snapshot.successor IS 'Which model the card names as the one that replaces this one: owner/name.';
CREATE INDEX snapshot_successor ON snapshot (model_id, successor, taken_at) WHERE successor IS NOT NULL;
CREATE INDEX drift_of_releases ON drift (seen_at, id)
    WHERE kind IN ('license-tag', 'license-text', 'weights', 'gone', 'returned', 'disabled');

CREATE TABLE release_entry (
    id uuid NOT NULL,
    kind text NOT NULL,
    family text NOT NULL,
    model text,
    successor text,
    first_day date NOT NULL,
    last_day date NOT NULL,
    certain boolean NOT NULL,
    note text NOT NULL,
    source text NOT NULL,
    origin text,
    state text NOT NULL,
    version integer NOT NULL,
    entered_by uuid,
    entered_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    CONSTRAINT release_entry_pk PRIMARY KEY (id),
    CONSTRAINT release_entry_person_fk FOREIGN KEY (entered_by) REFERENCES person (id),
    CONSTRAINT release_entry_kind_known
        CHECK (kind IN ('announced', 'published', 'version', 'deprecated', 'retired', 'superseded')),
    CONSTRAINT release_entry_state_known CHECK (state IN ('stands', 'withdrawn')),
    CONSTRAINT release_entry_days CHECK (first_day <= last_day),
    CONSTRAINT release_entry_successor_or_not CHECK ((kind = 'superseded') = (successor IS NOT NULL)),
    CONSTRAINT release_entry_lengths CHECK (char_length(family) BETWEEN 1 AND 100 AND char_length(note) <= 500
        AND char_length(source) BETWEEN 1 AND 500),
    CONSTRAINT release_entry_origin_once UNIQUE (origin)
);
COMMENT ON TABLE release_entry IS 'What no repository says of itself: announced, deprecated, retired; entered with a source.';
COMMENT ON COLUMN release_entry.family IS 'Key of a family, or a namespace in lower case.';
COMMENT ON COLUMN release_entry.last_day IS 'As exactly as it is known: a day, a month, or more.';
COMMENT ON COLUMN release_entry.origin IS 'Of an import, what it is there, so that it comes in once.';
CREATE INDEX release_entry_by_family ON release_entry (family, first_day, id);
CREATE INDEX release_entry_by_day ON release_entry (first_day, id);
GRANT SELECT, INSERT, UPDATE ON release_entry TO "${appRole}";

CREATE TABLE release_claim (
    id uuid NOT NULL,
    family text NOT NULL,
    body text NOT NULL,
    state text NOT NULL,
    entered_by uuid,
    entered_at timestamptz NOT NULL,
    CONSTRAINT release_claim_pk PRIMARY KEY (id),
    CONSTRAINT release_claim_person_fk FOREIGN KEY (entered_by) REFERENCES person (id),
    CONSTRAINT release_claim_state_known CHECK (state IN ('stands', 'withdrawn'))
);
COMMENT ON TABLE release_claim IS 'What people heard of releases, beside the claims that ship; shown, never evidence.';
COMMENT ON COLUMN release_claim.body IS 'JSON: one claim in the form of the data file.';
CREATE INDEX release_claim_by_family ON release_claim (family, id);
GRANT SELECT, INSERT ON release_claim TO "${appRole}";
GRANT UPDATE (state) ON release_claim TO "${appRole}";
