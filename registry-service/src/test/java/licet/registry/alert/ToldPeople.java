package licet.registry.alert;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import licet.registry.decision.Deliberations;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.TimeOrderedId;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.http.FormToken;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.registry.testing.TestRegistry;
import licet.rules.evidence.ModelId;
import licet.rules.facts.DeploymentKey;
import licet.rules.format.CanonicalJson;

/** People of one registry, and what they were told. */
public final class ToldPeople {
    private final TestRegistry registry;

    public ToldPeople(TestRegistry registry) {
        this.registry = registry;
    }

    public Principal join(String login) {
        return join(login, Set.of(Role.REQUESTER));
    }

    public Principal join(String login, Set<Role> roles) {
        var now = registry.clock().instant();
        var id = TimeOrderedId.at(now);
        registry.bean(Database.class).write(sql -> {
            sql.update(
                    "INSERT INTO person (id, login, state, created_at, version) VALUES (?, ?, 'active', ?, 0)",
                    id,
                    login,
                    now);
            roles.forEach(
                    role -> sql.update("INSERT INTO person_role (person_id, role) VALUES (?, ?)", id, role.word()));
            return 0;
        });
        return principal(id, login, roles);
    }

    Principal principal(String login) {
        var id = registry.bean(Database.class)
                .read(sql -> sql.get(
                        "SELECT id FROM person WHERE login = ?", row -> row.getObject("id", UUID.class), login));
        return principal(id, login, Set.of(Role.REQUESTER));
    }

    private static Principal principal(UUID id, String login, Set<Role> roles) {
        return new Principal(id, login, roles, Set.of(), new Principal.Via.Session(FormToken.of(login)));
    }

    public String login(UUID person) {
        return registry.bean(Database.class)
                .read(sql -> sql.get("SELECT login FROM person WHERE id = ?", row -> row.getString("login"), person));
    }

    /** Something that is audited; each a moment after the one before. */
    public void changing(Consumer<Statements> change) {
        registry.clock().advance(Duration.ofMillis(5));
        registry.bean(Database.class).write(sql -> {
            registry.bean(AuditLog.class)
                    .append(AuditEvent.of(Actor.PRODUCT, "sample.change", "sample", "1", Map.of()));
            change.accept(sql);
            return 0;
        });
    }

    void raise(AlertKind kind, String object, Set<UUID> to) {
        changing(sql -> registry.bean(Alerts.class)
                .raise(
                        sql,
                        new NewAlert(
                                kind,
                                to,
                                "sample",
                                object,
                                Map.of("of", UUID.randomUUID().toString()))));
    }

    /** The newest first. */
    public List<Alert> told(Principal person) {
        return registry.bean(AlertInbox.class).list(new AlertQuery(false, Optional.empty(), 200), person);
    }

    /** An approval of what stands for a model now. Returns the id of the model. */
    public long approve(String model, String deployment, Principal requester) {
        var now = registry.clock().instant();
        record Found(long id, String source, String revision) {}
        var found = registry.bean(Database.class)
                .read(sql -> sql.get(
                        "SELECT m.id, m.source, s.revision FROM model m JOIN snapshot s ON s.id = m.current_snapshot_id"
                                + " WHERE m.full_name_lower = lower(?)",
                        row -> new Found(row.getLong("id"), row.getString("source"), row.getString("revision")),
                        model));
        var basis = registry.bean(Deliberations.class)
                .find(found.source(), new ModelId(model), Optional.of(found.revision()), new DeploymentKey(deployment))
                .map(before -> CanonicalJson.write(before.basis()))
                .orElseThrow();
        return registry.bean(Database.class).write(sql -> {
            var id = TimeOrderedId.at(now);
            sql.update(
                    "INSERT INTO approval_request (id, version, state, requester, source, model_id, model, revision,"
                            + " deployment_key, justification, round, stages, lifts, basis, policy_key, policy_version,"
                            + " valid_days, created_at, round_at, changed_at, decided_at) VALUES (?, 0, 'approved', ?, ?,"
                            + " ?, ?, ?, ?, 'Because.', 1, '[]', '[]', ?, 'balanced', 1, 90, ?, ?, ?, ?)",
                    id,
                    Objects.requireNonNull(requester.personId()),
                    found.source(),
                    found.id(),
                    model,
                    found.revision(),
                    deployment,
                    basis,
                    now,
                    now,
                    now,
                    now);
            sql.update(
                    "INSERT INTO approval (id, model_id, model, revision, deployment_key, lifts, basis, policy_key,"
                            + " policy_version, valid_from, valid_until) VALUES (?, ?, ?, ?, ?, '[]', ?, 'balanced', 1,"
                            + " ?, ?)",
                    id,
                    found.id(),
                    model,
                    found.revision(),
                    deployment,
                    basis,
                    now,
                    now.plus(Duration.ofDays(90)));
            return found.id();
        });
    }
}
