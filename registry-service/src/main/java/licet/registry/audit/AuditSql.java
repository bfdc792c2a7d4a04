package licet.registry.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import licet.registry.platform.Statements;

/** The query of a list of entries; each filter has an index that begins with it and goes on with the number. */
final class AuditSql {
    private static final List<String> NOBODIES = List.of("host", "system");

    /**
     * Numbers follow commits and moments follow the clocks of several machines. Where these differ by less than this, a
     * moment says where to begin by number.
     */
    private static final Duration SKEW = Duration.ofMinutes(10);

    private static final String ACTORS = "SELECT id FROM person WHERE lower(login) = lower(?)"
            + " UNION ALL SELECT t.id FROM api_token t JOIN person p ON p.id = t.owner_id WHERE lower(p.login) = lower(?)";
    private static final String TOKENS = "SELECT id FROM api_token WHERE owner_id = ?";

    private final StringBuilder where = new StringBuilder();
    private final List<Object> arguments = new ArrayList<>();

    private AuditSql() {}

    /** @param sql to look up who is meant and where a moment lies */
    static AuditSql of(Statements sql, AuditQuery query) {
        var made = new AuditSql();
        query.actor().ifPresent(actor -> made.actor(sql, actor));
        query.action().ifPresent(action -> made.and("a.action = ?", action));
        query.kind().ifPresent(kind -> made.and("a.object_kind = ?", kind));
        query.id().ifPresent(id -> made.and("a.object_id = ?", id));
        query.from().ifPresent(from -> made.from(sql, from));
        query.to().ifPresent(to -> made.to(sql, to));
        return made;
    }

    private AuditSql and(String condition, Object argument) {
        where.append(where.isEmpty() ? " WHERE " : " AND ").append(condition);
        arguments.add(argument);
        return this;
    }

    AuditSql below(long seq) {
        return and("a.seq < ?", seq);
    }

    AuditSql above(long seq) {
        return and("a.seq > ?", seq);
    }

    private void actor(Statements sql, String actor) {
        if (NOBODIES.contains(actor)) {
            where.append(where.isEmpty() ? " WHERE " : " AND ").append("a.actor_id IS NULL");
            and("a.actor_kind = ?", actor);
            return;
        }
        var ids = id(actor)
                .map(id -> ofId(sql, id))
                .orElseGet(() -> sql.list(ACTORS, row -> row.getObject("id", UUID.class), actor, actor));
        if (ids.size() == 1) {
            and("a.actor_id = ?", ids.getFirst());
        } else {
            and("a.actor_id = ANY(?)", ids.toArray(UUID[]::new));
        }
    }

    /** A person is meant with every token that the person answers for. */
    private static List<UUID> ofId(Statements sql, UUID id) {
        var all = new ArrayList<>(List.of(id));
        all.addAll(sql.list(TOKENS, row -> row.getObject("id", UUID.class), id));
        return all;
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException aLogin) {
            return Optional.empty();
        }
    }

    private void from(Statements sql, Instant from) {
        sql.find(
                        "SELECT seq FROM audit_entry WHERE at < ? ORDER BY at DESC, seq DESC LIMIT 1",
                        row -> row.getLong("seq"),
                        from.minus(SKEW))
                .ifPresent(this::above);
        and("a.at >= ?", from);
    }

    private void to(Statements sql, Instant to) {
        sql.find(
                        "SELECT seq FROM audit_entry WHERE at >= ? ORDER BY at, seq LIMIT 1",
                        row -> row.getLong("seq"),
                        to.plus(SKEW))
                .ifPresent(this::below);
        and("a.at < ?", to);
    }

    /** @param select everything before the conditions, with {@code audit_entry a} */
    String text(String select, String order) {
        return select + where + order;
    }

    Object[] arguments(Object... last) {
        var all = new ArrayList<>(arguments);
        all.addAll(List.of(last));
        return all.toArray();
    }
}
