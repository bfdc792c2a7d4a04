-- Written by GoldenSchemaTest from the migrations; read it, never edit it.

CREATE OR REPLACE FUNCTION public.approval_request_steps()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
END $function$
;

CREATE OR REPLACE FUNCTION public.clearing_steps()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
END $function$
;

CREATE OR REPLACE FUNCTION public.instrument_party_erased()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    RAISE EXCEPTION 'instrument % stays as it was recorded', OLD.id;
END $function$
;

CREATE OR REPLACE FUNCTION public.model_gives_profile()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    UPDATE popularity SET profile_id = NEW.current_profile_id WHERE model_id = NEW.id;
    RETURN NULL;
END
$function$
;

CREATE OR REPLACE FUNCTION public.person_stays_erased()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    RAISE EXCEPTION 'the personal data of % was erased: nothing is written about the person any more', OLD.id;
END $function$
;

CREATE OR REPLACE FUNCTION public.popularity_takes_profile()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    NEW.profile_id := (SELECT current_profile_id FROM model WHERE id = NEW.model_id);
    RETURN NEW;
END
$function$
;

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END
$function$
;

-- Something that people should know about; written with the change that it tells of.
CREATE TABLE alert (
    id uuid NOT NULL,
    kind text NOT NULL,
    object_kind text NOT NULL,
    object_id text NOT NULL,
    about text NOT NULL,
    facts text NOT NULL,
    raised_at timestamp with time zone NOT NULL,
    CONSTRAINT alert_kind_known CHECK ((kind = ANY (ARRAY['request-waits'::text, 'request-returned'::text, 'request-decided'::text, 'comment'::text, 'condition-due'::text, 'condition-done'::text, 'approval-stale'::text, 'approval-ending'::text, 'approval-ended'::text, 'break-glass'::text, 'waiver-ending'::text, 'waiver-ended'::text, 'escalation'::text, 'model-new'::text, 'license-text-changed'::text, 'license-tag-changed'::text, 'gating-changed'::text, 'weights-changed'::text, 'base-changed'::text, 'model-renamed'::text, 'model-gone'::text, 'model-returned'::text, 'model-disabled'::text, 'retirement-near'::text, 'verdict-flipped'::text, 'review-due'::text, 'sync-failing'::text, 'sync-works'::text]))),
    CONSTRAINT alert_once UNIQUE (object_id, object_kind, kind, about),
    CONSTRAINT alert_pk PRIMARY KEY (id)
);
GRANT INSERT, SELECT TO licet_app;

-- Who takes care of what an alert tells; it counts for all who share a team with that person.
CREATE TABLE alert_acknowledgement (
    alert_id uuid NOT NULL,
    person uuid NOT NULL,
    acknowledged_at timestamp with time zone NOT NULL,
    CONSTRAINT alert_acknowledgement_pk PRIMARY KEY (alert_id, person),
    CONSTRAINT alert_acknowledgement_told_fk FOREIGN KEY (person, alert_id) REFERENCES alert_person(person, alert_id) ON DELETE CASCADE
);
GRANT INSERT, SELECT TO licet_app;

-- Whom an alert is for, and when they read it.
CREATE TABLE alert_person (
    person uuid NOT NULL,
    alert_id uuid NOT NULL,
    read_at timestamp with time zone,
    digest text NOT NULL DEFAULT 'immediate'::text,
    mail_id uuid,
    CONSTRAINT alert_person_alert_fk FOREIGN KEY (alert_id) REFERENCES alert(id),
    CONSTRAINT alert_person_digest_known CHECK ((digest = ANY (ARRAY['immediate'::text, 'daily'::text, 'weekly'::text, 'inbox'::text]))),
    CONSTRAINT alert_person_mail_fk FOREIGN KEY (mail_id) REFERENCES mail(id) ON DELETE SET NULL,
    CONSTRAINT alert_person_person_fk FOREIGN KEY (person) REFERENCES person(id),
    CONSTRAINT alert_person_pk PRIMARY KEY (person, alert_id)
);
CREATE INDEX alert_person_of_mail ON public.alert_person USING btree (mail_id) WHERE (mail_id IS NOT NULL);
CREATE INDEX alert_person_unmailed ON public.alert_person USING btree (digest, person) WHERE ((mail_id IS NULL) AND (digest <> 'inbox'::text));
CREATE INDEX alert_person_unread ON public.alert_person USING btree (person, alert_id) WHERE (read_at IS NULL);
GRANT DELETE, INSERT, SELECT TO licet_app;
GRANT UPDATE (read_at, mail_id) TO licet_app;

-- Bearer tokens of programs. The secret is random enough for one plain SHA-256; the prefix is for people who must recognize a token in a list.
CREATE TABLE api_token (
    id uuid NOT NULL,
    name text NOT NULL,
    prefix text NOT NULL,
    secret_hash bytea NOT NULL,
    scope text NOT NULL,
    owner_kind text NOT NULL,
    owner_id uuid,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone,
    revoked_at timestamp with time zone,
    last_used_at timestamp with time zone,
    version bigint NOT NULL,
    made_with uuid,
    CONSTRAINT api_token_made_with_fk FOREIGN KEY (made_with) REFERENCES api_token(id),
    CONSTRAINT api_token_owner_fk FOREIGN KEY (owner_id) REFERENCES person(id),
    CONSTRAINT api_token_owner_known CHECK ((((owner_kind = 'person'::text) = (owner_id IS NOT NULL)) AND (owner_kind = ANY (ARRAY['person'::text, 'host'::text])))),
    CONSTRAINT api_token_pk PRIMARY KEY (id),
    CONSTRAINT api_token_scope_known CHECK ((scope = ANY (ARRAY['read'::text, 'gate'::text, 'write'::text]))),
    CONSTRAINT api_token_secret_sha256 CHECK ((octet_length(secret_hash) = 32)),
    CONSTRAINT api_token_secret_unique UNIQUE (secret_hash)
);
CREATE INDEX api_token_by_maker ON public.api_token USING btree (made_with) WHERE (made_with IS NOT NULL);
CREATE INDEX api_token_by_owner ON public.api_token USING btree (owner_id);
GRANT INSERT, SELECT TO licet_app;
GRANT UPDATE (name, revoked_at, last_used_at, version) TO licet_app;

-- What an approved request lifts, for its model, revision, deployment and basis only. It has the id of its request.
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
    valid_from timestamp with time zone NOT NULL,
    valid_until timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    ended_by uuid,
    end_reason text NOT NULL DEFAULT ''::text,
    record_id bigint,
    CONSTRAINT approval_ended_or_not CHECK (((ended_at IS NULL) = (btrim(end_reason) = ''::text))),
    CONSTRAINT approval_ender_fk FOREIGN KEY (ended_by) REFERENCES person(id),
    CONSTRAINT approval_model_fk FOREIGN KEY (model_id) REFERENCES model(id),
    CONSTRAINT approval_pk PRIMARY KEY (id),
    CONSTRAINT approval_record_fk FOREIGN KEY (record_id) REFERENCES decision_record(id),
    CONSTRAINT approval_request_fk FOREIGN KEY (id) REFERENCES approval_request(id),
    CONSTRAINT approval_term CHECK ((valid_until > valid_from))
);
CREATE INDEX approval_acting ON public.approval USING btree (model_id, revision, deployment_key) WHERE (ended_at IS NULL);
CREATE INDEX approval_by_deployment ON public.approval USING btree (deployment_key, id);
CREATE INDEX approval_by_model ON public.approval USING btree (lower(model), deployment_key, id);
CREATE INDEX approval_ending ON public.approval USING btree (valid_until) WHERE (ended_at IS NULL);
GRANT INSERT, SELECT TO licet_app;
GRANT UPDATE (ended_at, ended_by, end_reason) TO licet_app;

-- The answer about what was approved, as it was last told.
CREATE TABLE approval_answer (
    approval_id uuid NOT NULL,
    answer text NOT NULL,
    since timestamp with time zone NOT NULL,
    CONSTRAINT approval_answer_approval_fk FOREIGN KEY (approval_id) REFERENCES approval(id),
    CONSTRAINT approval_answer_pk PRIMARY KEY (approval_id)
);
GRANT INSERT, SELECT TO licet_app;
GRANT UPDATE (answer, since) TO licet_app;

-- What has to be done although a request is approved, by whom and until when.
CREATE TABLE approval_condition (
    id uuid NOT NULL,
    request_id uuid NOT NULL,
    round integer NOT NULL,
    set_by uuid NOT NULL,
    words text NOT NULL,
    owner uuid NOT NULL,
    due date NOT NULL,
    done_at timestamp with time zone,
    done_by uuid,
    done_words text NOT NULL DEFAULT ''::text,
    CONSTRAINT approval_condition_doer_fk FOREIGN KEY (done_by) REFERENCES person(id),
    CONSTRAINT approval_condition_done_or_not CHECK ((((done_at IS NULL) = (done_by IS NULL)) AND ((done_at IS NULL) = (btrim(done_words) = ''::text)))),
    CONSTRAINT approval_condition_owner_fk FOREIGN KEY (owner) REFERENCES person(id),
    CONSTRAINT approval_condition_pk PRIMARY KEY (id),
    CONSTRAINT approval_condition_says_what CHECK ((btrim(words) <> ''::text)),
    CONSTRAINT approval_condition_vote_fk FOREIGN KEY (request_id, round, set_by) REFERENCES approval_vote(request_id, round, person)
);
CREATE INDEX approval_condition_due ON public.approval_condition USING btree (due, id) WHERE (done_at IS NULL);
CREATE INDEX approval_condition_of_request ON public.approval_condition USING btree (request_id);
CREATE INDEX approval_condition_open ON public.approval_condition USING btree (owner, due) WHERE (done_at IS NULL);
GRANT INSERT, SELECT TO licet_app;
GRANT UPDATE (owner, done_at, done_by, done_words) TO licet_app;

-- Who decides for whom while they are away, with the rights that they have then.
CREATE TABLE approval_delegation (
    id uuid NOT NULL,
    person uuid NOT NULL,
    delegate uuid NOT NULL,
    from_at timestamp with time zone NOT NULL,
    until_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT approval_delegation_delegate_fk FOREIGN KEY (delegate) REFERENCES person(id),
    CONSTRAINT approval_delegation_person_fk FOREIGN KEY (person) REFERENCES person(id),
    CONSTRAINT approval_delegation_pk PRIMARY KEY (id),
    CONSTRAINT approval_delegation_term CHECK ((until_at > from_at)),
    CONSTRAINT approval_delegation_two_people CHECK ((person <> delegate))
);
CREATE INDEX approval_delegation_to ON public.approval_delegation USING btree (delegate, until_at) WHERE (ended_at IS NULL);
GRANT INSERT, SELECT TO licet_app;
GRANT UPDATE (ended_at) TO licet_app;

-- What people say and attach beside their decisions.
CREATE TABLE approval_message (
    id uuid NOT NULL,
    request_id uuid NOT NULL,
    person uuid NOT NULL,
    kind text NOT NULL,
    words text NOT NULL,
    file_name text,
    file_type text,
    file_sha256 bytea,
    said_at timestamp with time zone NOT NULL,
    CONSTRAINT approval_message_document_or_not CHECK ((((kind = 'document'::text) = (file_sha256 IS NOT NULL)) AND ((file_name IS NULL) = (file_sha256 IS NULL)) AND ((file_type IS NULL) = (file_sha256 IS NULL)))),
    CONSTRAINT approval_message_file_fk FOREIGN KEY (file_sha256) REFERENCES blob(sha256),
    CONSTRAINT approval_message_kind_known CHECK ((kind = ANY (ARRAY['comment'::text, 'answer'::text, 'document'::text]))),
    CONSTRAINT approval_message_person_fk FOREIGN KEY (person) REFERENCES person(id),
    CONSTRAINT approval_message_pk PRIMARY KEY (id),
    CONSTRAINT approval_message_request_fk FOREIGN KEY (request_id) REFERENCES approval_request(id),
    CONSTRAINT approval_message_says_something CHECK ((btrim(words) <> ''::text))
);
CREATE INDEX approval_message_of_request ON public.approval_message USING btree (request_id, said_at);
GRANT INSERT, SELECT TO licet_app;

-- What somebody asks to be allowed: one model at one revision in one deployment.
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
    created_at timestamp with time zone NOT NULL,
    round_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    decided_at timestamp with time zone,
    CONSTRAINT approval_request_decided_or_not CHECK (((state = ANY (ARRAY['approved'::text, 'rejected'::text, 'withdrawn'::text])) = (decided_at IS NOT NULL))),
    CONSTRAINT approval_request_model_fk FOREIGN KEY (model_id) REFERENCES model(id),
    CONSTRAINT approval_request_of_requester UNIQUE (id, requester),
    CONSTRAINT approval_request_pk PRIMARY KEY (id),
    CONSTRAINT approval_request_requester_fk FOREIGN KEY (requester) REFERENCES person(id),
    CONSTRAINT approval_request_says_why CHECK ((btrim(justification) <> ''::text)),
    CONSTRAINT approval_request_state_known CHECK ((state = ANY (ARRAY['draft'::text, 'in-review'::text, 'returned'::text, 'approved'::text, 'rejected'::text, 'withdrawn'::text])))
);
CREATE INDEX approval_request_by_deployment ON public.approval_request USING btree (deployment_key, changed_at, id);
CREATE INDEX approval_request_by_model ON public.approval_request USING btree (model_id, changed_at, id);
CREATE INDEX approval_request_by_name ON public.approval_request USING btree (lower(model), changed_at, id);
CREATE INDEX approval_request_by_requester ON public.approval_request USING btree (requester, changed_at, id);
CREATE INDEX approval_request_by_state ON public.approval_request USING btree (state, changed_at, id);
CREATE INDEX approval_request_changed ON public.approval_request USING btree (changed_at, id);
CREATE INDEX approval_request_created ON public.approval_request USING btree (created_at, id);
CREATE INDEX approval_request_needed ON public.approval_request USING btree (COALESCE(needed_by, 'infinity'::date), id);
CREATE UNIQUE INDEX approval_request_one_open ON public.approval_request USING btree (model_id, revision, deployment_key) WHERE (state = ANY (ARRAY['in-review'::text, 'returned'::text]));
CREATE TRIGGER approval_request_steps BEFORE UPDATE ON public.approval_request FOR EACH ROW EXECUTE FUNCTION approval_request_steps();
GRANT INSERT, SELECT, UPDATE TO licet_app;

