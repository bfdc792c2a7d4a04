-- An acceptance says which version of a text binds, so it does something even where it lifts nothing.
ALTER TABLE instrument DROP CONSTRAINT instrument_lifts_something;
ALTER TABLE instrument ADD CONSTRAINT instrument_lifts_something
    CHECK (cardinality(lifts) > 0 OR (kind = 'acceptance' AND text_key IS NOT NULL));
