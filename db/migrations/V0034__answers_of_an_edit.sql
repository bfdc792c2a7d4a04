-- An edit writes one row for each profile and deployment. One index in place of two serves the lists, which ask for all
-- rows of some inputs without a look at them, and the one row that is written or asked for.
DROP INDEX verdict_by_inputs;
ALTER TABLE verdict DROP CONSTRAINT verdict_pk;
ALTER TABLE verdict ADD CONSTRAINT verdict_pk PRIMARY KEY (policy_key, policy_version, organization_version, knowledge_digest,
    engine_version, deployment_key, deployment_version, profile_id) INCLUDE (verdict, valid_until);

-- What no list can find any longer goes, some time after the change.
GRANT DELETE ON verdict TO "${appRole}";