-- When what an approval stands on was found to be another, and how. A row is for one state of things: the next change ends it and begins another.
CREATE TABLE approval_stale (
    approval_id uuid NOT NULL,
    since timestamp with time zone NOT NULL,
    basis text NOT NULL,
    changes text NOT NULL,
    grace_until timestamp with time zone,
    over_at timestamp with time zone,
    CONSTRAINT approval_stale_approval_fk FOREIGN KEY (approval_id) REFERENCES approval(id),
    CONSTRAINT approval_stale_grace CHECK (((grace_until IS NULL) OR (grace_until > since))),
    CONSTRAINT approval_stale_pk PRIMARY KEY (approval_id, since),
    CONSTRAINT approval_stale_term CHECK (((over_at IS NULL) OR (over_at >= since)))
);
CREATE UNIQUE INDEX approval_stale_one ON public.approval_stale USING btree (approval_id) WHERE (over_at IS NULL);
GRANT INSERT, SELECT TO licet_app;
GRANT UPDATE (over_at) TO licet_app;

-- What people decided, each once in a round and never on their own request.
CREATE TABLE approval_vote (
    request_id uuid NOT NULL,
    requester uuid NOT NULL,
    round integer NOT NULL,
    stage text NOT NULL,
    person uuid NOT NULL,
    behalf_of uuid,
    decision text NOT NULL,
    reason text NOT NULL,
    voted_at timestamp with time zone NOT NULL,
    CONSTRAINT approval_vote_behalf_fk FOREIGN KEY (behalf_of) REFERENCES person(id),
    CONSTRAINT approval_vote_decision_known CHECK ((decision = ANY (ARRAY['approve'::text, 'reject'::text, 'send-back'::text]))),
    CONSTRAINT approval_vote_not_own CHECK (((person <> requester) AND (behalf_of IS DISTINCT FROM requester))),
    CONSTRAINT approval_vote_person_fk FOREIGN KEY (person) REFERENCES person(id),
    CONSTRAINT approval_vote_pk PRIMARY KEY (request_id, round, person),
    CONSTRAINT approval_vote_request_fk FOREIGN KEY (request_id, requester) REFERENCES approval_request(id, requester),
    CONSTRAINT approval_vote_says_why CHECK ((btrim(reason) <> ''::text))
);
CREATE INDEX approval_vote_by_person ON public.approval_vote USING btree (person, voted_at);
CREATE UNIQUE INDEX approval_vote_once_away ON public.approval_vote USING btree (request_id, round, behalf_of) WHERE (behalf_of IS NOT NULL);
GRANT INSERT, SELECT TO licet_app;

-- Stages that wait for people, written anew with each step of their request. What it says is true of that round only.
CREATE TABLE approval_waiting (
    request_id uuid NOT NULL,
    stage text NOT NULL,
    round integer NOT NULL,
    reviewer text NOT NULL,
    due_at timestamp with time zone NOT NULL,
    CONSTRAINT approval_waiting_pk PRIMARY KEY (request_id, stage),
    CONSTRAINT approval_waiting_request_fk FOREIGN KEY (request_id) REFERENCES approval_request(id)
);
CREATE INDEX approval_waiting_by_due ON public.approval_waiting USING btree (reviewer, due_at, request_id);
GRANT DELETE, INSERT, SELECT TO licet_app;

