CREATE TABLE stack (
    id uuid NOT NULL,
    key text NOT NULL,
    name text NOT NULL,
    team_id uuid NOT NULL,
    cadence_months integer NOT NULL,
    version integer NOT NULL,
    made_at timestamptz NOT NULL,
    ended_at timestamptz,
    CONSTRAINT stack_pk PRIMARY KEY (id),
    CONSTRAINT stack_key_once UNIQUE (key),
    CONSTRAINT stack_key_shape CHECK (key ~ '^[a-z0-9][a-z0-9-]{0,63}$'),
    CONSTRAINT stack_name_length CHECK (char_length(name) BETWEEN 1 AND 200),
    CONSTRAINT stack_cadence CHECK (cadence_months BETWEEN 1 AND 24),
    CONSTRAINT stack_team_fk FOREIGN KEY (team_id) REFERENCES team (id)
);
COMMENT ON TABLE stack IS 'The models that a product line runs, one in each slot, and the team that owns them.';
COMMENT ON COLUMN stack.version IS 'Grows with each change of the stack or one of its slots.';
COMMENT ON COLUMN stack.cadence_months IS 'How long after one review the next one is due.';
GRANT SELECT, INSERT, UPDATE ON stack TO "${appRole}";

CREATE TABLE stack_slot (
    id uuid NOT NULL,
    stack_id uuid NOT NULL,
    key text NOT NULL,
    role text NOT NULL,
    made_at timestamptz NOT NULL,
    CONSTRAINT stack_slot_pk PRIMARY KEY (id),
    CONSTRAINT stack_slot_once UNIQUE (stack_id, key),
    CONSTRAINT stack_slot_key_shape CHECK (key ~ '^[a-z0-9][a-z0-9-]{0,63}$'),
    CONSTRAINT stack_slot_stack_fk FOREIGN KEY (stack_id) REFERENCES stack (id)
);
COMMENT ON TABLE stack_slot IS 'A place in a stack for one model at a time.';
COMMENT ON COLUMN stack_slot.role IS 'Key of the list of roles that ships.';
GRANT SELECT, INSERT ON stack_slot TO "${appRole}";
GRANT UPDATE (role) ON stack_slot TO "${appRole}";

CREATE TABLE slot_filling (
    id uuid NOT NULL,
    slot_id uuid NOT NULL,
    model text NOT NULL,
    family text NOT NULL,
    revision text NOT NULL,
    deployment text NOT NULL,
    owner uuid NOT NULL,
    routing text,
    since timestamptz NOT NULL,
    until timestamptz,
    set_by uuid NOT NULL,
    CONSTRAINT slot_filling_pk PRIMARY KEY (id),
    CONSTRAINT slot_filling_slot_fk FOREIGN KEY (slot_id) REFERENCES stack_slot (id),
    CONSTRAINT slot_filling_owner_fk FOREIGN KEY (owner) REFERENCES person (id),
    CONSTRAINT slot_filling_set_by_fk FOREIGN KEY (set_by) REFERENCES person (id),
    CONSTRAINT slot_filling_deployment_fk FOREIGN KEY (deployment) REFERENCES deployment (key),
    CONSTRAINT slot_filling_commit CHECK (revision ~ '^[0-9a-f]{40}$'),
    CONSTRAINT slot_filling_times CHECK (until >= since),
    CONSTRAINT slot_filling_routing_length CHECK (char_length(routing) BETWEEN 1 AND 500)
);
COMMENT ON TABLE slot_filling IS 'What fills a slot from when until when; the one without an end fills it now.';
COMMENT ON COLUMN slot_filling.family IS 'Key of the family, or the namespace in lower case, when it was filled.';
COMMENT ON COLUMN slot_filling.routing IS 'Which traffic goes there.';
CREATE UNIQUE INDEX slot_filling_now ON slot_filling (slot_id) WHERE until IS NULL;
CREATE INDEX slot_filling_by_slot ON slot_filling (slot_id, since);
CREATE INDEX slot_filling_by_model ON slot_filling (lower(model)) WHERE until IS NULL;
CREATE INDEX slot_filling_by_owner ON slot_filling (owner) WHERE until IS NULL;
GRANT SELECT, INSERT ON slot_filling TO "${appRole}";
GRANT UPDATE (until, owner, routing) ON slot_filling TO "${appRole}";

