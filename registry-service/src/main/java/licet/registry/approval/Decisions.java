package licet.registry.approval;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import licet.registry.platform.Statements;
import licet.registry.platform.TimeOrderedId;
import licet.registry.platform.http.Principal;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.policy.Workflow;

/** Where people decide: each once, never on their own request, and only on what they saw. */
@Singleton
public class Decisions {
    private final Steps steps;
    private final Grants grants;
    private final SeenBasis seen;
    private final Delegations delegations;

    Decisions(Steps steps, Grants grants, SeenBasis seen, Delegations delegations) {
        this.steps = steps;
        this.grants = grants;
        this.seen = seen;
        this.delegations = delegations;
    }

    public ApprovalRequest decide(UUID id, NewVote given, Principal caller) {
        var person = ApprovalRights.person(caller);
        return steps.take(id, (sql, locked) -> {
            if (!(locked.request() instanceof Request.InReview review)) {
                throw Steps.conflict(id, "it is not in review any more: " + locked.row().state);
            }
            if (review.round() != given.round()) {
                throw Steps.conflict(id, "round %d runs now; look at it again".formatted(review.round()));
            }
            var vote = vote(given, person, locked);
            var entitled = entitled(sql, given.onBehalfOf(), caller, locked);
            return switch (review.vote(vote, entitled)) {
                case Request.Voted.Refused(var why) -> throw refused(id, vote, why);
                case Request.Voted.Counted(var now) -> count(sql, locked, vote, now, caller);
            };
        });
    }

    private static Vote vote(NewVote given, UUID person, Steps.Locked locked) {
        if (!given.conditions().isEmpty() && given.decision() != Vote.Decision.APPROVE) {
            throw new RegistryProblem.Malformed("/conditions", null, "give conditions with an approval, or none")
                    .asException();
        }
        return new Vote(
                given.stage(),
                person,
                given.onBehalfOf(),
                given.decision(),
                given.reason(),
                given.conditions(),
                locked.now());
    }

    private Set<Workflow.Reviewer> entitled(
            Statements sql, Optional<UUID> onBehalfOf, Principal caller, Steps.Locked locked) {
        return onBehalfOf
                .map(away -> delegations.entitled(sql, away, ApprovalRights.person(caller), locked.now()))
                .orElseGet(() -> ApprovalRights.entitled(caller.standing()));
    }

    private Steps.Told count(Statements sql, Steps.Locked locked, Vote vote, Request now, Principal caller) {
        requireSame(sql, locked);
        store(sql, locked, vote);
        var detail = new HashMap<String, Object>(Map.of(
                "round",
                locked.row().round,
                "stage",
                vote.stage(),
                "decision",
                vote.decision().word()));
        vote.onBehalfOf().ifPresent(away -> detail.put("onBehalfOf", away.toString()));
        if (now instanceof Request.Closed(var _, var outcome) && outcome == Request.Closed.Outcome.APPROVED) {
            // A closed request does not change any more, and what is read for the record writes the row.
            grants.grant(sql, locked, new Grants.By(vote.person(), vote.reason(), caller.actor()));
            locked.move(now);
            detail.put("basis", Steps.digest(locked.row().basis));
            return new Steps.Told(caller.actor(), "approval.grant", Approvals.KIND, detail, vote.reason());
        }
        locked.move(now);
        return Steps.Told.of(
                caller.actor(), "approval-request." + vote.decision().word(), detail, vote.reason());
    }

    /** Nobody decides on what they did not see. */
    private void requireSame(Statements sql, Steps.Locked locked) {
        if (!seen.isSame(sql, locked.row())) {
            throw Steps.conflict(
                    locked.row().id, "what was asked for is not the same any more; bring it up to date first");
        }
    }

    private static void store(Statements sql, Steps.Locked locked, Vote vote) {
        var row = locked.row();
        sql.update(
                "INSERT INTO approval_vote (request_id, requester, round, stage, person, behalf_of, decision, reason,"
                        + " voted_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row.id,
                row.requester,
                row.round,
                vote.stage(),
                vote.person(),
                vote.onBehalfOf().orElse(null),
                vote.decision().word(),
                vote.reason(),
                vote.at());
        for (var condition : vote.conditions()) {
            sql.update(
                    "INSERT INTO approval_condition (id, request_id, round, set_by, words, owner, due)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    TimeOrderedId.at(locked.now()),
                    row.id,
                    row.round,
                    vote.person(),
                    NewRequest.words("/conditions", condition.words()),
                    condition.owner(),
                    condition.due());
        }
    }

    private static RuntimeException refused(UUID id, Vote vote, Request.Refusal why) {
        return switch (why) {
            case OWN_REQUEST -> new RegistryProblem.Forbidden("another person than the one who asked").asException();
            case NOT_ENTITLED ->
                new RegistryProblem.Forbidden("the right to act in the stage " + vote.stage()).asException();
            case DECIDED_ALREADY -> Steps.conflict(id, "you decided already in this round");
            case NO_SUCH_STAGE ->
                new RegistryProblem.Malformed("/stage", vote.stage(), "name a stage of this request").asException();
            case STAGE_DONE -> Steps.conflict(id, "the stage " + vote.stage() + " is decided already");
            case STAGE_LATER -> Steps.conflict(id, "the stage " + vote.stage() + " waits for others before it");
        };
    }
}