-- Signed permissions that were handed out. Whether one still stands is asked of the gate anew each time.
CREATE TABLE attestation (
    id uuid NOT NULL,
    model text NOT NULL,
    revision text NOT NULL,
    deployment_key text NOT NULL,
    format text NOT NULL,
    key_id text NOT NULL,
    payload_sha256 text NOT NULL,
    issued_at timestamp with time zone NOT NULL,
    valid_until timestamp with time zone NOT NULL,
    CONSTRAINT attestation_format_known CHECK ((format = ANY (ARRAY['svr'::text, 'vsa'::text, 'jwt'::text]))),
    CONSTRAINT attestation_key_id_shape CHECK ((key_id ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT attestation_lives_a_day_at_most CHECK (((valid_until > issued_at) AND (valid_until <= (issued_at + '24:00:00'::interval)))),
    CONSTRAINT attestation_payload_shape CHECK ((payload_sha256 ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT attestation_pk PRIMARY KEY (id),
    CONSTRAINT attestation_revision_is_commit CHECK ((revision ~ '^[0-9a-f]{40}$'::text))
);
CREATE INDEX attestation_old ON public.attestation USING btree (valid_until);
GRANT DELETE, INSERT, SELECT TO licet_app;

-- Who did what to what, hash-chained. Holds ids and never names, so that personal data can be erased elsewhere without breaking the chain.
CREATE TABLE audit_entry (
    seq bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    actor_kind text NOT NULL,
    actor_id uuid,
    via text NOT NULL,
    action text NOT NULL,
    object_kind text NOT NULL,
    object_id text NOT NULL,
    detail text NOT NULL,
    reason text,
    prev_hash bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT audit_entry_actor_kind_known CHECK ((actor_kind = ANY (ARRAY['person'::text, 'token'::text, 'host'::text, 'system'::text]))),
    CONSTRAINT audit_entry_actor_named CHECK (((actor_kind = ANY (ARRAY['host'::text, 'system'::text])) OR (actor_id IS NOT NULL))),
    CONSTRAINT audit_entry_hash_unique UNIQUE (hash),
    CONSTRAINT audit_entry_hashes_sha256 CHECK (((octet_length(prev_hash) = 32) AND (octet_length(hash) = 32))),
    CONSTRAINT audit_entry_one_successor UNIQUE (prev_hash),
    CONSTRAINT audit_entry_pk PRIMARY KEY (seq),
    CONSTRAINT audit_entry_seq_counts CHECK ((seq >= 1)),
    CONSTRAINT audit_entry_via_known CHECK ((via = ANY (ARRAY['session'::text, 'token'::text, 'host'::text, 'system'::text])))
);
CREATE INDEX audit_entry_by_action ON public.audit_entry USING btree (action, seq);
CREATE INDEX audit_entry_by_actor ON public.audit_entry USING btree (actor_id, seq) WHERE (actor_id IS NOT NULL);
CREATE INDEX audit_entry_by_kind ON public.audit_entry USING btree (object_kind, seq);
CREATE INDEX audit_entry_by_nobody ON public.audit_entry USING btree (actor_kind, seq) WHERE (actor_id IS NULL);
CREATE INDEX audit_entry_by_object ON public.audit_entry USING btree (object_kind, object_id, seq);
CREATE INDEX audit_entry_by_time ON public.audit_entry USING btree (at, seq);
CREATE TRIGGER audit_entry_append_only BEFORE DELETE OR UPDATE ON public.audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entry_not_truncated BEFORE TRUNCATE ON public.audit_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT INSERT, SELECT TO licet_app;

-- How far the past of a model is known from which others were made.
CREATE TABLE base_past (
    model_id bigint NOT NULL,
    due boolean NOT NULL,
    attempts integer NOT NULL,
    log_head text,
    log_until timestamp with time zone,
    CONSTRAINT base_past_model_fk FOREIGN KEY (model_id) REFERENCES model(id),
    CONSTRAINT base_past_pk PRIMARY KEY (model_id)
);
CREATE INDEX base_past_due ON public.base_past USING btree (model_id) WHERE due;
GRANT INSERT, SELECT, UPDATE TO licet_app;

-- One copy of each raw answer and text, by the hash of its uncompressed bytes. Never changed: evidence is cited by hash.
CREATE TABLE blob (
    sha256 bytea NOT NULL,
    codec smallint NOT NULL,
    length integer NOT NULL,
    body bytea NOT NULL STORAGE e,
    CONSTRAINT blob_codec_known CHECK ((codec = ANY (ARRAY[0, 1]))),
    CONSTRAINT blob_length_counts CHECK ((length >= 0)),
    CONSTRAINT blob_pk PRIMARY KEY (sha256),
    CONSTRAINT blob_sha256 CHECK ((octet_length(sha256) = 32))
);
GRANT INSERT, SELECT TO licet_app;

-- Emergencies in which somebody went ahead of an approval, for hours and once in a round of the request that has to follow.
CREATE TABLE break_glass (
    id uuid NOT NULL,
    request_id uuid NOT NULL,
    round integer NOT NULL,
    person uuid NOT NULL,
    model_id bigint NOT NULL,
    model text NOT NULL,
    revision text NOT NULL,
    deployment_key text NOT NULL,
    lifts text NOT NULL,
    basis text NOT NULL,
    reason text NOT NULL,
    from_at timestamp with time zone NOT NULL,
    until_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT break_glass_model_fk FOREIGN KEY (model_id) REFERENCES model(id),
    CONSTRAINT break_glass_once UNIQUE (request_id, round),
    CONSTRAINT break_glass_person_fk FOREIGN KEY (person) REFERENCES person(id),
    CONSTRAINT break_glass_pk PRIMARY KEY (id),
    CONSTRAINT break_glass_request_fk FOREIGN KEY (request_id) REFERENCES approval_request(id),
    CONSTRAINT break_glass_says_why CHECK ((btrim(reason) <> ''::text)),
    CONSTRAINT break_glass_term CHECK (((until_at > from_at) AND (until_at <= (from_at + '168:00:00'::interval))))
);
CREATE INDEX break_glass_acting ON public.break_glass USING btree (until_at) WHERE (ended_at IS NULL);
CREATE INDEX break_glass_of_model ON public.break_glass USING btree (model_id, revision, deployment_key);
GRANT INSERT, SELECT TO licet_app;
GRANT UPDATE (ended_at) TO licet_app;

-- What stands on the calendar, gathered from the features that know it: calendars elsewhere need one id for ever, a number that grows with each change, and to be told of what no longer is.
CREATE TABLE calendar_event (
    id uuid NOT NULL,
    source text NOT NULL,
    key text NOT NULL,
    kind text NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    at timestamp with time zone,
    certain boolean NOT NULL,
    family text,
    deployment text,
    person uuid,
    stack text,
    facts text NOT NULL,
    path text NOT NULL,
    digest text NOT NULL,
    sequence integer NOT NULL,
    made_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    cancelled_at timestamp with time zone,
    CONSTRAINT calendar_event_days CHECK ((first_day <= last_day)),
    CONSTRAINT calendar_event_once UNIQUE (source, key),
    CONSTRAINT calendar_event_pk PRIMARY KEY (id)
);
CREATE INDEX calendar_event_by_day ON public.calendar_event USING btree (first_day, id);
CREATE INDEX calendar_event_by_deployment ON public.calendar_event USING btree (deployment, first_day, id) WHERE (deployment IS NOT NULL);
CREATE INDEX calendar_event_by_family ON public.calendar_event USING btree (family, first_day, id) WHERE (family IS NOT NULL);
CREATE INDEX calendar_event_by_last_day ON public.calendar_event USING btree (last_day, id);
GRANT INSERT, SELECT, UPDATE TO licet_app;

-- Addresses under which calendars elsewhere read; only the hash of the address is kept.
CREATE TABLE calendar_feed (
    id uuid NOT NULL,
    secret_hash bytea NOT NULL,
    prefix text NOT NULL,
    person uuid NOT NULL,
    scope text NOT NULL,
    subject text NOT NULL,
    kinds text[] NOT NULL,
    alarms integer[] NOT NULL,
    made_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    CONSTRAINT calendar_feed_person_fk FOREIGN KEY (person) REFERENCES person(id),
    CONSTRAINT calendar_feed_pk PRIMARY KEY (id),
    CONSTRAINT calendar_feed_scope_known CHECK ((scope = ANY (ARRAY['all'::text, 'mine'::text, 'team'::text, 'family'::text, 'stack'::text]))),
    CONSTRAINT calendar_feed_secret_length CHECK ((length(secret_hash) = 32)),
    CONSTRAINT calendar_feed_secret_once UNIQUE (secret_hash),
    CONSTRAINT calendar_feed_subject_or_not CHECK (((scope = ANY (ARRAY['all'::text, 'mine'::text])) = (subject = ''::text)))
);
CREATE INDEX calendar_feed_by_person ON public.calendar_feed USING btree (person, id);
GRANT INSERT, SELECT TO licet_app;
GRANT UPDATE (revoked_at) TO licet_app;

-- Whose identity tokens count as this token of ours: no secret of ours is given out, and revoking the token ends it.
CREATE TABLE ci_identity (
    token_id uuid NOT NULL,
    issuer text NOT NULL,
    audience text NOT NULL,
    claims text NOT NULL,
    CONSTRAINT ci_identity_pk PRIMARY KEY (token_id),
    CONSTRAINT ci_identity_token_fk FOREIGN KEY (token_id) REFERENCES api_token(id)
);
CREATE INDEX ci_identity_by_issuer ON public.ci_identity USING btree (issuer);
GRANT INSERT, SELECT TO licet_app;

-- What people concluded about evidence that does not speak for itself. What it says is never changed: it is proposed, confirmed by another person, taken back or revoked.
CREATE TABLE clearing (
    id uuid NOT NULL,
    kind text NOT NULL,
    concluded text NOT NULL,
    about text NOT NULL,
    reasons text NOT NULL,
    proposed_by uuid NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    state text NOT NULL,
    confirmed_by uuid,
    confirmed_at timestamp with time zone,
    confirmation text NOT NULL DEFAULT ''::text,
    ended_by uuid,
    ended_at timestamp with time zone,
    end_reason text NOT NULL DEFAULT ''::text,
    follows bigint,
    CONSTRAINT clearing_confirmed_or_not CHECK (((state = ANY (ARRAY['confirmed'::text, 'revoked'::text])) = (confirmed_by IS NOT NULL))),
    CONSTRAINT clearing_confirmer_fk FOREIGN KEY (confirmed_by) REFERENCES person(id),
    CONSTRAINT clearing_ended_or_not CHECK (((state = ANY (ARRAY['withdrawn'::text, 'revoked'::text])) = ((ended_at IS NOT NULL) AND (ended_by IS NOT NULL) AND (btrim(end_reason) <> ''::text)))),
    CONSTRAINT clearing_ender_fk FOREIGN KEY (ended_by) REFERENCES person(id),
    CONSTRAINT clearing_kind_known CHECK ((kind = ANY (ARRAY['license'::text, 'lineage'::text, 'terms'::text]))),
    CONSTRAINT clearing_pk PRIMARY KEY (id),
    CONSTRAINT clearing_proposer_fk FOREIGN KEY (proposed_by) REFERENCES person(id),
    CONSTRAINT clearing_says_why CHECK ((btrim(reasons) <> ''::text)),
    CONSTRAINT clearing_state_known CHECK ((state = ANY (ARRAY['proposed'::text, 'confirmed'::text, 'withdrawn'::text, 'revoked'::text]))),
    CONSTRAINT clearing_two_people CHECK ((((confirmed_by IS NULL) = (confirmed_at IS NULL)) AND ((confirmed_by IS NULL) OR (confirmed_by <> proposed_by))))
);
CREATE INDEX clearing_following ON public.clearing USING btree (id) WHERE (follows IS NOT NULL);
CREATE INDEX clearing_proposed ON public.clearing USING btree (proposed_at) WHERE (state = 'proposed'::text);
CREATE TRIGGER clearing_steps BEFORE UPDATE ON public.clearing FOR EACH ROW EXECUTE FUNCTION clearing_steps();
GRANT INSERT, SELECT TO licet_app;
GRANT UPDATE (state, confirmed_by, confirmed_at, confirmation, ended_by, ended_at, end_reason, follows) TO licet_app;

-- The identities of the evidence that a clearing is for. A model with one of them follows it.
CREATE TABLE clearing_evidence (
    key text COLLATE "C" NOT NULL,
    clearing_id uuid NOT NULL,
    CONSTRAINT clearing_evidence_fk FOREIGN KEY (clearing_id) REFERENCES clearing(id),
    CONSTRAINT clearing_evidence_pk PRIMARY KEY (key, clearing_id)
);
CREATE INDEX clearing_evidence_by_clearing ON public.clearing_evidence USING btree (clearing_id);
GRANT INSERT, SELECT TO licet_app;

-- Under which licenses a snapshot stands, by one version of the knowledge and these conclusions about its bases. Never changed: decisions of record cite it.
CREATE TABLE conclusion (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    snapshot_id bigint NOT NULL,
    knowledge_digest text NOT NULL,
    digest text NOT NULL,
    profile_id bigint NOT NULL,
    parents text NOT NULL,
    body text NOT NULL,
    identification_state text NOT NULL,
    concluded_license text,
    lineage_state text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    evidence_sha256 bytea NOT NULL,
    CONSTRAINT conclusion_evidence_fk FOREIGN KEY (evidence_sha256) REFERENCES blob(sha256),
    CONSTRAINT conclusion_identification_known CHECK ((identification_state = ANY (ARRAY['identified'::text, 'conflicting'::text, 'unrecognized'::text, 'absent'::text, 'unread'::text]))),
    CONSTRAINT conclusion_knowledge_fk FOREIGN KEY (knowledge_digest) REFERENCES knowledge(digest),
    CONSTRAINT conclusion_pk PRIMARY KEY (id),
    CONSTRAINT conclusion_profile_fk FOREIGN KEY (profile_id) REFERENCES profile(id),
    CONSTRAINT conclusion_snapshot_fk FOREIGN KEY (snapshot_id) REFERENCES snapshot(id),
    CONSTRAINT conclusion_unique UNIQUE (snapshot_id, knowledge_digest, digest)
);
CREATE INDEX conclusion_by_license ON public.conclusion USING btree (concluded_license);
CREATE INDEX conclusion_by_profile ON public.conclusion USING btree (profile_id);
GRANT INSERT, SELECT TO licet_app;

-- Verdicts of record. Everything that one was made from, and the answer itself, lie in blobs by their hash; the columns here are for finding them. Never changed.
CREATE TABLE decision_record (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
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
    decided_at timestamp with time zone NOT NULL,
    recorded_by uuid NOT NULL,
    reason text NOT NULL,
    CONSTRAINT decision_record_closure_fk FOREIGN KEY (closure_sha256) REFERENCES blob(sha256),
    CONSTRAINT decision_record_deployment_fk FOREIGN KEY (deployment_key, deployment_version) REFERENCES deployment_version(key, version),
    CONSTRAINT decision_record_knowledge_fk FOREIGN KEY (knowledge_digest) REFERENCES knowledge(digest),
    CONSTRAINT decision_record_person_fk FOREIGN KEY (recorded_by) REFERENCES person(id),
    CONSTRAINT decision_record_pk PRIMARY KEY (id),
    CONSTRAINT decision_record_reason_given CHECK ((reason <> ''::text)),
    CONSTRAINT decision_record_result_fk FOREIGN KEY (result_sha256) REFERENCES blob(sha256),
    CONSTRAINT decision_record_verdict_known CHECK ((verdict = ANY (ARRAY['ALLOW'::text, 'NEEDS'::text, 'DENY'::text])))
);
CREATE INDEX decision_record_by_deployment ON public.decision_record USING btree (deployment_key, id);
CREATE INDEX decision_record_by_model ON public.decision_record USING btree (lower(model), id);
CREATE TRIGGER decision_record_append_only BEFORE DELETE OR UPDATE ON public.decision_record FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER decision_record_not_truncated BEFORE TRUNCATE ON public.decision_record FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT INSERT, SELECT TO licet_app;

-- A named use and which version of its facts holds today.
CREATE TABLE deployment (
    key text NOT NULL,
    current_version integer NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT deployment_current_version_fk FOREIGN KEY (key, current_version) REFERENCES deployment_version(key, version),
    CONSTRAINT deployment_pk PRIMARY KEY (key)
);
GRANT INSERT, SELECT, UPDATE TO licet_app;

-- The models that a deployment says it runs, as its last bill of materials named them; the document itself is not kept.
CREATE TABLE deployment_inventory (
    deployment_key text NOT NULL,
    format text NOT NULL,
    entries text NOT NULL,
    stored_at timestamp with time zone NOT NULL,
    stored_by text NOT NULL,
    CONSTRAINT deployment_inventory_deployment_fk FOREIGN KEY (deployment_key) REFERENCES deployment(key),
    CONSTRAINT deployment_inventory_pk PRIMARY KEY (deployment_key)
);
GRANT INSERT, SELECT TO licet_app;
GRANT UPDATE (format, entries, stored_at, stored_by) TO licet_app;

-- The facts of a deployment, never changed: a correction is a new version and old verdicts keep theirs. Written before the pointer in deployment, so that no constraint has to wait for the commit.
CREATE TABLE deployment_version (
    key text NOT NULL,
    version integer NOT NULL,
    body text NOT NULL,
    digest text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    CONSTRAINT deployment_version_author_fk FOREIGN KEY (created_by) REFERENCES person(id),
    CONSTRAINT deployment_version_counts CHECK ((version >= 1)),
    CONSTRAINT deployment_version_key_shape CHECK ((key ~ '^[a-z0-9][a-z0-9-]{0,62}$'::text)),
    CONSTRAINT deployment_version_pk PRIMARY KEY (key, version)
);
GRANT INSERT, SELECT TO licet_app;

-- What changed about a model between two looks at it, written in the transaction that saw it. Texts are not repeated here: a difference of words is computed from the two files when somebody reads it.
CREATE TABLE drift (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    model_id bigint NOT NULL,
    from_snapshot_id bigint,
    to_snapshot_id bigint,
    run_id bigint,
    seen_at timestamp with time zone NOT NULL,
    kind text NOT NULL,
    detail text NOT NULL,
    CONSTRAINT drift_from_fk FOREIGN KEY (model_id, from_snapshot_id) REFERENCES snapshot(model_id, id),
    CONSTRAINT drift_model_fk FOREIGN KEY (model_id) REFERENCES model(id),
    CONSTRAINT drift_pk PRIMARY KEY (id),
    CONSTRAINT drift_run_fk FOREIGN KEY (run_id) REFERENCES sync_run(id),
    CONSTRAINT drift_to_fk FOREIGN KEY (model_id, to_snapshot_id) REFERENCES snapshot(model_id, id)
);
CREATE INDEX drift_by_model ON public.drift USING btree (model_id, id);
CREATE INDEX drift_by_run ON public.drift USING btree (run_id, id);
CREATE INDEX drift_of_releases ON public.drift USING btree (seen_at, id) WHERE (kind = ANY (ARRAY['license-tag'::text, 'license-text'::text, 'weights'::text, 'gone'::text, 'returned'::text, 'disabled'::text]));
CREATE INDEX drift_of_terms ON public.drift USING btree (seen_at, model_id) WHERE (kind = ANY (ARRAY['license-tag'::text, 'license-text'::text]));
GRANT INSERT, SELECT TO licet_app;

-- One row: the last drift that people were told of. What was there before this table is no news.
CREATE TABLE drift_told (
    last bigint NOT NULL,

);
GRANT SELECT, UPDATE TO licet_app;

-- Files that say something about the license. A failed request is unread, with its reason, and never absent.
CREATE TABLE evidence_file (
    snapshot_id bigint NOT NULL,
    path text NOT NULL,
    kind text NOT NULL,
    state text NOT NULL,
    unread_reason text,
    sha256 bytea,
    git_oid text,
    size bigint,
    CONSTRAINT evidence_file_pk PRIMARY KEY (snapshot_id, path),
    CONSTRAINT evidence_file_read_has_hash CHECK (((state <> 'read'::text) OR (sha256 IS NOT NULL))),
    CONSTRAINT evidence_file_snapshot_fk FOREIGN KEY (snapshot_id) REFERENCES snapshot(id),
    CONSTRAINT evidence_file_state_known CHECK ((state = ANY (ARRAY['read'::text, 'unread'::text, 'absent'::text]))),
    CONSTRAINT evidence_file_unread_has_reason CHECK (((state = 'unread'::text) = (unread_reason IS NOT NULL)))
);
CREATE INDEX evidence_file_by_sha256 ON public.evidence_file USING btree (sha256);
GRANT INSERT, SELECT TO licet_app;

-- What the evidence of each model leaves to people, by the identity of that evidence: equal evidence is one case, and a clearing finds by it who follows.
CREATE TABLE evidence_question (
    model_id bigint NOT NULL,
    key text COLLATE "C" NOT NULL,
    kind text NOT NULL,
    case_key text COLLATE "C" NOT NULL,
    open boolean NOT NULL,
    CONSTRAINT evidence_question_kind_known CHECK ((kind = ANY (ARRAY['unrecognized'::text, 'near-miss'::text, 'conflicting'::text, 'version'::text, 'undeclared'::text, 'relaxed-base'::text, 'use-policy'::text]))),
    CONSTRAINT evidence_question_model_fk FOREIGN KEY (model_id) REFERENCES model(id),
    CONSTRAINT evidence_question_pk PRIMARY KEY (model_id, key, kind)
);
CREATE INDEX evidence_question_by_key ON public.evidence_question USING btree (key, model_id);
CREATE INDEX evidence_question_waiting ON public.evidence_question USING btree (kind, key) WHERE (open AND (key = case_key));
GRANT DELETE, INSERT, SELECT TO licet_app;

-- Up to which model the questions were noted that were concluded before questions were kept.
CREATE TABLE evidence_question_noted (
    once boolean NOT NULL DEFAULT true,
    model_id bigint NOT NULL,
    CONSTRAINT evidence_question_noted_once CHECK (once),
    CONSTRAINT evidence_question_noted_pk PRIMARY KEY (once)
);
GRANT SELECT TO licet_app;
GRANT UPDATE (model_id) TO licet_app;

-- What the gate answered to whom, summed by hour and written behind the answer: a row for each answer would cost more than the answer.
CREATE TABLE gate_answer_hour (
    model_id bigint NOT NULL,
    deployment_key text NOT NULL,
    token_id uuid NOT NULL,
    verdict text NOT NULL,
    hour timestamp with time zone NOT NULL,
    count bigint NOT NULL,
    CONSTRAINT gate_answer_hour_counts CHECK ((count > 0)),
    CONSTRAINT gate_answer_hour_model_fk FOREIGN KEY (model_id) REFERENCES model(id),
    CONSTRAINT gate_answer_hour_pk PRIMARY KEY (model_id, deployment_key, token_id, verdict, hour),
    CONSTRAINT gate_answer_hour_token_fk FOREIGN KEY (token_id) REFERENCES api_token(id),
    CONSTRAINT gate_answer_hour_verdict_known CHECK ((verdict = ANY (ARRAY['ALLOW'::text, 'NEEDS'::text, 'DENY'::text])))
);
CREATE INDEX gate_answer_hour_by_hour ON public.gate_answer_hour USING btree (hour);
GRANT INSERT, SELECT TO licet_app;
GRANT UPDATE (count) TO licet_app;

-- One row: end of the audit chain and change number at once. It is updated as the last statement of every transaction that can change an answer, so that the order of numbers is the order of commits.
CREATE TABLE head (
    id smallint NOT NULL,
    seq bigint NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT head_hash_sha256 CHECK ((octet_length(hash) = 32)),
    CONSTRAINT head_one_row CHECK ((id = 1)),
    CONSTRAINT head_pk PRIMARY KEY (id),
    CONSTRAINT head_seq_counts CHECK ((seq >= 0))
);
GRANT SELECT, UPDATE TO licet_app;

-- Answers to requests that programs may send again; written with the effect, so that there are both or neither.
CREATE TABLE idempotency_key (
    caller text NOT NULL,
    key text NOT NULL,
    request_sha256 bytea NOT NULL,
    made_at timestamp with time zone NOT NULL,
    status integer NOT NULL,
    answer text NOT NULL,
    location text NOT NULL,
    CONSTRAINT idempotency_key_pk PRIMARY KEY (caller, key)
);
CREATE INDEX idempotency_key_old ON public.idempotency_key USING btree (made_at);
GRANT DELETE, INSERT, SELECT, UPDATE TO licet_app;

-- What lifts findings, within its reach and term. Rows are never changed; an empty array is no limit of that kind.
CREATE TABLE instrument (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    kind text NOT NULL,
    title text NOT NULL,
    party text NOT NULL,
    statement text NOT NULL,
    text_key text,
    text_sha256 bytea,
    lifts text[] NOT NULL,
    deployments text[] NOT NULL,
    licensees text[] NOT NULL,
    models text[] NOT NULL,
    acts text[] NOT NULL,
    places text[] NOT NULL,
    acts_from timestamp with time zone NOT NULL,
    acts_until timestamp with time zone,
    document_sha256 bytea,
    document_name text,
    document_type text,
    replaces bigint,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid NOT NULL,
    CONSTRAINT instrument_accepts_a_text CHECK (((kind <> 'acceptance'::text) OR (text_key IS NOT NULL) OR (text_sha256 IS NOT NULL))),
    CONSTRAINT instrument_document_fk FOREIGN KEY (document_sha256) REFERENCES blob(sha256),
    CONSTRAINT instrument_document_whole CHECK ((((document_sha256 IS NULL) = (document_name IS NULL)) AND ((document_sha256 IS NULL) = (document_type IS NULL)))),
    CONSTRAINT instrument_ends_after_it_begins CHECK ((acts_until > acts_from)),
    CONSTRAINT instrument_for_an_entity CHECK (((kind = 'legal-position'::text) OR (cardinality(licensees) > 0))),
    CONSTRAINT instrument_is_named CHECK (((btrim(title) <> ''::text) AND (btrim(party) <> ''::text))),
    CONSTRAINT instrument_kind_known CHECK ((kind = ANY (ARRAY['agreement'::text, 'acceptance'::text, 'legal-position'::text]))),
    CONSTRAINT instrument_lifts_something CHECK (((cardinality(lifts) > 0) OR ((kind = 'acceptance'::text) AND (text_key IS NOT NULL)))),
    CONSTRAINT instrument_pk PRIMARY KEY (id),
    CONSTRAINT instrument_reading_ends CHECK (((kind <> 'legal-position'::text) OR ((acts_until IS NOT NULL) AND (btrim(statement) <> ''::text) AND (text_key IS NOT NULL)))),
    CONSTRAINT instrument_recorder_fk FOREIGN KEY (recorded_by) REFERENCES person(id),
    CONSTRAINT instrument_replaced_once UNIQUE (replaces),
    CONSTRAINT instrument_replaces_fk FOREIGN KEY (replaces) REFERENCES instrument(id)
);
CREATE INDEX instrument_by_until ON public.instrument USING btree (acts_until, id);
CREATE TRIGGER instrument_party_erased BEFORE UPDATE ON public.instrument FOR EACH ROW WHEN (((old.kind = 'agreement'::text) OR (new.party !~ '^former person [0-9A-F]+$'::text))) EXECUTE FUNCTION instrument_party_erased();
GRANT INSERT, SELECT TO licet_app;
GRANT UPDATE (party) TO licet_app;

-- What ended before its term, or was replaced. There is no way back.
CREATE TABLE instrument_revocation (
    instrument_id bigint NOT NULL,
    revoked_at timestamp with time zone NOT NULL,
    revoked_by uuid NOT NULL,
    reason text NOT NULL,
    CONSTRAINT instrument_revocation_fk FOREIGN KEY (instrument_id) REFERENCES instrument(id),
    CONSTRAINT instrument_revocation_pk PRIMARY KEY (instrument_id),
    CONSTRAINT instrument_revocation_says_why CHECK ((btrim(reason) <> ''::text)),
    CONSTRAINT instrument_revoker_fk FOREIGN KEY (revoked_by) REFERENCES person(id)
);
GRANT INSERT, SELECT TO licet_app;

-- Bundles of licenses and jurisdictions by digest. One is active in a database, else two instances would give two answers during a rolling update.
CREATE TABLE knowledge (
    digest text NOT NULL,
    engine_version text NOT NULL,
    body_sha256 bytea NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    activated_at timestamp with time zone,
    active boolean NOT NULL,
    CONSTRAINT knowledge_active_since CHECK (((NOT active) OR (activated_at IS NOT NULL))),
    CONSTRAINT knowledge_body_fk FOREIGN KEY (body_sha256) REFERENCES blob(sha256),
    CONSTRAINT knowledge_pk PRIMARY KEY (digest)
);
CREATE UNIQUE INDEX knowledge_one_active ON public.knowledge USING btree (active) WHERE active;
GRANT INSERT, SELECT TO licet_app;
GRANT UPDATE (activated_at, active) TO licet_app;

-- A snapshot and a base it names. The name is what was said; the model id is filled in when that base is known.
CREATE TABLE lineage_edge (
    snapshot_id bigint NOT NULL,
    parent_owner text NOT NULL,
    parent_name text NOT NULL,
    parent_model_id bigint,
    relation text NOT NULL,
    source text NOT NULL,
    parent_revision text,
    CONSTRAINT lineage_edge_parent_fk FOREIGN KEY (parent_model_id) REFERENCES model(id),
    CONSTRAINT lineage_edge_pk PRIMARY KEY (snapshot_id, parent_owner, parent_name, relation, source),
    CONSTRAINT lineage_edge_snapshot_fk FOREIGN KEY (snapshot_id) REFERENCES snapshot(id),
    CONSTRAINT lineage_edge_source_known CHECK ((source = ANY (ARRAY['card'::text, 'tag'::text, 'gguf'::text, 'clearing'::text])))
);
CREATE INDEX lineage_edge_by_parent ON public.lineage_edge USING btree (parent_model_id, snapshot_id);
CREATE INDEX lineage_edge_by_parent_name ON public.lineage_edge USING btree (lower(parent_owner), lower(parent_name));
GRANT INSERT, SELECT TO licet_app;
GRANT UPDATE (parent_model_id) TO licet_app;

-- Signs of a base that nobody declared, cited by file and line. A hint without a matching edge keeps the model at NEEDS until people clear it.
CREATE TABLE lineage_hint (
    snapshot_id bigint NOT NULL,
    ordinal integer NOT NULL,
    kind text NOT NULL,
    path text,
    line integer,
    named_owner text,
    named_name text,
    text text NOT NULL,
    CONSTRAINT lineage_hint_pk PRIMARY KEY (snapshot_id, ordinal),
    CONSTRAINT lineage_hint_snapshot_fk FOREIGN KEY (snapshot_id) REFERENCES snapshot(id)
);
GRANT INSERT, SELECT TO licet_app;

-- The head of a repository as a list or a reading last showed it: what the next listing is compared with, so that nothing is fetched that did not move. It is no evidence and no answer is made from it.
CREATE TABLE listing (
    model_id bigint NOT NULL,
    commit_sha text,
    last_modified timestamp with time zone,
    gated text NOT NULL,
    disabled boolean NOT NULL,
    pipeline_tag text,
    library text,
    licenses text[] NOT NULL,
    bases text[] NOT NULL,
    due boolean NOT NULL,
    missing_since timestamp with time zone,
    CONSTRAINT listing_model_fk FOREIGN KEY (model_id) REFERENCES model(id),
    CONSTRAINT listing_pk PRIMARY KEY (model_id)
);
CREATE INDEX listing_due ON public.listing USING btree (model_id) WHERE due;
GRANT INSERT, SELECT, UPDATE TO licet_app;

-- One e-mail to one person, and how far it came. Its text is made of the alerts when it is sent.
CREATE TABLE mail (
    id uuid NOT NULL,
    person uuid NOT NULL,
    digest text NOT NULL,
    subject text,
    state text NOT NULL,
    tries integer NOT NULL,
    made_at timestamp with time zone NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    next_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT mail_digest_known CHECK ((digest = ANY (ARRAY['immediate'::text, 'daily'::text, 'weekly'::text, 'test'::text]))),
    CONSTRAINT mail_ended_or_not CHECK (((state = 'waiting'::text) = (ended_at IS NULL))),
    CONSTRAINT mail_person_fk FOREIGN KEY (person) REFERENCES person(id),
    CONSTRAINT mail_pk PRIMARY KEY (id),
    CONSTRAINT mail_state_known CHECK ((state = ANY (ARRAY['waiting'::text, 'delivered'::text, 'given-up'::text, 'dropped'::text])))
);
CREATE INDEX mail_due ON public.mail USING btree (next_at, id) WHERE (state = 'waiting'::text);
CREATE INDEX mail_newest ON public.mail USING btree (made_at, id);
CREATE INDEX mail_of_person ON public.mail USING btree (person, digest, made_at);
GRANT DELETE, INSERT, SELECT, UPDATE TO licet_app;

-- Each time that an e-mail was sent, and what the server said.
CREATE TABLE mail_try (
    mail_id uuid NOT NULL,
    tried_at timestamp with time zone NOT NULL,
    delivered boolean NOT NULL,
    millis integer NOT NULL,
    answer text NOT NULL,
    CONSTRAINT mail_try_mail_fk FOREIGN KEY (mail_id) REFERENCES mail(id) ON DELETE CASCADE,
    CONSTRAINT mail_try_pk PRIMARY KEY (mail_id, tried_at)
);
GRANT DELETE, INSERT, SELECT TO licet_app;

-- A repository by the identity that its source gives it. Names move between repositories; the id does not, so approvals pin the id.
CREATE TABLE model (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    source text NOT NULL,
    source_id text NOT NULL,
    owner text NOT NULL,
    name text NOT NULL,
    owner_lower text COLLATE "C" NOT NULL GENERATED ALWAYS AS (lower(owner)) STORED,
    name_lower text COLLATE "C" NOT NULL GENERATED ALWAYS AS (lower(name)) STORED,
    full_name_lower text COLLATE "C" NOT NULL GENERATED ALWAYS AS (lower(((owner || '/'::text) || name))) STORED,
    name_lost_at timestamp with time zone,
    tier text NOT NULL,
    created_at timestamp with time zone,
    first_seen_at timestamp with time zone NOT NULL,
    released_at timestamp with time zone,
    parameters bigint,
    current_snapshot_id bigint,
    current_conclusion_id bigint,
    current_profile_id bigint,
    bases text,
    found_by text COLLATE "C" NOT NULL GENERATED ALWAYS AS (lower((((owner || '/'::text) || name) || COALESCE((' '::text || bases), ''::text)))) STORED,
    CONSTRAINT model_current_conclusion_fk FOREIGN KEY (current_conclusion_id) REFERENCES conclusion(id),
    CONSTRAINT model_current_profile_fk FOREIGN KEY (current_profile_id) REFERENCES profile(id),
    CONSTRAINT model_current_snapshot_fk FOREIGN KEY (id, current_snapshot_id) REFERENCES snapshot(model_id, id),
    CONSTRAINT model_parameters_counts CHECK ((parameters >= 0)),
    CONSTRAINT model_pk PRIMARY KEY (id),
    CONSTRAINT model_source_unique UNIQUE (source, source_id),
    CONSTRAINT model_tier_known CHECK ((tier = ANY (ARRAY['stated'::text, 'listed'::text, 'examined'::text])))
);
CREATE INDEX model_by_current_snapshot ON public.model USING btree (current_snapshot_id) WHERE (current_snapshot_id IS NOT NULL);
CREATE INDEX model_by_name ON public.model USING btree (full_name_lower, id);
CREATE INDEX model_by_parameters ON public.model USING btree (COALESCE(parameters, ('-1'::integer)::bigint), id) WHERE (name_lost_at IS NULL);
CREATE INDEX model_by_part ON public.model USING gin (found_by gin_trgm_ops);
CREATE INDEX model_by_profile ON public.model USING btree (current_profile_id, source) WHERE (name_lost_at IS NULL);
CREATE INDEX model_by_profile_name ON public.model USING btree (current_profile_id, full_name_lower, id) WHERE (name_lost_at IS NULL);
CREATE INDEX model_by_profile_parameters ON public.model USING btree (current_profile_id, COALESCE(parameters, ('-1'::integer)::bigint), id) WHERE (name_lost_at IS NULL);
CREATE INDEX model_by_profile_released ON public.model USING btree (current_profile_id, COALESCE(released_at, '-infinity'::timestamp with time zone), id) WHERE (name_lost_at IS NULL);
CREATE INDEX model_by_released ON public.model USING btree (COALESCE(released_at, '-infinity'::timestamp with time zone), id) WHERE (name_lost_at IS NULL);
CREATE INDEX model_by_short_name ON public.model USING btree (name_lower, id);
CREATE UNIQUE INDEX model_name_held ON public.model USING btree (source, owner_lower, name_lower) WHERE (name_lost_at IS NULL);
CREATE TRIGGER model_profile AFTER UPDATE OF current_profile_id ON public.model FOR EACH ROW WHEN ((old.current_profile_id IS DISTINCT FROM new.current_profile_id)) EXECUTE FUNCTION model_gives_profile();
GRANT INSERT, SELECT, UPDATE TO licet_app;

-- When a revision was pushed, as the Hub said.
CREATE TABLE model_commit (
    model_id bigint NOT NULL,
    revision text NOT NULL,
    committed_at timestamp with time zone,
    refused text,
    CONSTRAINT model_commit_model_fk FOREIGN KEY (model_id) REFERENCES model(id),
    CONSTRAINT model_commit_pk PRIMARY KEY (model_id, revision)
);
CREATE INDEX model_commit_by_time ON public.model_commit USING btree (model_id, committed_at);
GRANT INSERT, SELECT, UPDATE TO licet_app;

-- Names that a model had, so that an old link or decision can be understood.
CREATE TABLE model_name (
    model_id bigint NOT NULL,
    owner text NOT NULL,
    name text NOT NULL,
    seen_from timestamp with time zone NOT NULL,
    seen_to timestamp with time zone,
    CONSTRAINT model_name_model_fk FOREIGN KEY (model_id) REFERENCES model(id),
    CONSTRAINT model_name_pk PRIMARY KEY (model_id, seen_from),
    CONSTRAINT model_name_span CHECK ((seen_to >= seen_from))
);
CREATE INDEX model_name_by_name ON public.model_name USING btree (lower(owner), lower(name));
GRANT INSERT, SELECT TO licet_app;
GRANT UPDATE (seen_to) TO licet_app;

-- Which commit a branch, a tag or a shortened commit named when the Hub was last asked; none where it named nothing.
CREATE TABLE model_ref (
    model_id bigint NOT NULL,
    name text NOT NULL,
    commit text,
    seen_at timestamp with time zone NOT NULL,
    CONSTRAINT model_ref_commit_whole CHECK ((commit ~ '^[0-9a-f]{40}$'::text)),
    CONSTRAINT model_ref_model_fk FOREIGN KEY (model_id) REFERENCES model(id),
    CONSTRAINT model_ref_pk PRIMARY KEY (model_id, name)
);
GRANT INSERT, SELECT TO licet_app;
GRANT UPDATE (commit, seen_at) TO licet_app;

-- Own answers of models that an instrument touches. Lists take this row before that of the profile. It names the inputs it was made from; with any other input it is not an answer.
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
    valid_until timestamp with time zone,
    evaluated_at timestamp with time zone NOT NULL,
    body text NOT NULL,
    against text[],
    CONSTRAINT model_verdict_conclusion_fk FOREIGN KEY (conclusion_id) REFERENCES conclusion(id),
    CONSTRAINT model_verdict_deployment_fk FOREIGN KEY (deployment_key, deployment_version) REFERENCES deployment_version(key, version),
    CONSTRAINT model_verdict_known CHECK ((verdict = ANY (ARRAY['ALLOW'::text, 'NEEDS'::text, 'DENY'::text]))),
    CONSTRAINT model_verdict_model_fk FOREIGN KEY (model_id) REFERENCES model(id),
    CONSTRAINT model_verdict_pk PRIMARY KEY (model_id, deployment_key)
);
CREATE INDEX model_verdict_by_deployment ON public.model_verdict USING btree (deployment_key, deployment_version, verdict, model_id);
CREATE INDEX model_verdict_by_valid_until ON public.model_verdict USING btree (valid_until) WHERE (valid_until IS NOT NULL);
GRANT DELETE, INSERT, SELECT, UPDATE TO licet_app;

-- Values that change without a new commit (gating, disabled, scans, counters), each with the moment it was seen.
CREATE TABLE observation (
    model_id bigint NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    snapshot_id bigint,
    gated text,
    disabled boolean NOT NULL,
    scan_state text,
    downloads bigint,
    likes bigint,
    CONSTRAINT observation_model_fk FOREIGN KEY (model_id) REFERENCES model(id),
    CONSTRAINT observation_pk PRIMARY KEY (model_id, seen_at),
    CONSTRAINT observation_snapshot_fk FOREIGN KEY (model_id, snapshot_id) REFERENCES snapshot(model_id, id)
);
GRANT INSERT, SELECT TO licet_app;

-- Facts of the organization, never changed; the highest version holds. The key keeps two editors from writing the same next version.
CREATE TABLE organization_version (
    version integer NOT NULL,
    body text NOT NULL,
    digest text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    CONSTRAINT organization_version_author_fk FOREIGN KEY (created_by) REFERENCES person(id),
    CONSTRAINT organization_version_counts CHECK ((version >= 1)),
    CONSTRAINT organization_version_pk PRIMARY KEY (version)
);
GRANT INSERT, SELECT TO licet_app;

-- Files of a snapshot by the hash of their content, whose like in an older model of another developer says where a model comes from. All snapshots count: what a model once held, others can have taken.
CREATE TABLE origin_file (
    snapshot_id bigint NOT NULL,
    content text COLLATE "C" NOT NULL,
    kind text NOT NULL,
    path text NOT NULL,
    model_id bigint NOT NULL,
    source_id text COLLATE "C" NOT NULL,
    made_at timestamp with time zone NOT NULL,
    developer text NOT NULL,
    well_known boolean NOT NULL,
    CONSTRAINT origin_file_kind_known CHECK ((kind = ANY (ARRAY['weights'::text, 'config'::text, 'tokenizer'::text]))),
    CONSTRAINT origin_file_pk PRIMARY KEY (snapshot_id, content),
    CONSTRAINT origin_file_snapshot_fk FOREIGN KEY (model_id, snapshot_id) REFERENCES snapshot(model_id, id)
);
CREATE INDEX origin_file_by_age ON public.origin_file USING btree (content, made_at, source_id);
CREATE INDEX origin_file_by_model ON public.origin_file USING btree (model_id, content);
GRANT INSERT, SELECT TO licet_app;

-- Messages that must leave because of a change, written in the transaction of the change. The id stays the same over every attempt, so that a receiver can drop repeats. Delivered rows are deleted.
CREATE TABLE outbox (
    id uuid NOT NULL,
    topic text NOT NULL,
    object_kind text NOT NULL,
    object_id text NOT NULL,
    payload text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    seq bigint NOT NULL,
    CONSTRAINT outbox_pk PRIMARY KEY (id),
    CONSTRAINT outbox_seq_fk FOREIGN KEY (seq) REFERENCES audit_entry(seq)
);
CREATE INDEX outbox_in_order ON public.outbox USING btree (seq, id);
GRANT DELETE, INSERT, SELECT TO licet_app;

-- Somebody who can act. Rows are never deleted: the audit chain and decisions name the id.
CREATE TABLE person (
    id uuid NOT NULL,
    login text NOT NULL,
    state text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version bigint NOT NULL,
    last_sign_in_at timestamp with time zone,
    CONSTRAINT person_login_shape CHECK ((login ~ '^[A-Za-z0-9][A-Za-z0-9._@+-]{0,99}$'::text)),
    CONSTRAINT person_pk PRIMARY KEY (id),
    CONSTRAINT person_state_known CHECK ((state = ANY (ARRAY['active'::text, 'deactivated'::text, 'erased'::text])))
);
CREATE UNIQUE INDEX person_login_unique ON public.person USING btree (lower(login));
CREATE TRIGGER person_stays_erased BEFORE UPDATE ON public.person FOR EACH ROW WHEN ((old.state = 'erased'::text)) EXECUTE FUNCTION person_stays_erased();
GRANT INSERT, SELECT, UPDATE TO licet_app;

-- One-time links with which an invited person, or one whose password was reset, sets an own password.
CREATE TABLE person_link (
    hash bytea NOT NULL,
    person_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    CONSTRAINT person_link_person_fk FOREIGN KEY (person_id) REFERENCES person(id),
    CONSTRAINT person_link_pk PRIMARY KEY (hash),
    CONSTRAINT person_link_sha256 CHECK ((octet_length(hash) = 32))
);
CREATE UNIQUE INDEX person_link_one_open ON public.person_link USING btree (person_id) WHERE (closed_at IS NULL);
GRANT INSERT, SELECT TO licet_app;
GRANT UPDATE (closed_at) TO licet_app;

-- Argon2id hashes of local accounts; people who sign in elsewhere have no row. Apart from the person, so that no query about people can carry a hash along.
CREATE TABLE person_password (
    person_id uuid NOT NULL,
    hash text NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT person_password_argon2id CHECK ((hash ~~ '$argon2id$%'::text)),
    CONSTRAINT person_password_person_fk FOREIGN KEY (person_id) REFERENCES person(id),
    CONSTRAINT person_password_pk PRIMARY KEY (person_id)
);
GRANT DELETE, INSERT, SELECT, UPDATE TO licet_app;

-- Personal data apart from the person, so that it can be erased while every reference keeps its meaning.
CREATE TABLE person_profile (
    person_id uuid NOT NULL,
    display_name text NOT NULL,
    email text,
    language text NOT NULL DEFAULT 'en'::text,
    CONSTRAINT person_profile_language_shape CHECK ((language ~ '^[a-z]{2}$'::text)),
    CONSTRAINT person_profile_person_fk FOREIGN KEY (person_id) REFERENCES person(id),
    CONSTRAINT person_profile_pk PRIMARY KEY (person_id)
);
GRANT DELETE, INSERT, SELECT, UPDATE TO licet_app;

-- What a reviewer's word counts for. The closed list of topics lives in code.
CREATE TABLE person_review_topic (
    person_id uuid NOT NULL,
    topic text NOT NULL,
    CONSTRAINT person_review_topic_person_fk FOREIGN KEY (person_id) REFERENCES person(id),
    CONSTRAINT person_review_topic_pk PRIMARY KEY (person_id, topic)
);
GRANT DELETE, INSERT, SELECT TO licet_app;

-- What a person may do. The closed list of roles lives in code.
CREATE TABLE person_role (
    person_id uuid NOT NULL,
    role text NOT NULL,
    CONSTRAINT person_role_person_fk FOREIGN KEY (person_id) REFERENCES person(id),
    CONSTRAINT person_role_pk PRIMARY KEY (person_id, role)
);
GRANT DELETE, INSERT, SELECT TO licet_app;

-- Whom an OpenID provider means. Its name for a person is the only key: logins and addresses of mail change and can be chosen. Apart from the person, so that it can be erased.
CREATE TABLE person_subject (
    issuer text NOT NULL,
    subject text NOT NULL,
    person_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT person_subject_one_each UNIQUE (person_id, issuer),
    CONSTRAINT person_subject_person_fk FOREIGN KEY (person_id) REFERENCES person(id),
    CONSTRAINT person_subject_pk PRIMARY KEY (issuer, subject)
);
GRANT DELETE, INSERT, SELECT TO licet_app;

-- A named set of rules; its versions hold the text.
CREATE TABLE policy (
    key text NOT NULL,
    CONSTRAINT policy_key_shape CHECK ((key ~ '^[a-z0-9][a-z0-9-]{0,62}$'::text)),
    CONSTRAINT policy_pk PRIMARY KEY (key)
);
GRANT INSERT, SELECT TO licet_app;

-- The YAML of a policy as its author wrote it. Only the state moves: from draft to active and retired, or withdrawn.
CREATE TABLE policy_version (
    key text NOT NULL,
    version integer NOT NULL,
    source text NOT NULL,
    digest text NOT NULL,
    state text NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    proposed_by uuid,
    reason text NOT NULL DEFAULT ''::text,
    activated_at timestamp with time zone,
    activated_by uuid,
    activation_reason text NOT NULL DEFAULT ''::text,
    CONSTRAINT policy_version_activated_or_not CHECK (((state = ANY (ARRAY['active'::text, 'retired'::text])) = (activated_at IS NOT NULL))),
    CONSTRAINT policy_version_activator_fk FOREIGN KEY (activated_by) REFERENCES person(id),
    CONSTRAINT policy_version_counts CHECK ((version >= 1)),
    CONSTRAINT policy_version_pk PRIMARY KEY (key, version),
    CONSTRAINT policy_version_policy_fk FOREIGN KEY (key) REFERENCES policy(key),
    CONSTRAINT policy_version_proposer_fk FOREIGN KEY (proposed_by) REFERENCES person(id),
    CONSTRAINT policy_version_state_known CHECK ((state = ANY (ARRAY['draft'::text, 'withdrawn'::text, 'active'::text, 'retired'::text]))),
    CONSTRAINT policy_version_two_people CHECK (((activated_at IS NULL) OR ((proposed_by IS NULL) AND (activated_by IS NULL)) OR ((proposed_by IS NOT NULL) AND (activated_by IS NOT NULL) AND (activated_by <> proposed_by))))
);
CREATE UNIQUE INDEX policy_version_in_force ON public.policy_version USING btree ((true)) WHERE (state = 'active'::text);
CREATE UNIQUE INDEX policy_version_one_draft ON public.policy_version USING btree (key) WHERE (state = 'draft'::text);
GRANT INSERT, SELECT TO licet_app;
GRANT UPDATE (state, activated_at, activated_by, activation_reason) TO licet_app;

-- Counters apart from the model and written only when they move by more than 5 %: updating an indexed counter on wide rows costs minutes at catalog size.
CREATE TABLE popularity (
    model_id bigint NOT NULL,
    downloads bigint NOT NULL,
    likes bigint NOT NULL,
    profile_id bigint,
    CONSTRAINT popularity_model_fk FOREIGN KEY (model_id) REFERENCES model(id),
    CONSTRAINT popularity_pk PRIMARY KEY (model_id) INCLUDE (downloads, likes)
);
CREATE INDEX popularity_by_downloads ON public.popularity USING btree (downloads, model_id);
CREATE INDEX popularity_by_likes ON public.popularity USING btree (likes, model_id);
CREATE INDEX popularity_by_profile_downloads ON public.popularity USING btree (profile_id, downloads, model_id);
CREATE INDEX popularity_by_profile_likes ON public.popularity USING btree (profile_id, likes, model_id);
CREATE TRIGGER popularity_profile BEFORE INSERT ON public.popularity FOR EACH ROW WHEN ((new.profile_id IS NULL)) EXECUTE FUNCTION popularity_takes_profile();
GRANT INSERT, SELECT, UPDATE TO licet_app;

-- Counsel's words for counsel and auditors. They stand apart so that nothing that lists or exports instruments can carry them along.
CREATE TABLE privileged_comment (
    instrument_id bigint NOT NULL,
    comment text NOT NULL,
    CONSTRAINT privileged_comment_fk FOREIGN KEY (instrument_id) REFERENCES instrument(id),
    CONSTRAINT privileged_comment_pk PRIMARY KEY (instrument_id),
    CONSTRAINT privileged_comment_says_something CHECK ((btrim(comment) <> ''::text))
);
GRANT INSERT, SELECT TO licet_app;

-- The distinct combinations of license, lineage, jurisdiction and flags that evaluation can see. Few for very many models, so a policy edit costs one assessment a row.
CREATE TABLE profile (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    digest text NOT NULL,
    license text,
    country text,
    body text NOT NULL,
    tier text NOT NULL DEFAULT 'examined'::text,
    CONSTRAINT profile_digest_unique UNIQUE (digest, tier),
    CONSTRAINT profile_pk PRIMARY KEY (id),
    CONSTRAINT profile_tier_known CHECK ((tier = ANY (ARRAY['stated'::text, 'listed'::text, 'examined'::text])))
);
CREATE INDEX profile_by_country ON public.profile USING btree (country);
CREATE INDEX profile_by_license ON public.profile USING btree (license);
GRANT INSERT, SELECT TO licet_app;

-- What people heard of releases, beside the claims that ship; shown, never evidence.
CREATE TABLE release_claim (
    id uuid NOT NULL,
    family text NOT NULL,
    body text NOT NULL,
    state text NOT NULL,
    entered_by uuid,
    entered_at timestamp with time zone NOT NULL,
    CONSTRAINT release_claim_person_fk FOREIGN KEY (entered_by) REFERENCES person(id),
    CONSTRAINT release_claim_pk PRIMARY KEY (id),
    CONSTRAINT release_claim_state_known CHECK ((state = ANY (ARRAY['stands'::text, 'withdrawn'::text])))
);
CREATE INDEX release_claim_by_family ON public.release_claim USING btree (family, id);
GRANT INSERT, SELECT TO licet_app;
GRANT UPDATE (state) TO licet_app;

-- What no repository says of itself: announced, deprecated, retired; entered with a source.
CREATE TABLE release_entry (
    id uuid NOT NULL,
    kind text NOT NULL,
    family text NOT NULL,
    model text,
    successor text,
    first_day date NOT NULL,
    last_day date NOT NULL,
    certain boolean NOT NULL,
    note text NOT NULL,
    source text NOT NULL,
    origin text,
    state text NOT NULL,
    version integer NOT NULL,
    entered_by uuid,
    entered_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    told_days integer,
    CONSTRAINT release_entry_days CHECK ((first_day <= last_day)),
    CONSTRAINT release_entry_kind_known CHECK ((kind = ANY (ARRAY['announced'::text, 'published'::text, 'version'::text, 'deprecated'::text, 'retired'::text, 'superseded'::text]))),
    CONSTRAINT release_entry_lengths CHECK ((((char_length(family) >= 1) AND (char_length(family) <= 100)) AND (char_length(note) <= 500) AND ((char_length(source) >= 1) AND (char_length(source) <= 500)))),
    CONSTRAINT release_entry_origin_once UNIQUE (origin),
    CONSTRAINT release_entry_person_fk FOREIGN KEY (entered_by) REFERENCES person(id),
    CONSTRAINT release_entry_pk PRIMARY KEY (id),
    CONSTRAINT release_entry_state_known CHECK ((state = ANY (ARRAY['stands'::text, 'withdrawn'::text]))),
    CONSTRAINT release_entry_successor_or_not CHECK (((kind = 'superseded'::text) = (successor IS NOT NULL)))
);
CREATE INDEX release_entry_by_day ON public.release_entry USING btree (first_day, id);
CREATE INDEX release_entry_by_family ON public.release_entry USING btree (family, first_day, id);
CREATE INDEX release_entry_retiring ON public.release_entry USING btree (first_day, id) WHERE ((state = 'stands'::text) AND (kind = ANY (ARRAY['deprecated'::text, 'retired'::text])));
GRANT INSERT, SELECT, UPDATE TO licet_app;

-- Lists of requests that a person keeps under a name. They are deleted for good: nothing was ever decided by them.
CREATE TABLE request_filter (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    name text NOT NULL,
    parameters text NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    CONSTRAINT request_filter_name_length CHECK (((char_length(name) >= 1) AND (char_length(name) <= 80))),
    CONSTRAINT request_filter_parameters_length CHECK ((char_length(parameters) <= 1000)),
    CONSTRAINT request_filter_person_fk FOREIGN KEY (person_id) REFERENCES person(id),
    CONSTRAINT request_filter_pk PRIMARY KEY (id)
);
CREATE UNIQUE INDEX request_filter_once ON public.request_filter USING btree (person_id, lower(name));
GRANT DELETE, INSERT, SELECT TO licet_app;

-- Lists of models that a person keeps under a name. They are deleted for good: nothing was ever decided by them.
CREATE TABLE saved_view (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    name text NOT NULL,
    parameters text NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    CONSTRAINT saved_view_name_length CHECK (((char_length(name) >= 1) AND (char_length(name) <= 80))),
    CONSTRAINT saved_view_parameters_length CHECK ((char_length(parameters) <= 4000)),
    CONSTRAINT saved_view_person_fk FOREIGN KEY (person_id) REFERENCES person(id),
    CONSTRAINT saved_view_pk PRIMARY KEY (id)
);
CREATE UNIQUE INDEX saved_view_once ON public.saved_view USING btree (person_id, lower(name));
GRANT DELETE, INSERT, SELECT TO licet_app;

-- Jobs, claimed through the database so that any number of instances share them.
CREATE TABLE scheduled_tasks (
    task_name text NOT NULL,
    task_instance text NOT NULL,
    task_data bytea,
    execution_time timestamp with time zone NOT NULL,
    picked boolean NOT NULL,
    picked_by text,
    last_success timestamp with time zone,
    last_failure timestamp with time zone,
    consecutive_failures integer,
    last_heartbeat timestamp with time zone,
    version bigint NOT NULL,
    priority smallint,
    CONSTRAINT scheduled_tasks_pk PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_by_execution_time ON public.scheduled_tasks USING btree (execution_time);
CREATE INDEX scheduled_tasks_by_heartbeat ON public.scheduled_tasks USING btree (last_heartbeat);
CREATE INDEX scheduled_tasks_by_priority ON public.scheduled_tasks USING btree (priority DESC, execution_time);
GRANT DELETE, INSERT, SELECT, UPDATE TO licet_app;

-- Signed-in browsers. Only hashes of ids are kept: whoever reads this table can neither continue a session nor make a form token, which is derived from the id.
CREATE TABLE session (
    id_hash bytea NOT NULL,
    person_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT session_id_sha256 CHECK ((octet_length(id_hash) = 32)),
    CONSTRAINT session_person_fk FOREIGN KEY (person_id) REFERENCES person(id),
    CONSTRAINT session_pk PRIMARY KEY (id_hash)
);
CREATE INDEX session_by_expiry ON public.session USING btree (expires_at);
CREATE INDEX session_by_person ON public.session USING btree (person_id);
GRANT DELETE, INSERT, SELECT TO licet_app;
GRANT UPDATE (last_seen_at) TO licet_app;

-- Bases of a model that people concluded and no repository declares.
CREATE TABLE settled_base (
    model_id bigint NOT NULL,
    parent_owner text NOT NULL,
    parent_name text NOT NULL,
    CONSTRAINT settled_base_model_fk FOREIGN KEY (model_id) REFERENCES model(id),
    CONSTRAINT settled_base_pk PRIMARY KEY (model_id, parent_owner, parent_name)
);
CREATE INDEX settled_base_by_parent ON public.settled_base USING btree (lower(parent_owner), lower(parent_name));
GRANT DELETE, INSERT, SELECT TO licet_app;

-- One-time links that create the first administrator while nobody can sign in yet. Only one is open: locking it keeps two people from both becoming the first.
CREATE TABLE setup_link (
    hash bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    CONSTRAINT setup_link_pk PRIMARY KEY (hash),
    CONSTRAINT setup_link_sha256 CHECK ((octet_length(hash) = 32))
);
CREATE UNIQUE INDEX setup_link_one_open ON public.setup_link USING btree (((closed_at IS NULL))) WHERE (closed_at IS NULL);
GRANT INSERT, SELECT TO licet_app;
GRANT UPDATE (closed_at) TO licet_app;

-- Failed sign-ins counted by a hash of the login and by a hash of the address, over every instance, so that guessing is slow wherever it arrives.
CREATE TABLE sign_in_failure (
    bucket bytea NOT NULL,
    failures integer NOT NULL,
    window_ends_at timestamp with time zone NOT NULL,
    CONSTRAINT sign_in_failure_pk PRIMARY KEY (bucket)
);
GRANT DELETE, INSERT, SELECT, UPDATE TO licet_app;

-- Browsers that are at the provider now. Each row serves one return. The secret is in the browser alone.
CREATE TABLE sign_in_flow (
    secret_hash bytea NOT NULL,
    return_path text NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    joins uuid,
    CONSTRAINT sign_in_flow_hash_length CHECK ((octet_length(secret_hash) = 32)),
    CONSTRAINT sign_in_flow_joins_fk FOREIGN KEY (joins) REFERENCES person(id),
    CONSTRAINT sign_in_flow_pk PRIMARY KEY (secret_hash)
);
CREATE INDEX sign_in_flow_expiry ON public.sign_in_flow USING btree (expires_at);
GRANT DELETE, INSERT, SELECT TO licet_app;

-- What fills a slot from when until when; the one without an end fills it now.
CREATE TABLE slot_filling (
    id uuid NOT NULL,
    slot_id uuid NOT NULL,
    model text NOT NULL,
    family text NOT NULL,
    revision text NOT NULL,
    deployment text NOT NULL,
    owner uuid NOT NULL,
    routing text,
    since timestamp with time zone NOT NULL,
    until timestamp with time zone,
    set_by uuid NOT NULL,
    CONSTRAINT slot_filling_commit CHECK ((revision ~ '^[0-9a-f]{40}$'::text)),
    CONSTRAINT slot_filling_deployment_fk FOREIGN KEY (deployment) REFERENCES deployment(key),
    CONSTRAINT slot_filling_owner_fk FOREIGN KEY (owner) REFERENCES person(id),
    CONSTRAINT slot_filling_pk PRIMARY KEY (id),
    CONSTRAINT slot_filling_routing_length CHECK (((char_length(routing) >= 1) AND (char_length(routing) <= 500))),
    CONSTRAINT slot_filling_set_by_fk FOREIGN KEY (set_by) REFERENCES person(id),
    CONSTRAINT slot_filling_slot_fk FOREIGN KEY (slot_id) REFERENCES stack_slot(id),
    CONSTRAINT slot_filling_times CHECK ((until >= since))
);
CREATE INDEX slot_filling_by_model ON public.slot_filling USING btree (lower(model)) WHERE (until IS NULL);
CREATE INDEX slot_filling_by_owner ON public.slot_filling USING btree (owner) WHERE (until IS NULL);
CREATE INDEX slot_filling_by_slot ON public.slot_filling USING btree (slot_id, since);
CREATE UNIQUE INDEX slot_filling_now ON public.slot_filling USING btree (slot_id) WHERE (until IS NULL);
GRANT INSERT, SELECT TO licet_app;
GRANT UPDATE (owner, routing, until) TO licet_app;

-- What people measured or heard of what fills a slot: its cost, its quality.
CREATE TABLE slot_note (
    id uuid NOT NULL,
    slot_id uuid NOT NULL,
    kind text NOT NULL,
    words text NOT NULL,
    figure numeric,
    unit text,
    written_by uuid NOT NULL,
    written_at timestamp with time zone NOT NULL,
    CONSTRAINT slot_note_figure_in_unit CHECK ((((figure IS NULL) = (unit IS NULL)) AND ((char_length(unit) >= 1) AND (char_length(unit) <= 40)))),
    CONSTRAINT slot_note_kind_known CHECK ((kind = ANY (ARRAY['cost'::text, 'quality'::text, 'other'::text]))),
    CONSTRAINT slot_note_person_fk FOREIGN KEY (written_by) REFERENCES person(id),
    CONSTRAINT slot_note_pk PRIMARY KEY (id),
    CONSTRAINT slot_note_slot_fk FOREIGN KEY (slot_id) REFERENCES stack_slot(id),
    CONSTRAINT slot_note_words_length CHECK (((char_length(words) >= 1) AND (char_length(words) <= 4000)))
);
CREATE INDEX slot_note_by_slot ON public.slot_note USING btree (slot_id, written_at, id);
GRANT INSERT, SELECT TO licet_app;
GRANT UPDATE (words) TO licet_app;

-- What was recorded about one model at one revision. Never changed: new evidence is a new row. The digest covers canonical evidence without ids, times and counters, so that reading again makes no new row.
CREATE TABLE snapshot (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    model_id bigint NOT NULL,
    revision text NOT NULL,
    evidence_digest text NOT NULL,
    taken_at timestamp with time zone NOT NULL,
    released_at timestamp with time zone,
    gated text NOT NULL,
    pipeline_tag text,
    library text,
    modality text,
    parameters bigint,
    developer_key text,
    country text,
    declared_license text,
    card_blob bytea,
    info_blob bytea,
    successor text,
    CONSTRAINT snapshot_card_fk FOREIGN KEY (card_blob) REFERENCES blob(sha256),
    CONSTRAINT snapshot_evidence_unique UNIQUE (model_id, revision, evidence_digest),
    CONSTRAINT snapshot_info_fk FOREIGN KEY (info_blob) REFERENCES blob(sha256),
    CONSTRAINT snapshot_model_fk FOREIGN KEY (model_id) REFERENCES model(id),
    CONSTRAINT snapshot_of_model UNIQUE (model_id, id),
    CONSTRAINT snapshot_parameters_counts CHECK ((parameters >= 0)),
    CONSTRAINT snapshot_pk PRIMARY KEY (id)
);
CREATE INDEX snapshot_by_declared_license ON public.snapshot USING btree (declared_license);
CREATE INDEX snapshot_by_developer ON public.snapshot USING btree (developer_key);
CREATE INDEX snapshot_successor ON public.snapshot USING btree (model_id, successor, taken_at) WHERE (successor IS NOT NULL);
GRANT INSERT, SELECT TO licet_app;

-- The models that a product line runs, one in each slot, and the team that owns them.
CREATE TABLE stack (
    id uuid NOT NULL,
    key text NOT NULL,
    name text NOT NULL,
    team_id uuid NOT NULL,
    cadence_months integer NOT NULL,
    version integer NOT NULL,
    made_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT stack_cadence CHECK (((cadence_months >= 1) AND (cadence_months <= 24))),
    CONSTRAINT stack_key_once UNIQUE (key),
    CONSTRAINT stack_key_shape CHECK ((key ~ '^[a-z0-9][a-z0-9-]{0,63}$'::text)),
    CONSTRAINT stack_name_length CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200))),
    CONSTRAINT stack_pk PRIMARY KEY (id),
    CONSTRAINT stack_team_fk FOREIGN KEY (team_id) REFERENCES team(id)
);
GRANT INSERT, SELECT, UPDATE TO licet_app;

-- The meeting that renews, replaces or retires what fills each slot.
CREATE TABLE stack_review (
    id uuid NOT NULL,
    stack_id uuid NOT NULL,
    due date NOT NULL,
    state text NOT NULL,
    scheduled_by uuid NOT NULL,
    scheduled_at timestamp with time zone NOT NULL,
    opened_by uuid,
    opened_at timestamp with time zone,
    ended_by uuid,
    ended_at timestamp with time zone,
    told_days integer,
    CONSTRAINT stack_review_ended_by_fk FOREIGN KEY (ended_by) REFERENCES person(id),
    CONSTRAINT stack_review_life CHECK (
CASE state
    WHEN 'scheduled'::text THEN ((opened_at IS NULL) AND (ended_at IS NULL))
    WHEN 'open'::text THEN ((opened_at IS NOT NULL) AND (ended_at IS NULL))
    WHEN 'closed'::text THEN ((opened_at IS NOT NULL) AND (ended_at IS NOT NULL))
    WHEN 'called-off'::text THEN (ended_at IS NOT NULL)
    ELSE false
END),
    CONSTRAINT stack_review_opened_by_fk FOREIGN KEY (opened_by) REFERENCES person(id),
    CONSTRAINT stack_review_pk PRIMARY KEY (id),
    CONSTRAINT stack_review_scheduled_by_fk FOREIGN KEY (scheduled_by) REFERENCES person(id),
    CONSTRAINT stack_review_stack_fk FOREIGN KEY (stack_id) REFERENCES stack(id),
    CONSTRAINT stack_review_steps CHECK ((((opened_at IS NULL) = (opened_by IS NULL)) AND ((ended_at IS NULL) = (ended_by IS NULL))))
);
CREATE INDEX stack_review_by_stack ON public.stack_review USING btree (stack_id, due, id);
CREATE INDEX stack_review_closed ON public.stack_review USING btree (ended_at, id) WHERE (state = 'closed'::text);
CREATE INDEX stack_review_due ON public.stack_review USING btree (due, id) WHERE (state = ANY (ARRAY['scheduled'::text, 'open'::text]));
CREATE UNIQUE INDEX stack_review_running ON public.stack_review USING btree (stack_id) WHERE (state = ANY (ARRAY['scheduled'::text, 'open'::text]));
GRANT INSERT, SELECT, UPDATE TO licet_app;

-- A slot as it stood when its review was opened, and what the review decided.
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
    decided_at timestamp with time zone,
    CONSTRAINT stack_review_item_decision CHECK (
CASE
    WHEN (decision IS NULL) THEN (num_nonnulls(reason, new_model, new_revision, decided_by, decided_at) = 0)
    ELSE ((decision = ANY (ARRAY['renew'::text, 'replace'::text, 'retire'::text])) AND (num_nulls(reason, decided_by, decided_at) = 0) AND ((char_length(reason) >= 1) AND (char_length(reason) <= 4000)))
END),
    CONSTRAINT stack_review_item_filling_fk FOREIGN KEY (filling_id) REFERENCES slot_filling(id),
    CONSTRAINT stack_review_item_person_fk FOREIGN KEY (decided_by) REFERENCES person(id),
    CONSTRAINT stack_review_item_pk PRIMARY KEY (review_id, slot_id),
    CONSTRAINT stack_review_item_replacement CHECK (((num_nonnulls(new_model, new_revision) =
CASE
    WHEN (decision = 'replace'::text) THEN 2
    ELSE 0
END) AND (new_revision ~ '^[0-9a-f]{40}$'::text))),
    CONSTRAINT stack_review_item_review_fk FOREIGN KEY (review_id) REFERENCES stack_review(id),
    CONSTRAINT stack_review_item_slot_fk FOREIGN KEY (slot_id) REFERENCES stack_slot(id)
);
CREATE INDEX stack_review_item_by_slot ON public.stack_review_item USING btree (slot_id, review_id);
GRANT INSERT, SELECT TO licet_app;
GRANT UPDATE (decision, reason, new_model, new_revision, decided_by, decided_at) TO licet_app;

