-- Which instruments an answer was made under is one more of its inputs. Answers made before there were any were made
-- under none, which is the empty text, so they stay answers.
ALTER TABLE verdict ADD COLUMN instruments_digest text COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE verdict ALTER COLUMN instruments_digest DROP DEFAULT;
COMMENT ON COLUMN verdict.instruments_digest IS
    'Of the instruments that reach the deployment and name neither models nor evidence; empty where there are none. '
    'A row is overwritten when they change: under other instruments it is not an answer.';
GRANT UPDATE (instruments_digest) ON verdict TO "${appRole}";

-- Lists still read their answers out of this one index.
ALTER TABLE verdict DROP CONSTRAINT verdict_pk;
ALTER TABLE verdict ADD CONSTRAINT verdict_pk PRIMARY KEY (policy_key, policy_version, organization_version, knowledge_digest,
    engine_version, deployment_key, deployment_version, profile_id) INCLUDE (verdict, valid_until, instruments_digest);
