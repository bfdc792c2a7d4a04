-- Models that were found by a text are sorted by their counters: the key's index alone gives them.
ALTER TABLE popularity DROP CONSTRAINT popularity_pk;
ALTER TABLE popularity ADD CONSTRAINT popularity_pk PRIMARY KEY (model_id) INCLUDE (downloads, likes);