-- A place in a stack for one model at a time.
CREATE TABLE stack_slot (
    id uuid NOT NULL,
    stack_id uuid NOT NULL,
    key text NOT NULL,
    role text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    CONSTRAINT stack_slot_key_shape CHECK ((key ~ '^[a-z0-9][a-z0-9-]{0,63}$'::text)),
    CONSTRAINT stack_slot_once UNIQUE (stack_id, key),
    CONSTRAINT stack_slot_pk PRIMARY KEY (id),
    CONSTRAINT stack_slot_stack_fk FOREIGN KEY (stack_id) REFERENCES stack(id)
);
GRANT INSERT, SELECT TO licet_app;
GRANT UPDATE (role) TO licet_app;

-- Who wants to be told of what. Rows go when it ends; the audit log knows of them.
CREATE TABLE subscription (
    id uuid NOT NULL,
    subscriber_kind text NOT NULL,
    subscriber_id text NOT NULL,
    scope text NOT NULL,
    about text NOT NULL,
    least text NOT NULL,
    kinds text[] NOT NULL,
    digest text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT subscription_about_something CHECK (((scope = 'watched'::text) = (about = ''::text))),
    CONSTRAINT subscription_digest_known CHECK ((digest = ANY (ARRAY['immediate'::text, 'daily'::text, 'weekly'::text, 'inbox'::text]))),
    CONSTRAINT subscription_least_known CHECK (("least" = ANY (ARRAY['info'::text, 'warning'::text, 'critical'::text]))),
    CONSTRAINT subscription_once UNIQUE (subscriber_id, subscriber_kind, scope, about),
    CONSTRAINT subscription_pk PRIMARY KEY (id),
    CONSTRAINT subscription_scope_known CHECK ((scope = ANY (ARRAY['model'::text, 'developer'::text, 'family'::text, 'deployment'::text, 'watched'::text, 'approved'::text])))
);
GRANT DELETE, INSERT, SELECT TO licet_app;

