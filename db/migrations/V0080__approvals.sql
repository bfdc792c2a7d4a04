CREATE TABLE approval_request (
    id uuid NOT NULL,
    version bigint NOT NULL,
    state text NOT NULL,
    requester uuid NOT NULL,
    source text NOT NULL,
    model_id bigint NOT NULL,
    model text NOT NULL,
    revision text NOT NULL,
    deployment_key text NOT NULL,
    justification text NOT NULL,
    needed_by date,
    round integer NOT NULL,
    stages text NOT NULL,
    lifts text NOT NULL,
    basis text NOT NULL,
    policy_key text NOT NULL,
    policy_version integer NOT NULL,
    valid_days integer NOT NULL,
    created_at timestamptz NOT NULL,
    round_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    decided_at timestamptz,
    CONSTRAINT approval_request_pk PRIMARY KEY (id),
    CONSTRAINT approval_request_of_requester UNIQUE (id, requester),
    CONSTRAINT approval_request_requester_fk FOREIGN KEY (requester) REFERENCES person (id),
    CONSTRAINT approval_request_model_fk FOREIGN KEY (model_id) REFERENCES model (id),
    CONSTRAINT approval_request_state_known
        CHECK (state IN ('draft', 'in-review', 'returned', 'approved', 'rejected', 'withdrawn')),
    CONSTRAINT approval_request_says_why CHECK (btrim(justification) <> ''),
    CONSTRAINT approval_request_decided_or_not
        CHECK ((state IN ('approved', 'rejected', 'withdrawn')) = (decided_at IS NOT NULL))
);
COMMENT ON TABLE approval_request IS 'What somebody asks to be allowed: one model at one revision in one deployment.';
COMMENT ON COLUMN approval_request.round IS 'Counts from 1 with each submission; 0 for a draft.';
COMMENT ON COLUMN approval_request.stages IS 'JSON: the stages that the policy asked for when the round began.';
COMMENT ON COLUMN approval_request.lifts IS 'JSON: ids of the findings that an approval lifts.';
COMMENT ON COLUMN approval_request.basis IS 'JSON of what people have before them in this round; empty for a draft.';
CREATE UNIQUE INDEX approval_request_one_open ON approval_request (model_id, revision, deployment_key)
    WHERE state IN ('in-review', 'returned');
CREATE INDEX approval_request_by_state ON approval_request (state, changed_at, id);
CREATE INDEX approval_request_by_requester ON approval_request (requester, changed_at, id);
CREATE INDEX approval_request_by_model ON approval_request (model_id, changed_at, id);
GRANT SELECT, INSERT, UPDATE ON approval_request TO "${appRole}";

-- A decision stays a decision, whoever asks the database to forget it.
CREATE FUNCTION approval_request_steps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state IN ('approved', 'rejected', 'withdrawn') THEN
        RAISE EXCEPTION 'a request that is % does not change', OLD.state;
    END IF;
    IF (NEW.id, NEW.requester, NEW.source, NEW.model_id, NEW.revision, NEW.deployment_key)
        IS DISTINCT FROM (OLD.id, OLD.requester, OLD.source, OLD.model_id, OLD.revision, OLD.deployment_key)
    THEN
        RAISE EXCEPTION 'what a request asks for, and who asks, does not change';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER approval_request_steps BEFORE UPDATE ON approval_request
    FOR EACH ROW EXECUTE FUNCTION approval_request_steps();

CREATE TABLE approval_vote (
    request_id uuid NOT NULL,
    requester uuid NOT NULL,
    round integer NOT NULL,
    stage text NOT NULL,
    person uuid NOT NULL,
    behalf_of uuid,
    decision text NOT NULL,
    reason text NOT NULL,
    voted_at timestamptz NOT NULL,
    CONSTRAINT approval_vote_pk PRIMARY KEY (request_id, round, person),
    CONSTRAINT approval_vote_request_fk FOREIGN KEY (request_id, requester)
        REFERENCES approval_request (id, requester),
    CONSTRAINT approval_vote_person_fk FOREIGN KEY (person) REFERENCES person (id),
    CONSTRAINT approval_vote_behalf_fk FOREIGN KEY (behalf_of) REFERENCES person (id),
    CONSTRAINT approval_vote_not_own CHECK (person <> requester AND behalf_of IS DISTINCT FROM requester),
    CONSTRAINT approval_vote_decision_known CHECK (decision IN ('approve', 'reject', 'send-back')),
    CONSTRAINT approval_vote_says_why CHECK (btrim(reason) <> '')
);
COMMENT ON TABLE approval_vote IS
    'What people decided, each once in a round and never on their own request.';
CREATE UNIQUE INDEX approval_vote_once_away ON approval_vote (request_id, round, behalf_of) WHERE behalf_of IS NOT NULL;
CREATE INDEX approval_vote_by_person ON approval_vote (person, voted_at);
GRANT SELECT, INSERT ON approval_vote TO "${appRole}";

