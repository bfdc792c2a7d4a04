CREATE TABLE decision_record (
    id bigint GENERATED ALWAYS AS IDENTITY,
    source text NOT NULL,
    model text NOT NULL,
    revision text NOT NULL,
    deployment_key text NOT NULL,
    deployment_version integer NOT NULL,
    verdict text NOT NULL,
    knowledge_digest text NOT NULL,
    engine_version text NOT NULL,
    closure_sha256 bytea NOT NULL,
    result_sha256 bytea NOT NULL,
    decided_at timestamptz NOT NULL,
    recorded_by uuid NOT NULL,
    reason text NOT NULL,
    CONSTRAINT decision_record_pk PRIMARY KEY (id),
    CONSTRAINT decision_record_deployment_fk FOREIGN KEY (deployment_key, deployment_version)
        REFERENCES deployment_version (key, version),
    CONSTRAINT decision_record_knowledge_fk FOREIGN KEY (knowledge_digest) REFERENCES knowledge (digest),
    CONSTRAINT decision_record_closure_fk FOREIGN KEY (closure_sha256) REFERENCES blob (sha256),
    CONSTRAINT decision_record_result_fk FOREIGN KEY (result_sha256) REFERENCES blob (sha256),
    CONSTRAINT decision_record_person_fk FOREIGN KEY (recorded_by) REFERENCES person (id),
    CONSTRAINT decision_record_verdict_known CHECK (verdict IN ('ALLOW', 'NEEDS', 'DENY')),
    CONSTRAINT decision_record_reason_given CHECK (reason <> '')
);
COMMENT ON TABLE decision_record IS
    'Verdicts of record. Everything that one was made from, and the answer itself, lie in blobs by their hash; the '
    'columns here are for finding them. Never changed.';
CREATE INDEX decision_record_by_model ON decision_record (lower(model), id);
CREATE INDEX decision_record_by_deployment ON decision_record (deployment_key, id);
GRANT SELECT, INSERT ON decision_record TO "${appRole}";
CREATE TRIGGER decision_record_append_only BEFORE UPDATE OR DELETE ON decision_record
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER decision_record_not_truncated BEFORE TRUNCATE ON decision_record
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