-- What went wrong in a run, counted by kind, with the words of the last.
CREATE TABLE sync_error (
    run_id bigint NOT NULL,
    kind text NOT NULL,
    count bigint NOT NULL,
    last_at timestamp with time zone NOT NULL,
    last_detail text NOT NULL,
    CONSTRAINT sync_error_counts CHECK ((count > 0)),
    CONSTRAINT sync_error_pk PRIMARY KEY (run_id, kind),
    CONSTRAINT sync_error_run_fk FOREIGN KEY (run_id) REFERENCES sync_run(id)
);
GRANT INSERT, SELECT, UPDATE TO licet_app;

-- Models that a run reads in full, in chunks that instances share. Emptied when the run ends.
CREATE TABLE sync_item (
    run_id bigint NOT NULL,
    name_lower text NOT NULL,
    name text NOT NULL,
    chunk integer NOT NULL,
    state text NOT NULL,
    attempts integer NOT NULL,
    CONSTRAINT sync_item_pk PRIMARY KEY (run_id, name_lower),
    CONSTRAINT sync_item_run_fk FOREIGN KEY (run_id) REFERENCES sync_run(id),
    CONSTRAINT sync_item_state_known CHECK ((state = ANY (ARRAY['waiting'::text, 'read'::text, 'refused'::text, 'failed'::text])))
);
CREATE INDEX sync_item_waiting ON public.sync_item USING btree (run_id, chunk) WHERE (state = 'waiting'::text);
GRANT DELETE, INSERT, SELECT, UPDATE TO licet_app;

