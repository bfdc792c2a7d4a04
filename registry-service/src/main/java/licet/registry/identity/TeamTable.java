package licet.registry.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import licet.registry.platform.Statements;

/** Rows of teams. */
final class TeamTable {
    private TeamTable() {}

    private record Head(UUID id, String key, String name) {}

    static List<Team> list(Statements sql) {
        return heads(sql, "ORDER BY lower(name), key").stream()
                .map(head -> team(sql, head))
                .toList();
    }

    static Optional<Team> find(Statements sql, String key) {
        return heads(sql, "WHERE key = ?", key).stream().findFirst().map(head -> team(sql, head));
    }

    static Optional<Team> findOwner(Statements sql, String deployment) {
        return heads(sql, "WHERE id = (SELECT team_id FROM team_deployment WHERE deployment = ?)", deployment).stream()
                .findFirst()
                .map(head -> team(sql, head));
    }

    /** Teams to which a person belongs. */
    static List<Team> listOf(Statements sql, UUID person) {
        return heads(sql, "WHERE id IN (SELECT team_id FROM team_member WHERE person_id = ?) ORDER BY key", person)
                .stream()
                .map(head -> team(sql, head))
                .toList();
    }

    private static List<Head> heads(Statements sql, String which, Object... arguments) {
        return sql.list(
                "SELECT id, key, name FROM team " + which,
                row -> new Head(row.getObject("id", UUID.class), row.getString("key"), row.getString("name")),
                arguments);
    }

    private static Team team(Statements sql, Head head) {
        var members = sql.list(
                "SELECT p.id, p.login, p.state = 'active' AS active FROM team_member m"
                        + " JOIN person p ON p.id = m.person_id WHERE m.team_id = ? ORDER BY lower(p.login)",
                row -> new Team.Member(
                        row.getObject("id", UUID.class), row.getString("login"), row.getBoolean("active")),
                head.id());
        var deployments = sql.list(
                "SELECT deployment FROM team_deployment WHERE team_id = ? ORDER BY deployment",
                row -> row.getString("deployment"),
                head.id());
        return new Team(head.id(), head.key(), head.name(), members, deployments);
    }
}
