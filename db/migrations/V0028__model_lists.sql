-- Lists of millions of models: what a list is narrowed by is a property of the profile, so each sort gets an index that
-- begins with the profile, and a page is the merge of the heads of these lists.

-- A listed model has a profile of what its tags say. It is kept apart from an equal one of examined models, so that the
-- tier is a property of the profile as well.
ALTER TABLE profile ADD COLUMN tier text NOT NULL DEFAULT 'examined';
ALTER TABLE profile ADD CONSTRAINT profile_tier_known CHECK (tier IN ('stated', 'listed', 'examined'));
ALTER TABLE profile DROP CONSTRAINT profile_digest_unique;
ALTER TABLE profile ADD CONSTRAINT profile_digest_unique UNIQUE (digest, tier);
COMMENT ON COLUMN profile.tier IS 'Of the models that have it: listed ones are judged by their tags alone, stated ones by their name.';

ALTER TABLE model ADD COLUMN bases text;
COMMENT ON COLUMN model.bases IS 'Names of the declared bases, so that a search finds what was made from a model.';
ALTER TABLE model ADD COLUMN found_by text COLLATE "C" NOT NULL
    GENERATED ALWAYS AS (lower(owner || '/' || name || coalesce(' ' || bases, ''))) STORED;
COMMENT ON COLUMN model.found_by IS 'Everything of the row that a search for a part of a text looks at.';
DROP INDEX model_by_name_part;
CREATE INDEX model_by_part ON model USING gin (found_by gin_trgm_ops);

-- Empty values stand last in both directions of reading, so a page begins with one comparison of (value, id).
DROP INDEX model_by_released;
DROP INDEX model_by_parameters;
DROP INDEX model_by_profile;
CREATE INDEX model_by_released ON model (coalesce(released_at, '-infinity'::timestamptz), id)
    WHERE name_lost_at IS NULL;
CREATE INDEX model_by_parameters ON model (coalesce(parameters, -1), id) WHERE name_lost_at IS NULL;
CREATE INDEX model_by_profile ON model (current_profile_id, source) WHERE name_lost_at IS NULL;
CREATE INDEX model_by_profile_name ON model (current_profile_id, full_name_lower, id) WHERE name_lost_at IS NULL;
CREATE INDEX model_by_profile_released ON model
    (current_profile_id, coalesce(released_at, '-infinity'::timestamptz), id) WHERE name_lost_at IS NULL;
CREATE INDEX model_by_profile_parameters ON model (current_profile_id, coalesce(parameters, -1), id)
    WHERE name_lost_at IS NULL;

ALTER TABLE popularity ADD COLUMN profile_id bigint;
COMMENT ON COLUMN popularity.profile_id IS
    'Copied from the model by triggers: the most popular models of a profile are found by one index.';
UPDATE popularity p SET profile_id = m.current_profile_id FROM model m WHERE m.id = p.model_id;
DROP INDEX popularity_by_downloads;
DROP INDEX popularity_by_likes;
CREATE INDEX popularity_by_downloads ON popularity (downloads, model_id);
CREATE INDEX popularity_by_likes ON popularity (likes, model_id);
CREATE INDEX popularity_by_profile_downloads ON popularity (profile_id, downloads, model_id);
CREATE INDEX popularity_by_profile_likes ON popularity (profile_id, likes, model_id);

CREATE FUNCTION popularity_takes_profile() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.profile_id := (SELECT current_profile_id FROM model WHERE id = NEW.model_id);
    RETURN NEW;
END
$$;
CREATE TRIGGER popularity_profile BEFORE INSERT ON popularity
    FOR EACH ROW WHEN (NEW.profile_id IS NULL) EXECUTE FUNCTION popularity_takes_profile();

CREATE FUNCTION model_gives_profile() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE popularity SET profile_id = NEW.current_profile_id WHERE model_id = NEW.id;
    RETURN NULL;
END
$$;
CREATE TRIGGER model_profile AFTER UPDATE OF current_profile_id ON model
    FOR EACH ROW WHEN (OLD.current_profile_id IS DISTINCT FROM NEW.current_profile_id)
    EXECUTE FUNCTION model_gives_profile();

-- All answers of a deployment under the current version of every input, without a look at the rows.
DROP INDEX verdict_by_deployment;
CREATE INDEX verdict_by_inputs ON verdict (deployment_key, deployment_version, policy_key, policy_version,
    organization_version, knowledge_digest, engine_version, profile_id) INCLUDE (verdict, valid_until);
