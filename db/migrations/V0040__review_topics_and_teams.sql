CREATE TABLE person_review_topic (
    person_id uuid NOT NULL,
    topic text NOT NULL,
    CONSTRAINT person_review_topic_pk PRIMARY KEY (person_id, topic),
    CONSTRAINT person_review_topic_person_fk FOREIGN KEY (person_id) REFERENCES person (id)
);
COMMENT ON TABLE person_review_topic IS
    'What a reviewer''s word counts for. The closed list of topics lives in code.';
GRANT SELECT, INSERT, DELETE ON person_review_topic TO "${appRole}";

CREATE TABLE team (
    id uuid NOT NULL,
    key text NOT NULL,
    name text NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT team_pk PRIMARY KEY (id),
    CONSTRAINT team_key_unique UNIQUE (key),
    CONSTRAINT team_key_shape CHECK (key ~ '^[a-z0-9][a-z0-9-]{0,63}$')
);
COMMENT ON TABLE team IS
    'People who own deployments together. Rows are never deleted: the audit chain names the id.';
GRANT SELECT, INSERT ON team TO "${appRole}";
GRANT UPDATE (name) ON team TO "${appRole}";

CREATE TABLE team_member (
    team_id uuid NOT NULL,
    person_id uuid NOT NULL,
    CONSTRAINT team_member_pk PRIMARY KEY (team_id, person_id),
    CONSTRAINT team_member_team_fk FOREIGN KEY (team_id) REFERENCES team (id),
    CONSTRAINT team_member_person_fk FOREIGN KEY (person_id) REFERENCES person (id)
);
COMMENT ON TABLE team_member IS 'Who belongs to a team now; the audit log knows who did before.';
CREATE INDEX team_member_by_person ON team_member (person_id);
GRANT SELECT, INSERT, DELETE ON team_member TO "${appRole}";

CREATE TABLE team_deployment (
    deployment text NOT NULL,
    team_id uuid NOT NULL,
    CONSTRAINT team_deployment_pk PRIMARY KEY (deployment),
    CONSTRAINT team_deployment_team_fk FOREIGN KEY (team_id) REFERENCES team (id)
);
COMMENT ON TABLE team_deployment IS
    'Which team owns a deployment, by the key of the deployment; one without a row is everybody''s.';
CREATE INDEX team_deployment_by_team ON team_deployment (team_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON team_deployment TO "${appRole}";
