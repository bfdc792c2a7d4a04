-- Papers that lift findings: agreements and registrations, acceptances of a text, and counsel's readings. A row is never
-- changed: what is agreed anew is a new row that says which one it replaces, and what ends early is revoked with a reason.
CREATE TABLE instrument (
    id bigint GENERATED ALWAYS AS IDENTITY,
    kind text NOT NULL,
    title text NOT NULL,
    party text NOT NULL,
    statement text NOT NULL,
    text_key text,
    text_sha256 bytea,
    lifts text[] NOT NULL,
    deployments text[] NOT NULL,
    licensees text[] NOT NULL,
    models text[] NOT NULL,
    acts text[] NOT NULL,
    places text[] NOT NULL,
    acts_from timestamptz NOT NULL,
    acts_until timestamptz,
    document_sha256 bytea,
    document_name text,
    document_type text,
    replaces bigint,
    recorded_at timestamptz NOT NULL,
    recorded_by uuid NOT NULL,
    CONSTRAINT instrument_pk PRIMARY KEY (id),
    CONSTRAINT instrument_kind_known CHECK (kind IN ('agreement', 'acceptance', 'legal-position')),
    CONSTRAINT instrument_is_named CHECK (btrim(title) <> '' AND btrim(party) <> ''),
    CONSTRAINT instrument_lifts_something CHECK (cardinality(lifts) > 0),
    CONSTRAINT instrument_ends_after_it_begins CHECK (acts_until > acts_from),
    CONSTRAINT instrument_for_an_entity CHECK (kind = 'legal-position' OR cardinality(licensees) > 0),
    CONSTRAINT instrument_accepts_a_text CHECK (kind <> 'acceptance' OR text_key IS NOT NULL OR text_sha256 IS NOT NULL),
    CONSTRAINT instrument_reading_ends CHECK (
        kind <> 'legal-position' OR (acts_until IS NOT NULL AND btrim(statement) <> '' AND text_key IS NOT NULL)),
    CONSTRAINT instrument_document_whole CHECK (
        (document_sha256 IS NULL) = (document_name IS NULL) AND (document_sha256 IS NULL) = (document_type IS NULL)),
    CONSTRAINT instrument_document_fk FOREIGN KEY (document_sha256) REFERENCES blob (sha256),
    CONSTRAINT instrument_replaces_fk FOREIGN KEY (replaces) REFERENCES instrument (id),
    CONSTRAINT instrument_replaced_once UNIQUE (replaces),
    CONSTRAINT instrument_recorder_fk FOREIGN KEY (recorded_by) REFERENCES person (id)
);
COMMENT ON TABLE instrument IS
    'What lifts findings, within its reach and term. Rows are never changed; an empty array is no limit of that kind.';
COMMENT ON COLUMN instrument.lifts IS 'Ids of the findings that it names, as verdicts call them.';
CREATE INDEX instrument_by_until ON instrument (acts_until, id);
GRANT SELECT, INSERT ON instrument TO "${appRole}";

CREATE TABLE instrument_revocation (
    instrument_id bigint NOT NULL,
    revoked_at timestamptz NOT NULL,
    revoked_by uuid NOT NULL,
    reason text NOT NULL,
    CONSTRAINT instrument_revocation_pk PRIMARY KEY (instrument_id),
    CONSTRAINT instrument_revocation_fk FOREIGN KEY (instrument_id) REFERENCES instrument (id),
    CONSTRAINT instrument_revoker_fk FOREIGN KEY (revoked_by) REFERENCES person (id),
    CONSTRAINT instrument_revocation_says_why CHECK (btrim(reason) <> '')
);
COMMENT ON TABLE instrument_revocation IS 'What ended before its term, or was replaced. There is no way back.';
GRANT SELECT, INSERT ON instrument_revocation TO "${appRole}";

CREATE TABLE privileged_comment (
    instrument_id bigint NOT NULL,
    comment text NOT NULL,
    CONSTRAINT privileged_comment_pk PRIMARY KEY (instrument_id),
    CONSTRAINT privileged_comment_fk FOREIGN KEY (instrument_id) REFERENCES instrument (id),
    CONSTRAINT privileged_comment_says_something CHECK (btrim(comment) <> '')
);
COMMENT ON TABLE privileged_comment IS
    'Counsel''s words for counsel and auditors. They stand apart so that nothing that lists or exports instruments can '
    'carry them along.';
GRANT SELECT, INSERT ON privileged_comment TO "${appRole}";
