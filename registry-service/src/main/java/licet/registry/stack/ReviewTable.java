package licet.registry.stack;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.Statements;
import licet.registry.platform.problem.RegistryProblem;
import org.jspecify.annotations.Nullable;

/** Rows of reviews. */
final class ReviewTable {
    static final String KIND = "stack-review";

    private static final String HEADS = "SELECT r.*, s.key, a.login AS scheduler, o.login AS opener, e.login AS ender"
            + " FROM stack_review r JOIN stack s ON s.id = r.stack_id JOIN person a ON a.id = r.scheduled_by"
            + " LEFT JOIN person o ON o.id = r.opened_by LEFT JOIN person e ON e.id = r.ended_by WHERE ";
    private static final String ITEMS = "SELECT l.key, l.role," + StackTable.OWNED + ", i.verdict, i.permitted,"
            + " i.reasons, i.license, i.family AS then_family, i.developer, i.country, i.decision, i.reason,"
            + " i.new_model, i.new_revision, i.decided_at, d.login AS decider FROM stack_review_item i"
            + " JOIN stack_slot l ON l.id = i.slot_id JOIN stack s ON s.id = l.stack_id"
            + " JOIN slot_filling f ON f.id = i.filling_id JOIN person p ON p.id = f.owner"
            + " LEFT JOIN person d ON d.id = i.decided_by WHERE i.review_id = ? ORDER BY l.made_at, l.key";

    private ReviewTable() {}

    /** Those that are scheduled or open. */
    static List<Review.Head> listRunning(Statements sql) {
        return sql.list(HEADS + "r.state IN ('scheduled', 'open') ORDER BY r.due, r.id", ReviewTable::head);
    }

    static Optional<Review.Head> findRunning(Statements sql, UUID stack) {
        return sql.find(HEADS + "r.stack_id = ? AND r.state IN ('scheduled', 'open')", ReviewTable::head, stack);
    }

    /** Of a stack, the last due first. */
    static List<Review.Head> list(Statements sql, UUID stack) {
        return sql.list(HEADS + "r.stack_id = ? ORDER BY r.due DESC, r.id DESC", ReviewTable::head, stack);
    }

    /** Due within some days, or closed within them; none that was called off. */
    static List<Review.Head> list(Statements sql, LocalDate from, LocalDate to) {
        return sql.list(
                HEADS + "r.state <> 'called-off' AND r.due BETWEEN ? AND ? ORDER BY r.due, r.id",
                ReviewTable::head,
                from,
                to);
    }

    static Review get(Statements sql, Stack stack, UUID id) {
        var head = sql.find(HEADS + "r.stack_id = ? AND r.id = ?", ReviewTable::head, stack.id(), id)
                .orElseThrow(() -> new RegistryProblem.NotFound(KIND, id.toString()).asException());
        return new Review(head, sql.list(ITEMS, ReviewTable::item, id));
    }

    /** The review that was closed last before another one. */
    static Optional<Review> findBefore(Statements sql, Stack stack, Review review) {
        return sql.find(
                        HEADS
                                + "r.stack_id = ? AND r.state = 'closed' AND r.id <> ? AND r.ended_at <= coalesce(CAST(? AS"
                                + " timestamptz), 'infinity') ORDER BY r.ended_at DESC, r.id DESC LIMIT 1",
                        ReviewTable::head,
                        stack.id(),
                        review.head().id(),
                        review.head().opened().map(Review.Step::at).orElse(null))
                .map(head -> new Review(head, sql.list(ITEMS, ReviewTable::item, head.id())));
    }

    private static Review.Head head(ResultSet row) throws SQLException {
        return new Review.Head(
                row.getObject("id", UUID.class),
                row.getString("key"),
                row.getObject("due", LocalDate.class),
                ClosedChoice.find(ReviewState.class, row.getString("state")).orElseThrow(),
                new Review.Step(row.getString("scheduler"), Statements.getInstant(row, "scheduled_at")),
                step(row, row.getString("opener"), "opened_at"),
                step(row, row.getString("ender"), "ended_at"));
    }

    private static Optional<Review.Step> step(ResultSet row, @Nullable String login, String at) throws SQLException {
        return login == null ? Optional.empty() : Optional.of(new Review.Step(login, Statements.getInstant(row, at)));
    }

    private static Review.Item item(ResultSet row) throws SQLException {
        return new Review.Item(
                row.getString("key"),
                row.getString("role"),
                StackTable.filling(row),
                new Review.Stood(
                        row.getString("verdict"),
                        row.getBoolean("permitted"),
                        Arrays.asList((String[]) row.getArray("reasons").getArray()),
                        row.getString("license"),
                        row.getString("then_family"),
                        row.getString("developer"),
                        row.getString("country")),
                decided(row));
    }

    private static Optional<Review.Decided> decided(ResultSet row) throws SQLException {
        var decision = row.getString("decision");
        return decision == null
                ? Optional.empty()
                : Optional.of(new Review.Decided(
                        ClosedChoice.find(Decision.class, decision).orElseThrow(),
                        row.getString("reason"),
                        Optional.ofNullable(row.getString("new_model")),
                        Optional.ofNullable(row.getString("new_revision")),
                        new Review.Step(row.getString("decider"), Statements.getInstant(row, "decided_at"))));
    }
}
