-- What a waiver is for never changes after it was proposed; its steps are taken once each.
CREATE TABLE waiver (
    id uuid NOT NULL,
    state text NOT NULL,
    finding text NOT NULL,
    rule text NOT NULL,
    rule_digest text NOT NULL,
    because text NOT NULL,
    max_days integer,
    policy_key text NOT NULL,
    policy_version integer NOT NULL,
    deployment_key text NOT NULL,
    source text NOT NULL,
    model_id bigint NOT NULL,
    model text NOT NULL,
    every_model boolean NOT NULL,
    texts text[] NOT NULL,
    reason text NOT NULL,
    evidence_link text,
    document_sha256 bytea,
    document_name text,
    document_type text,
    acts_until timestamptz NOT NULL,
    proposed_by uuid NOT NULL,
    proposed_at timestamptz NOT NULL,
    decided_by uuid,
    decided_at timestamptz,
    decision text,
    ended_by uuid,
    ended_at timestamptz,
    end_reason text,
    CONSTRAINT waiver_pk PRIMARY KEY (id),
    CONSTRAINT waiver_model_fk FOREIGN KEY (model_id) REFERENCES model (id),
    CONSTRAINT waiver_document_fk FOREIGN KEY (document_sha256) REFERENCES blob (sha256),
    CONSTRAINT waiver_proposer_fk FOREIGN KEY (proposed_by) REFERENCES person (id),
    CONSTRAINT waiver_decider_fk FOREIGN KEY (decided_by) REFERENCES person (id),
    CONSTRAINT waiver_ender_fk FOREIGN KEY (ended_by) REFERENCES person (id),
    CONSTRAINT waiver_state_known CHECK (
        state IN ('proposed', 'acting', 'rejected', 'withdrawn', 'revoked', 'expired', 'reason-gone')),
    CONSTRAINT waiver_of_a_rule_only CHECK (finding LIKE 'policy/%/%'),
    CONSTRAINT waiver_says_why CHECK (btrim(reason) <> ''),
    CONSTRAINT waiver_shows_evidence CHECK (evidence_link IS NOT NULL OR document_sha256 IS NOT NULL),
    CONSTRAINT waiver_link_is_https CHECK (evidence_link LIKE 'https://%'),
    CONSTRAINT waiver_document_whole CHECK (
        (document_sha256 IS NULL) = (document_name IS NULL) AND (document_sha256 IS NULL) = (document_type IS NULL)),
    CONSTRAINT waiver_every_model_of_a_text CHECK (NOT every_model OR cardinality(texts) > 0),
    CONSTRAINT waiver_within_limit CHECK (
        acts_until > proposed_at AND (max_days IS NULL OR acts_until <= proposed_at + max_days * interval '24 hours')),
    CONSTRAINT waiver_two_people CHECK (decided_by <> proposed_by),
    CONSTRAINT waiver_decided_whole CHECK (
        (decided_by IS NULL) = (decided_at IS NULL) AND (decided_by IS NULL) = (decision IS NULL)
        AND btrim(decision) <> '' AND decided_at >= proposed_at),
    CONSTRAINT waiver_decided_or_not CHECK ((state IN ('proposed', 'withdrawn')) = (decided_by IS NULL)),
    CONSTRAINT waiver_confirmed_in_time CHECK (state = 'rejected' OR acts_until > decided_at),
    CONSTRAINT waiver_ended_whole CHECK ((ended_at IS NULL) = (end_reason IS NULL) AND btrim(end_reason) <> ''),
    CONSTRAINT waiver_ended_or_not CHECK (
        (state IN ('proposed', 'acting', 'rejected')) = (ended_at IS NULL)
        AND (ended_by IS NULL OR ended_at IS NOT NULL) AND (state <> 'revoked' OR ended_by IS NOT NULL))
);
COMMENT ON TABLE waiver IS
    'What lifts one rule of the policy in one deployment for a while, proposed by one person and confirmed by another.';
COMMENT ON COLUMN waiver.finding IS 'Id of the finding that it lifts, as verdicts call it: always one of the policy.';
COMMENT ON COLUMN waiver.rule_digest IS 'Of all that the rule said; a rule that says something else is not waived.';
COMMENT ON COLUMN waiver.max_days IS 'Longest that the policy allowed; absent where it set no limit.';
COMMENT ON COLUMN waiver.every_model IS 'Whether it acts for every model of the deployment with these texts, or for its model only.';
COMMENT ON COLUMN waiver.texts IS 'Hashes of the license files that its model showed; other texts are not waived.';
COMMENT ON COLUMN waiver.evidence_link IS 'Where people find what it rests on. Nothing ever reads that address.';
COMMENT ON COLUMN waiver.ended_by IS 'Absent where it ended by itself.';
CREATE UNIQUE INDEX waiver_proposed_once ON waiver (finding, deployment_key, model_id, every_model)
    WHERE state = 'proposed';
CREATE INDEX waiver_by_state ON waiver (state, id);
CREATE INDEX waiver_by_deployment ON waiver (deployment_key, id);
CREATE INDEX waiver_ending ON waiver (acts_until) WHERE state = 'acting';
CREATE INDEX waiver_by_proposer ON waiver (proposed_by, id);
GRANT SELECT, INSERT ON waiver TO "${appRole}";
GRANT UPDATE (state, decided_by, decided_at, decision, ended_by, ended_at, end_reason, evidence_link, document_name)
    ON waiver TO "${appRole}";
