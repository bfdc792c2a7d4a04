package licet.registry.approval;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import licet.registry.platform.Cursor;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.http.Principal;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.facts.Ids;
import licet.rules.policy.Workflow;
import org.jspecify.annotations.Nullable;

/** What waits for somebody: stages in which they may decide now, by themselves or for a colleague who is away. */
@Singleton
public class Waiting {
    public static final int DEFAULT_LIMIT = 50;

    private static final String SORT = "due";
    private static final Instant NEVER = Instant.EPOCH;
    private static final UUID NOTHING = new UUID(0, 0);

    /** One row a request; arguments: the caller twice, actors and their reviewers in step, and the caller three times. */
    private static final String SELECT =
            "SELECT r.id, r.model, r.revision, r.deployment_key, r.requester, p.login, r.needed_by,"
                    + " r.round, min(w.due_at) AS due, array_agg(DISTINCT w.stage ORDER BY w.stage) AS stages,"
                    + " (array_agg(w.stage ORDER BY w.due_at, w.stage, mine.actor <> ?))[1] AS stage,"
                    + " (array_agg(mine.actor ORDER BY w.due_at, w.stage, mine.actor <> ?))[1] AS actor"
                    + " FROM unnest(?::text[], ?::text[]) AS mine (actor, reviewer)"
                    + " JOIN approval_waiting w ON w.reviewer = mine.reviewer"
                    + " JOIN approval_request r ON r.id = w.request_id AND r.round = w.round AND r.state = 'in-review'"
                    + " JOIN person p ON p.id = r.requester"
                    + " WHERE r.requester NOT IN (?, mine.actor::uuid)"
                    + " AND NOT EXISTS (SELECT 1 FROM approval_vote v WHERE v.request_id = r.id AND v.round = r.round"
                    + " AND (v.person IN (?, mine.actor::uuid) OR v.behalf_of IN (?, mine.actor::uuid)))"
                    + " GROUP BY r.id, p.login";

    private final Database database;
    private final Says says;
    private final Clock clock;

    Waiting(Database database, Says says, Clock clock) {
        this.database = database;
        this.says = says;
        this.clock = clock;
    }

    /**
     * @param stages keys of those in which the caller may decide, of which they choose one
     * @param stage the one that is due first, in which they decide with many others at once
     * @param onBehalfOf the colleague whose right that is
     * @param due of the first of them
     */
    public record Line(
            UUID id,
            String model,
            String revision,
            String deployment,
            ApprovalRequest.Person requester,
            Optional<LocalDate> neededBy,
            int round,
            List<String> stages,
            String stage,
            Optional<UUID> onBehalfOf,
            Instant due,
            boolean late) {
        public Line {
            stages = List.copyOf(stages);
        }
    }

    /** @param next cursor of the page that follows */
    public record Page(List<Line> lines, Optional<String> next) {
        public Page {
            lines = List.copyOf(lines);
        }
    }

    /** @param onBehalfOf the colleague who is away and whose right it is */
    public record Say(String stage, Optional<ApprovalRequest.Person> onBehalfOf) {}

    /** By due date, the first of all first. */
    public Page list(Principal caller, Optional<String> cursor, int limit) {
        var after = cursor.map(Waiting::after).orElse(new Place(NEVER, NOTHING));
        var found = ask(caller, (sql, asked) -> {
            var arguments = new ArrayList<@Nullable Object>(asked);
            arguments.addAll(List.of(after.due(), after.id(), limit + 1));
            return sql.list(
                    SELECT + " HAVING (min(w.due_at), r.id) > (?, ?) ORDER BY due, r.id LIMIT ?",
                    row -> line(row, caller),
                    arguments.toArray());
        });
        return found.size() <= limit
                ? new Page(found, Optional.empty())
                : new Page(found.subList(0, limit), Optional.of(cursor(found.get(limit - 1))));
    }

    /** How many requests wait. */
    public long count(Principal caller) {
        return ask(
                        caller,
                        (sql, asked) -> sql.list(
                                "SELECT count(*) AS n FROM (" + SELECT + ") waits",
                                row -> row.getLong("n"),
                                asked.toArray()))
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Where the caller may decide about a request now, as the rules of the workflow say it. */
    public List<Say> says(ApprovalRequest request, Principal caller) {
        var self = caller.personId();
        if (self == null || request.state() != RequestState.IN_REVIEW) {
            return List.of();
        }
        var review = RequestRows.review(request);
        var now = clock.instant();
        return database.read(sql -> says.of(sql, self, caller, now)).stream()
                .flatMap(right -> review.open().stream()
                        .filter(stage -> counts(review, stage, self, right, now))
                        .map(stage -> new Say(stage.key(), right.away())))
                .toList();
    }

    private static boolean counts(
            Request.InReview review, Workflow.Stage stage, UUID self, Says.Right right, Instant now) {
        var away = right.away().map(ApprovalRequest.Person::id);
        var vote = new Vote(stage.key(), self, away, Vote.Decision.APPROVE, "", List.of(), now);
        return review.vote(vote, right.reviewers()) instanceof Request.Voted.Counted;
    }

    private interface Question<T> {
        List<T> ask(Statements sql, List<?> arguments);
    }

    private <T> List<T> ask(Principal caller, Question<T> question) {
        var self = caller.personId();
        if (self == null || !ApprovalRights.takesPart(caller)) {
            return List.of();
        }
        return database.read(sql -> {
            var rights = says.of(sql, self, caller, clock.instant());
            return rights.isEmpty() ? List.of() : question.ask(sql, arguments(self, rights));
        });
    }

    private static List<?> arguments(UUID self, List<Says.Right> rights) {
        var actors = new ArrayList<String>();
        var reviewers = new ArrayList<String>();
        for (var right : rights) {
            for (var reviewer : right.reviewers()) {
                actors.add(right.actor(self).toString());
                reviewers.add(Ids.of(reviewer));
            }
        }
        return List.of(
                self.toString(),
                self.toString(),
                actors.toArray(String[]::new),
                reviewers.toArray(String[]::new),
                self,
                self,
                self);
    }

    private Line line(ResultSet row, Principal caller) throws SQLException {
        var actor = UUID.fromString(row.getString("actor"));
        var due = Statements.getInstant(row, "due");
        return new Line(
                row.getObject("id", UUID.class),
                row.getString("model"),
                row.getString("revision"),
                row.getString("deployment_key"),
                new ApprovalRequest.Person(row.getObject("requester", UUID.class), row.getString("login")),
                Optional.ofNullable(row.getObject("needed_by", LocalDate.class)),
                row.getInt("round"),
                Arrays.asList((String[]) row.getArray("stages").getArray()),
                row.getString("stage"),
                actor.equals(caller.personId()) ? Optional.empty() : Optional.of(actor),
                due,
                !clock.instant().isBefore(due));
    }

    private record Place(Instant due, UUID id) {}

    private static String cursor(Line last) {
        return new Cursor(SORT, last.due() + " " + last.id(), 0).text();
    }

    private static Place after(String text) {
        return Cursor.parse(text, SORT)
                .map(Cursor::value)
                .map(value -> value.split(" ", 2))
                .filter(parts -> parts.length == 2)
                .map(parts -> new Place(Instant.parse(parts[0]), UUID.fromString(parts[1])))
                .orElseThrow(() -> new RegistryProblem.Malformed("cursor", text, "use the cursor of the page before")
                        .asException());
    }
}
