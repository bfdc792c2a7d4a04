package licet.registry.stack;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import licet.registry.platform.Statements;
import licet.registry.platform.problem.RegistryProblem;

/** Rows of stacks, their slots and what fills them. */
final class StackTable {
    static final String KIND = "stack";

    private static final String HEADS = "SELECT s.*, t.key AS team FROM stack s JOIN team t ON t.id = s.team_id WHERE ";
    /** The present owner, and whether they can still answer for it. */
    static final String OWNED = " f.*, p.login, p.state = 'active' AND EXISTS (SELECT 1 FROM team_member m"
            + " WHERE m.team_id = s.team_id AND m.person_id = p.id) AS here";

    private static final String SLOTS = "SELECT l.id AS slot, l.stack_id, l.key, l.role," + OWNED
            + " FROM stack_slot l JOIN stack s ON s.id = l.stack_id"
            + " LEFT JOIN slot_filling f ON f.slot_id = l.id AND f.until IS NULL"
            + " LEFT JOIN person p ON p.id = f.owner WHERE l.stack_id = ANY (?) ORDER BY l.made_at, l.key";

    private StackTable() {}

    /** Those that run, by name. */
    static List<Stack> list(Statements sql) {
        return filled(sql, sql.list(HEADS + "s.ended_at IS NULL ORDER BY lower(s.name), s.key", StackTable::head));
    }

    static Stack get(Statements sql, String key) {
        return one(sql, "s.key = ?", key).orElseThrow(() -> new RegistryProblem.NotFound(KIND, key).asException());
    }

    static Stack get(Statements sql, UUID id) {
        return one(sql, "s.id = ?", id).orElseThrow();
    }

    /** For a change: others wait until it is done. */
    static Stack lock(Statements sql, String key) {
        var stack = get(sql, key);
        if (sql.update("UPDATE stack SET version = version + 1 WHERE id = ? AND ended_at IS NULL", stack.id()) == 0) {
            throw new RegistryProblem.Conflict(KIND, key, "it was ended").asException();
        }
        return get(sql, key);
    }

    private static Optional<Stack> one(Statements sql, String which, Object argument) {
        return filled(sql, sql.list(HEADS + which, StackTable::head, argument)).stream()
                .findFirst();
    }

    private record Held(UUID stack, Slot slot) {}

    private static List<Stack> filled(Statements sql, List<Stack> heads) {
        Map<UUID, List<Slot>> slots = new HashMap<>();
        sql.list(SLOTS, StackTable::slot, (Object) heads.stream().map(Stack::id).toArray(UUID[]::new))
                .forEach(held -> slots.computeIfAbsent(held.stack(), _ -> new ArrayList<>())
                        .add(held.slot()));
        return heads.stream()
                .map(head -> head.with(slots.getOrDefault(head.id(), List.of())))
                .toList();
    }

    private static Stack head(ResultSet row) throws SQLException {
        return new Stack(
                row.getObject("id", UUID.class),
                row.getString("key"),
                row.getString("name"),
                new Stack.Team(row.getObject("team_id", UUID.class), row.getString("team")),
                row.getInt("cadence_months"),
                row.getInt("version"),
                Statements.getInstant(row, "made_at"),
                Optional.ofNullable(Statements.findInstant(row, "ended_at")),
                List.of());
    }

    private static Held slot(ResultSet row) throws SQLException {
        var filling = row.getObject("id", UUID.class) == null ? Optional.<Filling>empty() : Optional.of(filling(row));
        return new Held(
                row.getObject("stack_id", UUID.class),
                new Slot(row.getObject("slot", UUID.class), row.getString("key"), row.getString("role"), filling));
    }

    static Filling filling(ResultSet row) throws SQLException {
        return new Filling(
                row.getObject("id", UUID.class),
                row.getString("model"),
                row.getString("revision"),
                row.getString("family"),
                row.getString("deployment"),
                new Filling.Owner(row.getObject("owner", UUID.class), row.getString("login"), row.getBoolean("here")),
                Optional.ofNullable(row.getString("routing")),
                Statements.getInstant(row, "since"),
                Optional.ofNullable(Statements.findInstant(row, "until")));
    }
}