CREATE TABLE approval_condition (
    id uuid NOT NULL,
    request_id uuid NOT NULL,
    round integer NOT NULL,
    set_by uuid NOT NULL,
    words text NOT NULL,
    owner uuid NOT NULL,
    due date NOT NULL,
    done_at timestamptz,
    done_by uuid,
    done_words text NOT NULL DEFAULT '',
    CONSTRAINT approval_condition_pk PRIMARY KEY (id),
    CONSTRAINT approval_condition_vote_fk FOREIGN KEY (request_id, round, set_by)
        REFERENCES approval_vote (request_id, round, person),
    CONSTRAINT approval_condition_owner_fk FOREIGN KEY (owner) REFERENCES person (id),
    CONSTRAINT approval_condition_doer_fk FOREIGN KEY (done_by) REFERENCES person (id),
    CONSTRAINT approval_condition_says_what CHECK (btrim(words) <> ''),
    CONSTRAINT approval_condition_done_or_not
        CHECK ((done_at IS NULL) = (done_by IS NULL) AND (done_at IS NULL) = (btrim(done_words) = ''))
);
COMMENT ON TABLE approval_condition IS 'What has to be done although a request is approved, by whom and until when.';
CREATE INDEX approval_condition_open ON approval_condition (owner, due) WHERE done_at IS NULL;
CREATE INDEX approval_condition_of_request ON approval_condition (request_id);
GRANT SELECT, INSERT ON approval_condition TO "${appRole}";
GRANT UPDATE (owner, done_at, done_by, done_words) ON approval_condition TO "${appRole}";

CREATE TABLE approval_message (
    id uuid NOT NULL,
    request_id uuid NOT NULL,
    person uuid NOT NULL,
    kind text NOT NULL,
    words text NOT NULL,
    file_name text,
    file_type text,
    file_sha256 bytea,
    said_at timestamptz NOT NULL,
    CONSTRAINT approval_message_pk PRIMARY KEY (id),
    CONSTRAINT approval_message_request_fk FOREIGN KEY (request_id) REFERENCES approval_request (id),
    CONSTRAINT approval_message_person_fk FOREIGN KEY (person) REFERENCES person (id),
    CONSTRAINT approval_message_file_fk FOREIGN KEY (file_sha256) REFERENCES blob (sha256),
    CONSTRAINT approval_message_kind_known CHECK (kind IN ('comment', 'answer', 'document')),
    CONSTRAINT approval_message_says_something CHECK (btrim(words) <> ''),
    CONSTRAINT approval_message_document_or_not CHECK ((kind = 'document') = (file_sha256 IS NOT NULL)
        AND (file_name IS NULL) = (file_sha256 IS NULL) AND (file_type IS NULL) = (file_sha256 IS NULL))
);
COMMENT ON TABLE approval_message IS 'What people say and attach beside their decisions.';
CREATE INDEX approval_message_of_request ON approval_message (request_id, said_at);
GRANT SELECT, INSERT ON approval_message TO "${appRole}";

CREATE TABLE approval (
    id uuid NOT NULL,
    model_id bigint NOT NULL,
    model text NOT NULL,
    revision text NOT NULL,
    deployment_key text NOT NULL,
    lifts text NOT NULL,
    basis text NOT NULL,
    policy_key text NOT NULL,
    policy_version integer NOT NULL,
    valid_from timestamptz NOT NULL,
    valid_until timestamptz NOT NULL,
    ended_at timestamptz,
    ended_by uuid,
    end_reason text NOT NULL DEFAULT '',
    CONSTRAINT approval_pk PRIMARY KEY (id),
    CONSTRAINT approval_request_fk FOREIGN KEY (id) REFERENCES approval_request (id),
    CONSTRAINT approval_model_fk FOREIGN KEY (model_id) REFERENCES model (id),
    CONSTRAINT approval_ender_fk FOREIGN KEY (ended_by) REFERENCES person (id),
    CONSTRAINT approval_term CHECK (valid_until > valid_from),
    CONSTRAINT approval_ended_or_not CHECK ((ended_at IS NULL) = (btrim(end_reason) = ''))
);
COMMENT ON TABLE approval IS
    'What an approved request lifts, for its model, revision, deployment and basis only. It has the id of its request.';
COMMENT ON COLUMN approval.ended_by IS 'Absent where another approval took its place.';
CREATE INDEX approval_acting ON approval (model_id, revision, deployment_key) WHERE ended_at IS NULL;
CREATE INDEX approval_ending ON approval (valid_until) WHERE ended_at IS NULL;
GRANT SELECT, INSERT ON approval TO "${appRole}";
GRANT UPDATE (ended_at, ended_by, end_reason) ON approval TO "${appRole}";

CREATE TABLE approval_delegation (
    id uuid NOT NULL,
    person uuid NOT NULL,
    delegate uuid NOT NULL,
    from_at timestamptz NOT NULL,
    until_at timestamptz NOT NULL,
    ended_at timestamptz,
    CONSTRAINT approval_delegation_pk PRIMARY KEY (id),
    CONSTRAINT approval_delegation_person_fk FOREIGN KEY (person) REFERENCES person (id),
    CONSTRAINT approval_delegation_delegate_fk FOREIGN KEY (delegate) REFERENCES person (id),
    CONSTRAINT approval_delegation_two_people CHECK (person <> delegate),
    CONSTRAINT approval_delegation_term CHECK (until_at > from_at)
);
COMMENT ON TABLE approval_delegation IS 'Who decides for whom while they are away, with the rights that they have then.';
CREATE INDEX approval_delegation_to ON approval_delegation (delegate, until_at) WHERE ended_at IS NULL;
GRANT SELECT, INSERT ON approval_delegation TO "${appRole}";
GRANT UPDATE (ended_at) ON approval_delegation TO "${appRole}";
