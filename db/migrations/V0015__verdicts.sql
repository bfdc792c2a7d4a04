CREATE TABLE verdict (
    profile_id bigint NOT NULL,
    deployment_key text NOT NULL,
    deployment_version integer NOT NULL,
    policy_key text NOT NULL,
    policy_version integer NOT NULL,
    organization_version integer NOT NULL,
    knowledge_digest text NOT NULL,
    engine_version text NOT NULL,
    verdict text NOT NULL,
    valid_until timestamptz,
    evaluated_at timestamptz NOT NULL,
    body text NOT NULL,
    CONSTRAINT verdict_pk PRIMARY KEY (profile_id, deployment_key, deployment_version, policy_key,
        policy_version, organization_version, knowledge_digest, engine_version),
    CONSTRAINT verdict_profile_fk FOREIGN KEY (profile_id) REFERENCES profile (id),
    CONSTRAINT verdict_deployment_fk FOREIGN KEY (deployment_key, deployment_version)
        REFERENCES deployment_version (key, version),
    CONSTRAINT verdict_policy_fk FOREIGN KEY (policy_key, policy_version) REFERENCES policy_version (key, version),
    CONSTRAINT verdict_organization_fk FOREIGN KEY (organization_version) REFERENCES organization_version (version),
    CONSTRAINT verdict_knowledge_fk FOREIGN KEY (knowledge_digest) REFERENCES knowledge (digest),
    CONSTRAINT verdict_known CHECK (verdict IN ('ALLOW', 'NEEDS', 'DENY'))
);
COMMENT ON TABLE verdict IS
    'The answer for a profile under one version of every input. Past valid_until a row is not an answer: it is '
    'evaluated again, whoever reads it first.';
CREATE INDEX verdict_by_deployment ON verdict (deployment_key, deployment_version, verdict, profile_id);
CREATE INDEX verdict_by_valid_until ON verdict (valid_until) WHERE valid_until IS NOT NULL;
GRANT SELECT, INSERT ON verdict TO "${appRole}";
GRANT UPDATE (verdict, valid_until, evaluated_at, body) ON verdict TO "${appRole}";

CREATE TABLE model_verdict (
    model_id bigint NOT NULL,
    conclusion_id bigint NOT NULL,
    deployment_key text NOT NULL,
    deployment_version integer NOT NULL,
    policy_key text NOT NULL,
    policy_version integer NOT NULL,
    organization_version integer NOT NULL,
    knowledge_digest text NOT NULL,
    engine_version text NOT NULL,
    instruments_digest text NOT NULL,
    verdict text NOT NULL,
    valid_until timestamptz,
    evaluated_at timestamptz NOT NULL,
    body text NOT NULL,
    CONSTRAINT model_verdict_pk PRIMARY KEY (model_id, deployment_key),
    CONSTRAINT model_verdict_model_fk FOREIGN KEY (model_id) REFERENCES model (id),
    CONSTRAINT model_verdict_conclusion_fk FOREIGN KEY (conclusion_id) REFERENCES conclusion (id),
    CONSTRAINT model_verdict_deployment_fk FOREIGN KEY (deployment_key, deployment_version)
        REFERENCES deployment_version (key, version),
    CONSTRAINT model_verdict_known CHECK (verdict IN ('ALLOW', 'NEEDS', 'DENY'))
);
COMMENT ON TABLE model_verdict IS
    'Own answers of models that an instrument touches. Lists take this row before that of the profile. It names '
    'the inputs it was made from; with any other input it is not an answer.';
CREATE INDEX model_verdict_by_deployment ON model_verdict (deployment_key, deployment_version, verdict, model_id);
CREATE INDEX model_verdict_by_valid_until ON model_verdict (valid_until) WHERE valid_until IS NOT NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON model_verdict TO "${appRole}";