-- One pass over what a watch covers. The cursor moves in the transaction that writes its page, so that a run goes on after any end of a process, and two instances never write the same page.
CREATE TABLE sync_run (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    watch_id uuid NOT NULL,
    state text NOT NULL,
    phase text NOT NULL,
    started_at timestamp with time zone NOT NULL,
    moved_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    cursor text,
    pages integer NOT NULL DEFAULT 0,
    listed bigint NOT NULL DEFAULT 0,
    new_models bigint NOT NULL DEFAULT 0,
    changed bigint NOT NULL DEFAULT 0,
    missing bigint NOT NULL DEFAULT 0,
    wanted bigint NOT NULL DEFAULT 0,
    examined bigint NOT NULL DEFAULT 0,
    not_read bigint NOT NULL DEFAULT 0,
    new_snapshots bigint NOT NULL DEFAULT 0,
    requests bigint NOT NULL DEFAULT 0,
    retries bigint NOT NULL DEFAULT 0,
    bytes bigint NOT NULL DEFAULT 0,
    failures integer NOT NULL DEFAULT 0,
    CONSTRAINT sync_run_ended CHECK (((state = ANY (ARRAY['canceled'::text, 'done'::text, 'failed'::text])) = (ended_at IS NOT NULL))),
    CONSTRAINT sync_run_phase_known CHECK ((phase = ANY (ARRAY['listing'::text, 'examining'::text]))),
    CONSTRAINT sync_run_pk PRIMARY KEY (id),
    CONSTRAINT sync_run_state_known CHECK ((state = ANY (ARRAY['running'::text, 'paused'::text, 'canceled'::text, 'done'::text, 'failed'::text]))),
    CONSTRAINT sync_run_watch_fk FOREIGN KEY (watch_id) REFERENCES watch(id)
);
CREATE INDEX sync_run_by_watch ON public.sync_run USING btree (watch_id, id);
CREATE UNIQUE INDEX sync_run_one_open ON public.sync_run USING btree (watch_id) WHERE (state = ANY (ARRAY['running'::text, 'paused'::text]));
GRANT INSERT, SELECT, UPDATE TO licet_app;

