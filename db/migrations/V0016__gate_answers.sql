CREATE TABLE gate_answer_hour (
    model_id bigint NOT NULL,
    deployment_key text NOT NULL,
    token_id uuid NOT NULL,
    verdict text NOT NULL,
    hour timestamptz NOT NULL,
    count bigint NOT NULL,
    CONSTRAINT gate_answer_hour_pk PRIMARY KEY (model_id, deployment_key, token_id, verdict, hour),
    CONSTRAINT gate_answer_hour_model_fk FOREIGN KEY (model_id) REFERENCES model (id),
    CONSTRAINT gate_answer_hour_token_fk FOREIGN KEY (token_id) REFERENCES api_token (id),
    CONSTRAINT gate_answer_hour_verdict_known CHECK (verdict IN ('ALLOW', 'NEEDS', 'DENY')),
    CONSTRAINT gate_answer_hour_counts CHECK (count > 0)
);
COMMENT ON TABLE gate_answer_hour IS
    'What the gate answered to whom, summed by hour and written behind the answer: a row for each answer would '
    'cost more than the answer.';
CREATE INDEX gate_answer_hour_by_hour ON gate_answer_hour (hour);
GRANT SELECT, INSERT ON gate_answer_hour TO "${appRole}";
GRANT UPDATE (count) ON gate_answer_hour TO "${appRole}";
