-- What changed of licenses lately is asked on every look at the dashboard; other drift is much more.
CREATE INDEX drift_of_terms ON drift (seen_at, model_id) WHERE kind IN ('license-tag', 'license-text');
