package licet.registry.identity;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.TimeOrderedId;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.audit.HeadCache;
import licet.registry.platform.audit.HeadWatch;
import licet.registry.platform.http.Principal;
import licet.registry.platform.problem.RegistryProblem;

/** Teams, their members, and the deployments that each owns. */
@Singleton
public class Teams {
    static final String KIND = "team";
    private static final int REMEMBERED = 1_000;

    private final Database database;
    private final AuditLog audit;
    private final Clock clock;
    private final HeadCache<String, Optional<Team>> owners;

    Teams(Database database, AuditLog audit, Clock clock, HeadWatch watch) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        this.owners = watch.cache(REMEMBERED, Set.of(KIND, People.KIND));
    }

    public List<Team> list() {
        return database.read(TeamTable::list);
    }

    public Team get(String key) {
        return database.read(sql -> TeamTable.find(sql, key))
                .orElseThrow(() -> new RegistryProblem.NotFound(KIND, key).asException());
    }

    /** Which team owns a deployment; none where nobody claimed it. */
    public Optional<Team> findOwner(String deployment) {
        return owners.get(deployment, key -> database.read(sql -> TeamTable.findOwner(sql, key)));
    }

    /** Makes the team, or makes it what the text says. */
    public Team save(TeamText wanted, Principal by) {
        PeopleDesk.require(by);
        return database.write(sql -> {
            sql.update(
                    "INSERT INTO team (id, key, name, created_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    TimeOrderedId.at(clock.instant()),
                    wanted.key(),
                    wanted.name(),
                    clock.instant());
            // Two administrators who save the same team do so one after the other.
            sql.update("UPDATE team SET name = ? WHERE key = ?", wanted.name(), wanted.key());
            var before = TeamTable.find(sql, wanted.key()).orElseThrow();
            replaceMembers(sql, before.id(), wanted.members());
            replaceDeployments(sql, before.id(), wanted.deployments());
            var after = TeamTable.find(sql, wanted.key()).orElseThrow();
            var detail = Map.of("before", detail(before), "after", detail(after));
            audit.append(AuditEvent.of(by.actor(), "team.save", KIND, after.id().toString(), detail));
            return after;
        });
    }

    private static void replaceMembers(Statements sql, UUID team, List<String> logins) {
        sql.update("DELETE FROM team_member WHERE team_id = ?", team);
        for (var login : logins) {
            var rows = sql.update(
                    "INSERT INTO team_member (team_id, person_id)"
                            + " SELECT ?, id FROM person WHERE lower(login) = lower(?) AND state = 'active'"
                            + " ON CONFLICT DO NOTHING",
                    team,
                    login);
            if (rows == 0) {
                throw TeamText.problem("members", login, "Name people who are active, each once.");
            }
        }
    }

    private static void replaceDeployments(Statements sql, UUID team, List<String> deployments) {
        sql.update("DELETE FROM team_deployment WHERE team_id = ?", team);
        for (var deployment : deployments) {
            var rows = sql.update(
                    "INSERT INTO team_deployment (deployment, team_id) SELECT key, ? FROM deployment WHERE key = ?"
                            + " ON CONFLICT DO NOTHING",
                    team,
                    deployment);
            if (rows == 0) {
                throw TeamText.problem("deployments", deployment, "Name deployments that no other team owns.");
            }
        }
    }

    /** Ids and keys only: the log outlives names. */
    static Map<String, List<String>> detail(Team team) {
        return Map.of(
                "members",
                team.members().stream().map(member -> member.id().toString()).toList(),
                "deployments",
                team.deployments());
    }
}