CREATE TABLE stack_review (
    id uuid NOT NULL,
    stack_id uuid NOT NULL,
    due date NOT NULL,
    state text NOT NULL,
    scheduled_by uuid NOT NULL,
    scheduled_at timestamptz NOT NULL,
    opened_by uuid,
    opened_at timestamptz,
    ended_by uuid,
    ended_at timestamptz,
    told_days integer,
    CONSTRAINT stack_review_pk PRIMARY KEY (id),
    CONSTRAINT stack_review_stack_fk FOREIGN KEY (stack_id) REFERENCES stack (id),
    CONSTRAINT stack_review_scheduled_by_fk FOREIGN KEY (scheduled_by) REFERENCES person (id),
    CONSTRAINT stack_review_opened_by_fk FOREIGN KEY (opened_by) REFERENCES person (id),
    CONSTRAINT stack_review_ended_by_fk FOREIGN KEY (ended_by) REFERENCES person (id),
    CONSTRAINT stack_review_life CHECK (CASE state
        WHEN 'scheduled' THEN opened_at IS NULL AND ended_at IS NULL
        WHEN 'open' THEN opened_at IS NOT NULL AND ended_at IS NULL
        WHEN 'closed' THEN opened_at IS NOT NULL AND ended_at IS NOT NULL
        WHEN 'called-off' THEN ended_at IS NOT NULL
        ELSE false END),
    CONSTRAINT stack_review_steps CHECK ((opened_at IS NULL) = (opened_by IS NULL)
        AND (ended_at IS NULL) = (ended_by IS NULL))
);
COMMENT ON TABLE stack_review IS 'The meeting that renews, replaces or retires what fills each slot.';
COMMENT ON COLUMN stack_review.told_days IS 'How many days ahead people were last told of it; none since its day was set.';
CREATE UNIQUE INDEX stack_review_running ON stack_review (stack_id) WHERE state IN ('scheduled', 'open');
CREATE INDEX stack_review_by_stack ON stack_review (stack_id, due, id);
CREATE INDEX stack_review_due ON stack_review (due, id) WHERE state IN ('scheduled', 'open');
CREATE INDEX stack_review_closed ON stack_review (ended_at, id) WHERE state = 'closed';
GRANT SELECT, INSERT, UPDATE ON stack_review TO "${appRole}";

CREATE TABLE stack_review_item (
    review_id uuid NOT NULL,
    slot_id uuid NOT NULL,
    filling_id uuid NOT NULL,
    verdict text NOT NULL,
    permitted boolean NOT NULL,
    reasons text[] NOT NULL,
    license text NOT NULL,
    family text NOT NULL,
    developer text NOT NULL,
    country text NOT NULL,
    decision text,
    reason text,
    new_model text,
    new_revision text,
    decided_by uuid,
    decided_at timestamptz,
    CONSTRAINT stack_review_item_pk PRIMARY KEY (review_id, slot_id),
    CONSTRAINT stack_review_item_review_fk FOREIGN KEY (review_id) REFERENCES stack_review (id),
    CONSTRAINT stack_review_item_slot_fk FOREIGN KEY (slot_id) REFERENCES stack_slot (id),
    CONSTRAINT stack_review_item_filling_fk FOREIGN KEY (filling_id) REFERENCES slot_filling (id),
    CONSTRAINT stack_review_item_person_fk FOREIGN KEY (decided_by) REFERENCES person (id),
    CONSTRAINT stack_review_item_decision CHECK (CASE WHEN decision IS NULL
        THEN num_nonnulls(reason, new_model, new_revision, decided_by, decided_at) = 0
        ELSE decision IN ('renew', 'replace', 'retire') AND num_nulls(reason, decided_by, decided_at) = 0
            AND char_length(reason) BETWEEN 1 AND 4000 END),
    CONSTRAINT stack_review_item_replacement
        CHECK (num_nonnulls(new_model, new_revision) = CASE WHEN decision = 'replace' THEN 2 ELSE 0 END
            AND new_revision ~ '^[0-9a-f]{40}$')
);
COMMENT ON TABLE stack_review_item IS 'A slot as it stood when its review was opened, and what the review decided.';
COMMENT ON COLUMN stack_review_item.license IS 'Concluded then; unclear where several texts can govern, unknown unread.';
CREATE INDEX stack_review_item_by_slot ON stack_review_item (slot_id, review_id);
GRANT SELECT, INSERT ON stack_review_item TO "${appRole}";
GRANT UPDATE (decision, reason, new_model, new_revision, decided_by, decided_at) ON stack_review_item TO "${appRole}";

CREATE TABLE slot_note (
    id uuid NOT NULL,
    slot_id uuid NOT NULL,
    kind text NOT NULL,
    words text NOT NULL,
    figure numeric,
    unit text,
    written_by uuid NOT NULL,
    written_at timestamptz NOT NULL,
    CONSTRAINT slot_note_pk PRIMARY KEY (id),
    CONSTRAINT slot_note_slot_fk FOREIGN KEY (slot_id) REFERENCES stack_slot (id),
    CONSTRAINT slot_note_person_fk FOREIGN KEY (written_by) REFERENCES person (id),
    CONSTRAINT slot_note_kind_known CHECK (kind IN ('cost', 'quality', 'other')),
    CONSTRAINT slot_note_words_length CHECK (char_length(words) BETWEEN 1 AND 4000),
    CONSTRAINT slot_note_figure_in_unit CHECK ((figure IS NULL) = (unit IS NULL) AND char_length(unit) BETWEEN 1 AND 40)
);
COMMENT ON TABLE slot_note IS 'What people measured or heard of what fills a slot: its cost, its quality.';
CREATE INDEX slot_note_by_slot ON slot_note (slot_id, written_at, id);
GRANT SELECT, INSERT ON slot_note TO "${appRole}";
GRANT UPDATE (words) ON slot_note TO "${appRole}";
