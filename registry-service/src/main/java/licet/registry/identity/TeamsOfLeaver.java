package licet.registry.identity;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import licet.registry.platform.Statements;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;

/** A team that owns deployments is never left without a member. */
@Singleton
final class TeamsOfLeaver implements LeaverWork {
    private final AuditLog audit;

    TeamsOfLeaver(AuditLog audit) {
        this.audit = audit;
    }

    @Override
    public List<String> needing(Statements sql, UUID leaver) {
        return TeamTable.listOf(sql, leaver).stream()
                .filter(team -> dependsOn(team, leaver))
                .map(team -> "the team " + team.key())
                .toList();
    }

    @Override
    public void handOver(Statements sql, Leaving leaving) {
        // Two who leave the same team at once must not each count on the other.
        sql.list(
                "SELECT id FROM team WHERE id IN (SELECT team_id FROM team_member WHERE person_id = ?)"
                        + " ORDER BY id FOR UPDATE",
                row -> row.getObject("id", UUID.class),
                leaving.leaver());
        for (var team : TeamTable.listOf(sql, leaving.leaver())) {
            if (dependsOn(team, leaving.leaver())) {
                sql.update(
                        "INSERT INTO team_member (team_id, person_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
                        team.id(),
                        leaving.successor()
                                .orElseThrow(() -> TeamText.problem(
                                        "successor", "", "Name who takes over the team " + team.key() + ".")));
            }
            sql.update("DELETE FROM team_member WHERE team_id = ? AND person_id = ?", team.id(), leaving.leaver());
            var after = TeamTable.find(sql, team.key()).orElseThrow();
            var detail = Map.of("before", Teams.detail(team), "after", Teams.detail(after));
            audit.append(AuditEvent.of(
                    leaving.by(), "team.leave", Teams.KIND, team.id().toString(), detail));
        }
    }

    private static boolean dependsOn(Team team, UUID leaver) {
        return !team.deployments().isEmpty()
                && team.members().stream()
                        .noneMatch(member -> member.active() && !member.id().equals(leaver));
    }
}
