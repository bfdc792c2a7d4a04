CREATE TABLE listing (
    model_id bigint NOT NULL,
    commit_sha text,
    last_modified timestamptz,
    gated text NOT NULL,
    disabled boolean NOT NULL,
    pipeline_tag text,
    library text,
    licenses text[] NOT NULL,
    bases text[] NOT NULL,
    due boolean NOT NULL,
    missing_since timestamptz,
    CONSTRAINT listing_pk PRIMARY KEY (model_id),
    CONSTRAINT listing_model_fk FOREIGN KEY (model_id) REFERENCES model (id)
);
COMMENT ON TABLE listing IS
    'The head of a repository as a list or a reading last showed it: what the next listing is compared with, so that '
    'nothing is fetched that did not move. It is no evidence and no answer is made from it.';
COMMENT ON COLUMN listing.licenses IS 'From the tags alone.';
COMMENT ON COLUMN listing.bases IS 'From the tags alone, as relation:owner/name.';
COMMENT ON COLUMN listing.due IS 'It moved and has not been read since; stays when a reading fails.';
COMMENT ON COLUMN listing.missing_since IS 'Since when complete listings lack it, or the Hub denies it.';
CREATE INDEX listing_due ON listing (model_id) WHERE due;
GRANT SELECT, INSERT, UPDATE ON listing TO "${appRole}";
