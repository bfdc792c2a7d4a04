CREATE TABLE clearing (
    id uuid NOT NULL,
    kind text NOT NULL,
    concluded text NOT NULL,
    about text NOT NULL,
    reasons text NOT NULL,
    proposed_by uuid NOT NULL,
    proposed_at timestamptz NOT NULL,
    state text NOT NULL,
    confirmed_by uuid,
    confirmed_at timestamptz,
    confirmation text NOT NULL DEFAULT '',
    ended_by uuid,
    ended_at timestamptz,
    end_reason text NOT NULL DEFAULT '',
    follows bigint,
    CONSTRAINT clearing_pk PRIMARY KEY (id),
    CONSTRAINT clearing_proposer_fk FOREIGN KEY (proposed_by) REFERENCES person (id),
    CONSTRAINT clearing_confirmer_fk FOREIGN KEY (confirmed_by) REFERENCES person (id),
    CONSTRAINT clearing_ender_fk FOREIGN KEY (ended_by) REFERENCES person (id),
    CONSTRAINT clearing_kind_known CHECK (kind IN ('license', 'lineage', 'terms')),
    CONSTRAINT clearing_state_known CHECK (state IN ('proposed', 'confirmed', 'withdrawn', 'revoked')),
    CONSTRAINT clearing_says_why CHECK (btrim(reasons) <> ''),
    CONSTRAINT clearing_two_people CHECK (
        (confirmed_by IS NULL) = (confirmed_at IS NULL) AND (confirmed_by IS NULL OR confirmed_by <> proposed_by)),
    CONSTRAINT clearing_confirmed_or_not CHECK ((state IN ('confirmed', 'revoked')) = (confirmed_by IS NOT NULL)),
    CONSTRAINT clearing_ended_or_not CHECK (
        (state IN ('withdrawn', 'revoked')) = (ended_at IS NOT NULL AND ended_by IS NOT NULL AND btrim(end_reason) <> ''))
);
COMMENT ON TABLE clearing IS
    'What people concluded about evidence that does not speak for itself. What it says is never changed: it is '
    'proposed, confirmed by another person, taken back or revoked.';
COMMENT ON COLUMN clearing.concluded IS 'Canonical JSON: licenses of artifacts, or parents, or terms that are kept.';
COMMENT ON COLUMN clearing.about IS 'Canonical JSON of the evidence as the people saw it.';
COMMENT ON COLUMN clearing.follows IS
    'Last model that was concluded again since the state changed, while more are waiting; null when all are done.';
CREATE INDEX clearing_proposed ON clearing (proposed_at) WHERE state = 'proposed';
CREATE INDEX clearing_following ON clearing (id) WHERE follows IS NOT NULL;
GRANT SELECT, INSERT ON clearing TO "${appRole}";
GRANT UPDATE (state, confirmed_by, confirmed_at, confirmation, ended_by, ended_at, end_reason, follows)
    ON clearing TO "${appRole}";

-- The columns that move could be moved back: a step that was made stays made.
CREATE FUNCTION clearing_steps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.state <> OLD.state
        AND (OLD.state, NEW.state) NOT IN (('proposed', 'confirmed'), ('proposed', 'withdrawn'), ('confirmed', 'revoked'))
    THEN
        RAISE EXCEPTION 'a clearing that is % cannot become %', OLD.state, NEW.state;
    END IF;
    IF OLD.confirmed_by IS NOT NULL
        AND (NEW.confirmed_by, NEW.confirmed_at, NEW.confirmation)
            IS DISTINCT FROM (OLD.confirmed_by, OLD.confirmed_at, OLD.confirmation)
    THEN
        RAISE EXCEPTION 'who confirmed a clearing stays on record';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER clearing_steps BEFORE UPDATE ON clearing FOR EACH ROW EXECUTE FUNCTION clearing_steps();

CREATE TABLE clearing_evidence (
    key text COLLATE "C" NOT NULL,
    clearing_id uuid NOT NULL,
    CONSTRAINT clearing_evidence_pk PRIMARY KEY (key, clearing_id),
    CONSTRAINT clearing_evidence_fk FOREIGN KEY (clearing_id) REFERENCES clearing (id)
);
COMMENT ON TABLE clearing_evidence IS
    'The identities of the evidence that a clearing is for. A model with one of them follows it.';
CREATE INDEX clearing_evidence_by_clearing ON clearing_evidence (clearing_id);
GRANT SELECT, INSERT ON clearing_evidence TO "${appRole}";

CREATE TABLE evidence_question (
    model_id bigint NOT NULL,
    key text COLLATE "C" NOT NULL,
    kind text NOT NULL,
    case_key text COLLATE "C" NOT NULL,
    open boolean NOT NULL,
    CONSTRAINT evidence_question_pk PRIMARY KEY (model_id, key, kind),
    CONSTRAINT evidence_question_model_fk FOREIGN KEY (model_id) REFERENCES model (id),
    CONSTRAINT evidence_question_kind_known CHECK (kind IN
        ('unrecognized', 'near-miss', 'conflicting', 'version', 'undeclared', 'relaxed-base', 'use-policy'))
);
COMMENT ON TABLE evidence_question IS
    'What the evidence of each model leaves to people, by the identity of that evidence: equal evidence is one case, '
    'and a clearing finds by it who follows.';
COMMENT ON COLUMN evidence_question.case_key IS
    'The identity by which the case is counted; the other ones of a question make copies follow.';
COMMENT ON COLUMN evidence_question.open IS 'False where a clearing answers it.';
CREATE INDEX evidence_question_by_key ON evidence_question (key, model_id);
CREATE INDEX evidence_question_waiting ON evidence_question (kind, key) WHERE open AND key = case_key;
GRANT SELECT, INSERT, DELETE ON evidence_question TO "${appRole}";

CREATE TABLE evidence_question_noted (
    once boolean NOT NULL DEFAULT true,
    model_id bigint NOT NULL,
    CONSTRAINT evidence_question_noted_pk PRIMARY KEY (once),
    CONSTRAINT evidence_question_noted_once CHECK (once)
);
COMMENT ON TABLE evidence_question_noted IS
    'Up to which model the questions were noted that were concluded before questions were kept.';
INSERT INTO evidence_question_noted (model_id) VALUES (0);
GRANT SELECT ON evidence_question_noted TO "${appRole}";
GRANT UPDATE (model_id) ON evidence_question_noted TO "${appRole}";

CREATE TABLE settled_base (
    model_id bigint NOT NULL,
    parent_owner text NOT NULL,
    parent_name text NOT NULL,
    CONSTRAINT settled_base_pk PRIMARY KEY (model_id, parent_owner, parent_name),
    CONSTRAINT settled_base_model_fk FOREIGN KEY (model_id) REFERENCES model (id)
);
COMMENT ON TABLE settled_base IS 'Bases of a model that people concluded and no repository declares.';
CREATE INDEX settled_base_by_parent ON settled_base (lower(parent_owner), lower(parent_name));
GRANT SELECT, INSERT, DELETE ON settled_base TO "${appRole}";
