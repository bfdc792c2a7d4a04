package licet.registry.approval;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import licet.registry.catalog.Catalog;
import licet.registry.decision.Deliberation;
import licet.registry.decision.Deliberations;
import licet.registry.platform.Statements;
import licet.registry.platform.TimeOrderedId;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.http.Principal;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.evidence.ModelId;
import licet.rules.facts.DeploymentKey;
import licet.rules.format.CanonicalJson;
import licet.rules.policy.Workflow;

/** Where people ask: they draft, submit, answer, and give up. */
@Singleton
public class ApprovalDesk {
    private final Steps steps;
    private final Deliberations deliberations;
    private final SeenBasis seen;
    private final Grants grants;
    private final Catalog catalog;
    private final Clock clock;

    ApprovalDesk(
            Steps steps, Deliberations deliberations, SeenBasis seen, Grants grants, Catalog catalog, Clock clock) {
        this.steps = steps;
        this.deliberations = deliberations;
        this.seen = seen;
        this.grants = grants;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** Writes a request down; nobody is asked yet. */
    public ApprovalRequest draft(NewRequest wish, Principal caller) {
        var requester = ApprovalRights.requester(caller);
        var now = clock.instant();
        var before = deliberations.now(
                wish.source().orElse(catalog.source()), wish.model(), wish.revision(), wish.deployment());
        var row = new RequestEntity();
        row.id = TimeOrderedId.at(now);
        row.state = RequestState.DRAFT.word();
        row.requester = requester;
        row.source = wish.source().orElse(catalog.source());
        row.modelId = before.model().id();
        row.model = before.model().model().value();
        row.revision = before.model().revision();
        row.deploymentKey = wish.deployment().value();
        row.justification = wish.justification();
        row.neededBy = wish.neededBy().orElse(null);
        row.stages = "[]";
        row.lifts = "[]";
        row.basis = "";
        row.policyKey = before.policy();
        row.policyVersion = before.policyVersion();
        row.validDays = before.workflow().validDays();
        row.createdAt = now;
        row.roundAt = now;
        row.changedAt = now;
        var detail = Map.of("model", row.model, "revision", row.revision, "deployment", row.deploymentKey);
        return steps.create(row, Steps.Told.of(caller.actor(), "approval-request.draft", detail, ""));
    }

    /** Asks the people whom the policy names; what the policy decides by itself is decided at once. */
    public ApprovalRequest submit(UUID id, Principal caller) {
        return steps.take(id, (sql, locked) -> {
            requireOwn(locked, caller);
            if (!(locked.request() instanceof Request.Draft draft)) {
                throw Steps.conflict(id, "only a draft can be submitted; it is " + locked.row().state);
            }
            var before = before(locked);
            return begin(sql, locked, draft.submit(before.stages()), before, caller.actor(), "approval-request.submit");
        });
    }

    /** Answers what it was sent back for, and asks again. */
    public ApprovalRequest answer(UUID id, String words, Principal caller) {
        String said = NewRequest.words("/words", words);
        return steps.take(id, (sql, locked) -> {
            requireOwn(locked, caller);
            if (!(locked.request() instanceof Request.Returned returned)) {
                throw Steps.conflict(id, "nobody sent it back; it is " + locked.row().state);
            }
            Conversation.insert(
                    sql, id, locked.row().requester, ApprovalRequest.Message.Kind.ANSWER, said, locked.now());
            var before = before(locked);
            return begin(
                    sql, locked, returned.resubmit(before.stages()), before, caller.actor(), "approval-request.answer");
        });
    }

    /** Brings before everybody what stands there now; what was decided on something else does not count. */
    public ApprovalRequest refresh(UUID id, Principal caller) {
        ApprovalRights.participant(caller);
        return steps.take(id, (sql, locked) -> {
            if (!(locked.request() instanceof Request.InReview review)) {
                throw Steps.conflict(id, "only a request in review can be brought up to date");
            }
            var before = before(locked);
            if (seen.isSame(sql, locked.row())) {
                throw Steps.conflict(id, "nothing changed since it was submitted");
            }
            return begin(
                    sql, locked, review.again(before.stages()), before, caller.actor(), "approval-request.refresh");
        });
    }

    public ApprovalRequest withdraw(UUID id, String reason, Principal caller) {
        String why = NewRequest.words("/words", reason);
        return steps.take(id, (sql, locked) -> {
            requireOwn(locked, caller);
            var to = switch (locked.request()) {
                case Request.Draft draft -> draft.withdraw();
                case Request.Returned returned -> returned.withdraw();
                case Request.InReview review -> review.withdraw();
                case Request.Closed _ -> throw Steps.conflict(id, "it is decided: " + locked.row().state);
            };
            locked.move(to);
            return Steps.Told.of(caller.actor(), "approval-request.withdraw", Map.of(), why);
        });
    }

    private static void requireOwn(Steps.Locked locked, Principal caller) {
        if (!locked.row().requester.equals(ApprovalRights.requester(caller))) {
            throw new RegistryProblem.Forbidden("the person who asked").asException();
        }
    }

    private Deliberation before(Steps.Locked locked) {
        return deliberations.now(
                locked.row().source,
                new ModelId(locked.row().model),
                Optional.of(locked.row().revision),
                new DeploymentKey(locked.row().deploymentKey));
    }

    private Steps.Told begin(
            Statements sql,
            Steps.Locked locked,
            Request.InReview review,
            Deliberation before,
            Actor actor,
            String action) {
        var row = locked.row();
        requireDecidable(row, before);
        requireAlone(sql, row);
        row.lifts = CanonicalJson.write(Steps.ids(before.reviews()));
        row.basis = CanonicalJson.write(before.basis());
        row.policyKey = before.policy();
        row.policyVersion = before.policyVersion();
        row.validDays = before.workflow().validDays();
        locked.move(review);
        var detail = Map.of(
                "round", review.round(),
                "basis", before.basis().digest(),
                "stages", review.stages().stream().map(Workflow.Stage::key).toList());
        return automatic(before)
                .map(rule -> decideAlone(sql, locked, rule, actor))
                .orElseGet(() -> Steps.Told.of(actor, action, detail, ""));
    }

    /** Two of the same would split what people say. Of two that come at once, the later one sees the other. */
    private static void requireAlone(Statements sql, RequestEntity row) {
        sql.list(
                "SELECT pg_advisory_xact_lock(hashtextextended(?, 0)) IS NULL AS taken",
                locked -> locked.getBoolean("taken"),
                "approval " + row.modelId + " " + row.revision + " " + row.deploymentKey);
        sql.list(
                        "SELECT id FROM approval_request WHERE model_id = ? AND revision = ? AND deployment_key = ?"
                                + " AND state IN ('in-review', 'returned') AND id <> ?",
                        other -> other.getString("id"),
                        row.modelId,
                        row.revision,
                        row.deploymentKey,
                        row.id)
                .forEach(other -> {
                    throw Steps.conflict(row.id, "the request " + other + " asks for the same; take part in that one");
                });
    }

    private static void requireDecidable(RequestEntity row, Deliberation before) {
        if (before.model().id() != row.modelId) {
            throw Steps.conflict(row.id, "the name " + row.model + " belongs to another model now; ask for that one");
        }
        var never = before.unliftable();
        if (!never.isEmpty()) {
            throw Steps.conflict(
                    row.id,
                    "nobody can approve what is violated: " + String.join(", ", never)
                            + "; change the deployment, the model, or have an agreement");
        }
        if (before.reviews().isEmpty()) {
            throw Steps.conflict(row.id, "nothing of the answer waits for an approval; see what it waits for");
        }
    }

    private static Optional<Workflow.Automatic> automatic(Deliberation before) {
        List<String> rules =
                before.reviews().stream().map(Deliberation.Review::rule).toList();
        return before.workflow().automatic().stream()
                .filter(each -> switch (each.then()) {
                    case REJECT -> rules.stream().anyMatch(each.rules()::contains);
                    case APPROVE -> each.rules().containsAll(rules);
                })
                .findFirst();
    }

    /** The policy had two people when it was put in force. */
    private Steps.Told decideAlone(Statements sql, Steps.Locked locked, Workflow.Automatic rule, Actor actor) {
        var of = locked.request().of();
        var detail = Map.of("policy", locked.row().policyKey + "/" + locked.row().policyVersion);
        return switch (rule.then()) {
            case REJECT -> {
                locked.move(new Request.Closed(of, Request.Closed.Outcome.REJECTED));
                yield Steps.Told.of(actor, "approval-request.reject-by-policy", detail, rule.because());
            }
            case APPROVE -> {
                grants.grant(sql, locked, new Grants.By(locked.row().requester, rule.because(), actor));
                locked.move(new Request.Closed(of, Request.Closed.Outcome.APPROVED));
                yield new Steps.Told(actor, "approval.grant-by-policy", Approvals.KIND, detail, rule.because());
            }
        };
    }
}