-- Which models a run has listed: a model on two pages counts once, and what a complete listing lacks is missing. Emptied when the run ends.
CREATE TABLE sync_seen (
    run_id bigint NOT NULL,
    model_id bigint NOT NULL,
    CONSTRAINT sync_seen_pk PRIMARY KEY (run_id, model_id),
    CONSTRAINT sync_seen_run_fk FOREIGN KEY (run_id) REFERENCES sync_run(id)
);
GRANT DELETE, INSERT, SELECT TO licet_app;

-- People who own deployments together. Rows are never deleted: the audit chain names the id.
CREATE TABLE team (
    id uuid NOT NULL,
    key text NOT NULL,
    name text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT team_key_shape CHECK ((key ~ '^[a-z0-9][a-z0-9-]{0,63}$'::text)),
    CONSTRAINT team_key_unique UNIQUE (key),
    CONSTRAINT team_pk PRIMARY KEY (id)
);
GRANT INSERT, SELECT TO licet_app;
GRANT UPDATE (name) TO licet_app;

-- Which team owns a deployment, by the key of the deployment; one without a row is everybody's.
CREATE TABLE team_deployment (
    deployment text NOT NULL,
    team_id uuid NOT NULL,
    CONSTRAINT team_deployment_deployment_fk FOREIGN KEY (deployment) REFERENCES deployment(key),
    CONSTRAINT team_deployment_pk PRIMARY KEY (deployment),
    CONSTRAINT team_deployment_team_fk FOREIGN KEY (team_id) REFERENCES team(id)
);
CREATE INDEX team_deployment_by_team ON public.team_deployment USING btree (team_id);
GRANT DELETE, INSERT, SELECT, UPDATE TO licet_app;

-- Who belongs to a team now; the audit log knows who did before.
CREATE TABLE team_member (
    team_id uuid NOT NULL,
    person_id uuid NOT NULL,
    CONSTRAINT team_member_person_fk FOREIGN KEY (person_id) REFERENCES person(id),
    CONSTRAINT team_member_pk PRIMARY KEY (team_id, person_id),
    CONSTRAINT team_member_team_fk FOREIGN KEY (team_id) REFERENCES team(id)
);
CREATE INDEX team_member_by_person ON public.team_member USING btree (person_id);
GRANT DELETE, INSERT, SELECT TO licet_app;

