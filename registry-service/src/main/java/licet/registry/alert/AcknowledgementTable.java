package licet.registry.alert;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import licet.registry.platform.Statements;

/** Who takes care of what. */
final class AcknowledgementTable {
    private AcknowledgementTable() {}

    private record Taken(UUID alert, Alert.Acknowledgement by) {}

    /** Returns those that this person was told of and had not taken before. */
    static List<UUID> insert(Statements sql, Set<UUID> alerts, UUID person, Instant at) {
        return sql.list(
                "INSERT INTO alert_acknowledgement (alert_id, person, acknowledged_at)"
                        + " SELECT alert_id, person, ? FROM alert_person WHERE person = ? AND alert_id = ANY (?)"
                        + " ORDER BY alert_id ON CONFLICT DO NOTHING RETURNING alert_id",
                row -> row.getObject("alert_id", UUID.class),
                at,
                person,
                alerts.toArray(UUID[]::new));
    }

    /** The alerts with what the person, and those who share a team with them now, took. */
    static List<Alert> with(Statements sql, List<Alert> alerts, UUID person) {
        Map<UUID, List<Taken>> taken = sql
                .list(
                        "SELECT k.alert_id, k.person, p.login, k.acknowledged_at FROM alert_acknowledgement k"
                                + " JOIN person p ON p.id = k.person WHERE k.alert_id = ANY (?) AND (k.person = ?"
                                + " OR EXISTS (SELECT 1 FROM team_member o JOIN team_member t ON t.team_id = o.team_id"
                                + " WHERE o.person_id = k.person AND t.person_id = ?)) ORDER BY k.acknowledged_at",
                        row -> new Taken(
                                row.getObject("alert_id", UUID.class),
                                new Alert.Acknowledgement(
                                        row.getObject("person", UUID.class),
                                        row.getString("login"),
                                        Statements.getInstant(row, "acknowledged_at"))),
                        alerts.stream().map(Alert::id).toArray(UUID[]::new),
                        person,
                        person)
                .stream()
                .collect(Collectors.groupingBy(Taken::alert));
        return alerts.stream()
                .map(alert -> alert.takenBy(taken.getOrDefault(alert.id(), List.of()).stream()
                        .map(Taken::by)
                        .toList()))
                .toList();
    }
}
