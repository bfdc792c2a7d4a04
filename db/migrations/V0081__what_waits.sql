CREATE TABLE approval_waiting (
    request_id uuid NOT NULL,
    stage text NOT NULL,
    round integer NOT NULL,
    reviewer text NOT NULL,
    due_at timestamptz NOT NULL,
    CONSTRAINT approval_waiting_pk PRIMARY KEY (request_id, stage),
    CONSTRAINT approval_waiting_request_fk FOREIGN KEY (request_id) REFERENCES approval_request (id)
);
COMMENT ON TABLE approval_waiting IS
    'Stages that wait for people, written anew with each step of their request. What it says is true of that round only.';
COMMENT ON COLUMN approval_waiting.due_at IS 'From which moment on it is late.';
CREATE INDEX approval_waiting_by_due ON approval_waiting (reviewer, due_at, request_id);
GRANT SELECT, INSERT, DELETE ON approval_waiting TO "${appRole}";

INSERT INTO approval_waiting (request_id, stage, round, reviewer, due_at)
WITH stage AS (
    SELECT r.id, r.round, r.round_at, s.body ->> 'key' AS key, lower(s.body ->> 'by') AS by,
        (s.body ->> 'days')::integer AS days, s.body -> 'after' AS after,
        (SELECT count(*) FROM approval_vote v WHERE v.request_id = r.id AND v.round = r.round
            AND v.stage = s.body ->> 'key' AND v.decision = 'approve') >= (s.body ->> 'quorum')::integer AS done
    FROM approval_request r, jsonb_array_elements(r.stages::jsonb) AS s (body)
    WHERE r.state = 'in-review'
)
SELECT o.id, o.key, o.round, o.by, o.round_at + o.days * interval '1 day'
FROM stage o
WHERE NOT o.done
    AND NOT EXISTS (SELECT 1 FROM stage b WHERE b.id = o.id AND NOT b.done AND jsonb_exists(o.after, b.key));

CREATE TABLE request_filter (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    name text NOT NULL,
    parameters text NOT NULL,
    saved_at timestamptz NOT NULL,
    CONSTRAINT request_filter_pk PRIMARY KEY (id),
    CONSTRAINT request_filter_person_fk FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT request_filter_name_length CHECK (char_length(name) BETWEEN 1 AND 80),
    CONSTRAINT request_filter_parameters_length CHECK (char_length(parameters) <= 1000)
);
CREATE UNIQUE INDEX request_filter_once ON request_filter (person_id, lower(name));
COMMENT ON TABLE request_filter IS
    'Lists of requests that a person keeps under a name. They are deleted for good: nothing was ever decided by them.';
GRANT SELECT, INSERT, DELETE ON request_filter TO "${appRole}";