-- Pages of publishers that licenses are bound to, and when each was last looked at. The list of addresses is data of the product: nobody can add one.
CREATE TABLE terms_page (
    address text NOT NULL,
    checked_at timestamp with time zone NOT NULL,
    failure text,
    CONSTRAINT terms_page_pk PRIMARY KEY (address)
);
GRANT INSERT, SELECT, UPDATE TO licet_app;

-- What such a page said, from when on: its visible text, without the markup around it.
CREATE TABLE terms_version (
    address text NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    text_sha256 bytea NOT NULL,
    CONSTRAINT terms_version_page_fk FOREIGN KEY (address) REFERENCES terms_page(address),
    CONSTRAINT terms_version_pk PRIMARY KEY (address, seen_at),
    CONSTRAINT terms_version_text_fk FOREIGN KEY (text_sha256) REFERENCES blob(sha256)
);
GRANT INSERT, SELECT TO licet_app;

-- License, notice and policy files that the newest look at a model could not read, with what the last look that could read them saw: a change behind a failed reading is told as soon as the file can be read again.
CREATE TABLE unread_text (
    model_id bigint NOT NULL,
    path text NOT NULL,
    last_sha256 text,
    CONSTRAINT unread_text_model_fk FOREIGN KEY (model_id) REFERENCES model(id),
    CONSTRAINT unread_text_pk PRIMARY KEY (model_id, path)
);
GRANT DELETE, INSERT, SELECT TO licet_app;

-- The answer for a profile under one version of every input. Past valid_until a row is not an answer: it is evaluated again, whoever reads it first.
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
    valid_until timestamp with time zone,
    evaluated_at timestamp with time zone NOT NULL,
    body text NOT NULL,
    instruments_digest text COLLATE "C" NOT NULL,
    against text[],
    CONSTRAINT verdict_deployment_fk FOREIGN KEY (deployment_key, deployment_version) REFERENCES deployment_version(key, version),
    CONSTRAINT verdict_knowledge_fk FOREIGN KEY (knowledge_digest) REFERENCES knowledge(digest),
    CONSTRAINT verdict_known CHECK ((verdict = ANY (ARRAY['ALLOW'::text, 'NEEDS'::text, 'DENY'::text]))),
    CONSTRAINT verdict_organization_fk FOREIGN KEY (organization_version) REFERENCES organization_version(version),
    CONSTRAINT verdict_pk PRIMARY KEY (policy_key, policy_version, organization_version, knowledge_digest, engine_version, deployment_key, deployment_version, profile_id) INCLUDE (verdict, valid_until, instruments_digest),
    CONSTRAINT verdict_policy_fk FOREIGN KEY (policy_key, policy_version) REFERENCES policy_version(key, version),
    CONSTRAINT verdict_profile_fk FOREIGN KEY (profile_id) REFERENCES profile(id)
);
CREATE INDEX verdict_by_valid_until ON public.verdict USING btree (valid_until) WHERE (valid_until IS NOT NULL);
GRANT DELETE, INSERT, SELECT TO licet_app;
GRANT UPDATE (verdict, valid_until, evaluated_at, body, instruments_digest, against) TO licet_app;

-- What lifts one rule of the policy in one deployment for a while, proposed by one person and confirmed by another.
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
    acts_until timestamp with time zone NOT NULL,
    proposed_by uuid NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    decided_by uuid,
    decided_at timestamp with time zone,
    decision text,
    ended_by uuid,
    ended_at timestamp with time zone,
    end_reason text,
    CONSTRAINT waiver_confirmed_in_time CHECK (((state = 'rejected'::text) OR (acts_until > decided_at))),
    CONSTRAINT waiver_decided_or_not CHECK (((state = ANY (ARRAY['proposed'::text, 'withdrawn'::text])) = (decided_by IS NULL))),
    CONSTRAINT waiver_decided_whole CHECK ((((decided_by IS NULL) = (decided_at IS NULL)) AND ((decided_by IS NULL) = (decision IS NULL)) AND (btrim(decision) <> ''::text) AND (decided_at >= proposed_at))),
    CONSTRAINT waiver_decider_fk FOREIGN KEY (decided_by) REFERENCES person(id),
    CONSTRAINT waiver_document_fk FOREIGN KEY (document_sha256) REFERENCES blob(sha256),
    CONSTRAINT waiver_document_whole CHECK ((((document_sha256 IS NULL) = (document_name IS NULL)) AND ((document_sha256 IS NULL) = (document_type IS NULL)))),
    CONSTRAINT waiver_ended_or_not CHECK ((((state = ANY (ARRAY['proposed'::text, 'acting'::text, 'rejected'::text])) = (ended_at IS NULL)) AND ((ended_by IS NULL) OR (ended_at IS NOT NULL)) AND ((state <> 'revoked'::text) OR (ended_by IS NOT NULL)))),
    CONSTRAINT waiver_ended_whole CHECK ((((ended_at IS NULL) = (end_reason IS NULL)) AND (btrim(end_reason) <> ''::text))),
    CONSTRAINT waiver_ender_fk FOREIGN KEY (ended_by) REFERENCES person(id),
    CONSTRAINT waiver_every_model_of_a_text CHECK (((NOT every_model) OR (cardinality(texts) > 0))),
    CONSTRAINT waiver_link_is_https CHECK ((evidence_link ~~ 'https://%'::text)),
    CONSTRAINT waiver_model_fk FOREIGN KEY (model_id) REFERENCES model(id),
    CONSTRAINT waiver_of_a_rule_only CHECK ((finding ~~ 'policy/%/%'::text)),
    CONSTRAINT waiver_pk PRIMARY KEY (id),
    CONSTRAINT waiver_proposer_fk FOREIGN KEY (proposed_by) REFERENCES person(id),
    CONSTRAINT waiver_says_why CHECK ((btrim(reason) <> ''::text)),
    CONSTRAINT waiver_shows_evidence CHECK (((evidence_link IS NOT NULL) OR (document_sha256 IS NOT NULL))),
    CONSTRAINT waiver_state_known CHECK ((state = ANY (ARRAY['proposed'::text, 'acting'::text, 'rejected'::text, 'withdrawn'::text, 'revoked'::text, 'expired'::text, 'reason-gone'::text]))),
    CONSTRAINT waiver_two_people CHECK ((decided_by <> proposed_by)),
    CONSTRAINT waiver_within_limit CHECK (((acts_until > proposed_at) AND ((max_days IS NULL) OR (acts_until <= (proposed_at + ((max_days)::double precision * '24:00:00'::interval))))))
);
CREATE INDEX waiver_by_deployment ON public.waiver USING btree (deployment_key, id);
CREATE INDEX waiver_by_proposer ON public.waiver USING btree (proposed_by, id);
CREATE INDEX waiver_by_state ON public.waiver USING btree (state, id);
CREATE INDEX waiver_ending ON public.waiver USING btree (acts_until) WHERE (state = 'acting'::text);
CREATE UNIQUE INDEX waiver_proposed_once ON public.waiver USING btree (finding, deployment_key, model_id, every_model) WHERE (state = 'proposed'::text);
GRANT INSERT, SELECT TO licet_app;
GRANT UPDATE (state, evidence_link, document_name, decided_by, decided_at, decision, ended_by, ended_at, end_reason) TO licet_app;

-- What is kept current: a part of the Hub and how closely. Ended watches stay, since runs and drift name them.
CREATE TABLE watch (
    id uuid NOT NULL,
    source text NOT NULL,
    kind text NOT NULL,
    subject text NOT NULL,
    words text NOT NULL,
    tier text NOT NULL,
    every_hours integer NOT NULL,
    next_at timestamp with time zone NOT NULL,
    created_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT watch_every_hours_sensible CHECK (((every_hours >= 1) AND (every_hours <= 8760))),
    CONSTRAINT watch_kind_known CHECK ((kind = ANY (ARRAY['developer'::text, 'collection'::text, 'family'::text, 'search'::text, 'model'::text, 'hub'::text]))),
    CONSTRAINT watch_pk PRIMARY KEY (id),
    CONSTRAINT watch_tier_known CHECK ((tier = ANY (ARRAY['listed'::text, 'examined'::text])))
);
CREATE INDEX watch_by_next_at ON public.watch USING btree (next_at) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX watch_once ON public.watch USING btree (source, kind, lower(subject), lower(words)) WHERE (ended_at IS NULL);
GRANT INSERT, SELECT TO licet_app;
GRANT UPDATE (next_at, ended_at) TO licet_app;

-- Each time that a watch failed, until it worked again; people are told once of both.
CREATE TABLE watch_trouble (
    watch_id uuid NOT NULL,
    since timestamp with time zone NOT NULL,
    over_at timestamp with time zone,
    CONSTRAINT watch_trouble_pk PRIMARY KEY (watch_id, since),
    CONSTRAINT watch_trouble_watch_fk FOREIGN KEY (watch_id) REFERENCES watch(id)
);
CREATE UNIQUE INDEX watch_trouble_open ON public.watch_trouble USING btree (watch_id) WHERE (over_at IS NULL);
GRANT INSERT, SELECT TO licet_app;
GRANT UPDATE (over_at) TO licet_app;

-- One message for one receiver. Messages about one object reach a receiver in their order: the next one waits.
CREATE TABLE webhook_delivery (
    receiver_id uuid NOT NULL,
    message_id uuid NOT NULL,
    topic text NOT NULL,
    object_kind text NOT NULL,
    object_id text NOT NULL,
    payload text NOT NULL,
    happened_at timestamp with time zone NOT NULL,
    seq bigint NOT NULL,
    state text NOT NULL,
    tries integer NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    next_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT webhook_delivery_ended_or_not CHECK (((state = 'waiting'::text) = (ended_at IS NULL))),
    CONSTRAINT webhook_delivery_pk PRIMARY KEY (receiver_id, message_id),
    CONSTRAINT webhook_delivery_receiver_fk FOREIGN KEY (receiver_id) REFERENCES webhook_receiver(id),
    CONSTRAINT webhook_delivery_state_known CHECK ((state = ANY (ARRAY['waiting'::text, 'delivered'::text, 'given-up'::text])))
);
CREATE INDEX webhook_delivery_due ON public.webhook_delivery USING btree (next_at) WHERE (state = 'waiting'::text);
CREATE INDEX webhook_delivery_newest ON public.webhook_delivery USING btree (receiver_id, seq, message_id);
CREATE INDEX webhook_delivery_of_object ON public.webhook_delivery USING btree (receiver_id, object_kind, object_id, seq, message_id) WHERE (state = 'waiting'::text);
CREATE INDEX webhook_delivery_old ON public.webhook_delivery USING btree (ended_at) WHERE (state <> 'waiting'::text);
GRANT DELETE, INSERT, SELECT, UPDATE TO licet_app;

-- Who is told by HTTP what happens here.
CREATE TABLE webhook_receiver (
    id uuid NOT NULL,
    name text NOT NULL,
    address text NOT NULL,
    topics text NOT NULL,
    state text NOT NULL,
    sealed_secret bytea NOT NULL,
    former_secret bytea,
    former_until timestamp with time zone,
    made_at timestamp with time zone NOT NULL,
    format text NOT NULL DEFAULT 'standard'::text,
    sealed_address bytea,
    CONSTRAINT webhook_receiver_format_known CHECK ((format = ANY (ARRAY['standard'::text, 'slack'::text, 'teams'::text]))),
    CONSTRAINT webhook_receiver_former_or_not CHECK (((former_secret IS NULL) = (former_until IS NULL))),
    CONSTRAINT webhook_receiver_name_length CHECK (((char_length(name) >= 1) AND (char_length(name) <= 80))),
    CONSTRAINT webhook_receiver_pk PRIMARY KEY (id),
    CONSTRAINT webhook_receiver_sealed_or_not CHECK (((state = 'deleted'::text) OR ((format = 'standard'::text) = (sealed_address IS NULL)))),
    CONSTRAINT webhook_receiver_state_known CHECK ((state = ANY (ARRAY['on'::text, 'off'::text, 'deleted'::text])))
);
CREATE UNIQUE INDEX webhook_receiver_name_once ON public.webhook_receiver USING btree (lower(name)) WHERE (state <> 'deleted'::text);
GRANT INSERT, SELECT, UPDATE TO licet_app;

-- Each time that a message was sent, and what came back: its beginning, or why nothing did.
CREATE TABLE webhook_try (
    receiver_id uuid NOT NULL,
    message_id uuid NOT NULL,
    tried_at timestamp with time zone NOT NULL,
    status integer,
    millis integer NOT NULL,
    answer text NOT NULL,
    CONSTRAINT webhook_try_delivery_fk FOREIGN KEY (receiver_id, message_id) REFERENCES webhook_delivery(receiver_id, message_id) ON DELETE CASCADE,
    CONSTRAINT webhook_try_pk PRIMARY KEY (receiver_id, message_id, tried_at)
);
GRANT DELETE, INSERT, SELECT TO licet_app;

-- Weights by hash: a mirror of the same file is found by it, whatever its tag claims.
CREATE TABLE weight_file (
    snapshot_id bigint NOT NULL,
    path text NOT NULL,
    format text NOT NULL,
    size bigint,
    sha256 bytea,
    CONSTRAINT weight_file_pk PRIMARY KEY (snapshot_id, path),
    CONSTRAINT weight_file_snapshot_fk FOREIGN KEY (snapshot_id) REFERENCES snapshot(id)
);
CREATE INDEX weight_file_by_sha256 ON public.weight_file USING btree (sha256);
GRANT INSERT, SELECT TO licet_app;
