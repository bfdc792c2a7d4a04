package licet.registry.approval;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import licet.registry.catalog.Catalog;
import licet.registry.decision.Deliberation;
import licet.registry.decision.Deliberations;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.TimeOrderedId;
import licet.registry.platform.http.Principal;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.format.CanonicalJson;

/**
 * Lets somebody go ahead of an approval for some hours, where the policy allows it. It never lifts more than the approval
 * could, everybody who would have decided is told at once, and the request is made with it.
 */
@Singleton
public class BreakGlass {
    private final ApprovalDesk desk;
    private final Requests requests;
    private final Deliberations deliberations;
    private final ApprovalNews news;
    private final Catalog catalog;
    private final Database database;
    private final Clock clock;

    BreakGlass(
            ApprovalDesk desk,
            Requests requests,
            Deliberations deliberations,
            ApprovalNews news,
            Catalog catalog,
            Database database,
            Clock clock) {
        this.desk = desk;
        this.requests = requests;
        this.deliberations = deliberations;
        this.news = news;
        this.catalog = catalog;
        this.database = database;
        this.clock = clock;
    }

    /** In one transaction: the request, unless one runs already, and what lifts its findings until people decide. */
    public BrokenGlass go(Emergency wish, Principal caller) {
        var person = ApprovalRights.requester(caller);
        return database.write(sql -> {
            var before = deliberations.now(
                    wish.source().orElse(catalog.source()), wish.model(), wish.revision(), wish.deployment());
            requireAllowed(before, wish.hours());
            requireOwn(sql, wish, caller);
            requireNotRejected(sql, before);
            var request = running(sql, before).map(requests::get).orElseGet(() -> ask(wish, before, caller));
            if (request.state() != RequestState.IN_REVIEW) {
                throw Steps.conflict(
                        request.id(),
                        "nothing waits for people: it is " + request.state().word());
            }
            if (!request.basis().map(seen -> seen.equals(before.basis())).orElse(false)) {
                throw Steps.conflict(request.id(), "it is in review on something else; bring it up to date first");
            }
            return write(sql, request, before, new Broken(person, wish, caller));
        });
    }

    private record Broken(UUID person, Emergency wish, Principal caller) {}

    private static void requireAllowed(Deliberation before, int hours) {
        int most = before.workflow().breakGlassHours();
        if (most == 0) {
            throw new RegistryProblem.Forbidden("a policy with break-glass-hours above 0").asException();
        }
        if (hours > most) {
            throw new RegistryProblem.Malformed(
                            "/hours", Integer.toString(hours), "the policy allows at most " + most + " hours")
                    .asException();
        }
    }

    /** A deployment without a team is everybody's. */
    private static void requireOwn(Statements sql, Emergency wish, Principal caller) {
        var owners = sql.list(
                "SELECT m.person_id FROM team_deployment d LEFT JOIN team_member m ON m.team_id = d.team_id"
                        + " WHERE d.deployment = ?",
                row -> Optional.ofNullable(row.getObject("person_id", UUID.class)),
                wish.deployment().value());
        if (!owners.isEmpty() && !owners.contains(Optional.ofNullable(caller.personId()))) {
            throw new RegistryProblem.Forbidden("a member of the team that owns the deployment").asException();
        }
    }

    /** People said no to just this: no emergency makes it a yes. */
    private static void requireNotRejected(Statements sql, Deliberation before) {
        sql
                .list(
                        "SELECT id, basis FROM approval_request WHERE model_id = ? AND revision = ? AND deployment_key = ?"
                                + " AND state = 'rejected' ORDER BY decided_at DESC LIMIT 1",
                        row -> Map.entry(row.getObject("id", UUID.class), row.getString("basis")),
                        before.model().id(),
                        before.model().revision(),
                        before.deployment().value())
                .stream()
                .filter(rejected ->
                        Steps.digest(rejected.getValue()).equals(before.basis().digest()))
                .forEach(rejected -> {
                    throw Steps.conflict(rejected.getKey(), "people rejected this; ask again and wait for them");
                });
    }

    private static Optional<UUID> running(Statements sql, Deliberation before) {
        return sql.find(
                "SELECT id FROM approval_request WHERE model_id = ? AND revision = ? AND deployment_key = ?"
                        + " AND state IN ('in-review', 'returned')",
                row -> row.getObject("id", UUID.class),
                before.model().id(),
                before.model().revision(),
                before.deployment().value());
    }

    private ApprovalRequest ask(Emergency wish, Deliberation before, Principal caller) {
        var draft = desk.draft(
                new NewRequest(
                        wish.source(),
                        wish.model(),
                        Optional.of(before.model().revision()),
                        wish.deployment(),
                        wish.reason(),
                        Optional.empty()),
                caller);
        return desk.submit(draft.id(), caller);
    }

    private BrokenGlass write(Statements sql, ApprovalRequest request, Deliberation before, Broken broken) {
        var from = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var until = from.plus(Duration.ofHours(broken.wish().hours()));
        int fresh = sql.update(
                "INSERT INTO break_glass (id, request_id, round, person, model_id, model, revision, deployment_key,"
                        + " lifts, basis, reason, from_at, until_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT ON CONSTRAINT break_glass_once DO NOTHING",
                TimeOrderedId.at(from),
                request.id(),
                request.round(),
                broken.person(),
                before.model().id(),
                before.model().model().value(),
                before.model().revision(),
                before.deployment().value(),
                CanonicalJson.write(request.lifts()),
                before.basis().digest(),
                broken.wish().reason(),
                from,
                until);
        if (fresh == 0) {
            throw Steps.conflict(request.id(), "it went ahead once already; people have to decide now");
        }
        var made = GlassTable.list(sql, request.id()).getLast();
        var detail = Map.of("round", request.round(), "until", until.toString());
        news.brokeGlass(
                sql,
                request,
                made,
                new ApprovalNews.Told(
                        broken.caller().actor(),
                        "approval.break-glass",
                        detail,
                        broken.wish().reason()));
        return made;
    }
}
