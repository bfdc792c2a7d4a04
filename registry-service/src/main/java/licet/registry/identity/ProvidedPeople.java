package licet.registry.identity;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.TimeOrderedId;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.http.Role;

/** Accounts of people who sign in at a provider. Each call belongs into the transaction of the sign-in. */
@Singleton
class ProvidedPeople {
    private static final String FIND = """
            SELECT p.id, p.state = 'active' AS active
            FROM person_subject s JOIN person p ON p.id = s.person_id
            WHERE s.issuer = ? AND s.subject = ? FOR UPDATE OF p
            """;
    private static final String CREATE = """
            INSERT INTO person (id, login, state, created_at, version) VALUES (?, ?, 'active', ?, 0)
            ON CONFLICT DO NOTHING
            """;
    private static final String PROFILE = """
            INSERT INTO person_profile (person_id, display_name, email) VALUES (?, ?, ?)
            ON CONFLICT (person_id) DO UPDATE SET display_name = excluded.display_name, email = excluded.email
            """;

    private final Database database;
    private final AuditLog audit;
    private final Clock clock;

    ProvidedPeople(Database database, AuditLog audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    record Known(UUID id, boolean active) {}

    /** Locks the person, so that a deactivation at the same moment comes before or after. */
    Optional<Known> find(ProvidedIdentity identity) {
        return database.write(sql -> sql.find(
                FIND,
                row -> new Known(row.getObject("id", UUID.class), row.getBoolean("active")),
                identity.issuer(),
                identity.subject()));
    }

    /** Empty when somebody has that login already. Whose account it is was never proved, so it is not touched. */
    Optional<UUID> create(ProvidedIdentity identity, String login, Set<Role> roles) {
        var now = clock.instant();
        var id = TimeOrderedId.at(now);
        return database.write(sql -> {
            if (sql.update(CREATE, id, login, now) == 0) {
                return Optional.empty();
            }
            sql.update(
                    "INSERT INTO person_subject (issuer, subject, person_id, created_at) VALUES (?, ?, ?, ?)",
                    identity.issuer(),
                    identity.subject(),
                    id,
                    now);
            writeProfile(sql, id, identity);
            insertRoles(sql, id, roles);
            append(id, "person.create", Map.of("roles", words(roles), "by", "provider"));
            return Optional.of(id);
        });
    }

    /** Takes over what the provider says now. Returns the roles that the person has from here on. */
    Set<Role> refresh(Known person, ProvidedIdentity identity) {
        return database.write(sql -> {
            writeProfile(sql, person.id(), identity);
            var before = roles(sql, person.id());
            return switch (identity.grant()) {
                case ProvidedIdentity.Grant.AtFirst _ -> before;
                case ProvidedIdentity.Grant.Exactly(var roles) -> replace(sql, person.id(), before, roles);
            };
        });
    }

    private Set<Role> replace(Statements sql, UUID person, Set<Role> before, Set<Role> after) {
        if (!before.equals(after)) {
            sql.update("DELETE FROM person_role WHERE person_id = ?", person);
            insertRoles(sql, person, after);
            append(person, "person.roles", Map.of("before", words(before), "after", words(after), "by", "provider"));
        }
        return after;
    }

    private void append(UUID person, String action, Map<String, ?> detail) {
        audit.append(AuditEvent.of(Actor.PRODUCT, action, People.KIND, person.toString(), detail));
    }

    private static void writeProfile(Statements sql, UUID person, ProvidedIdentity identity) {
        sql.update(PROFILE, person, identity.displayName(), identity.email().orElse(null));
    }

    private static Set<Role> roles(Statements sql, UUID person) {
        return sql
                .list(
                        "SELECT role FROM person_role WHERE person_id = ?",
                        row -> Scopes.parseRole(row.getString("role")),
                        person)
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void insertRoles(Statements sql, UUID person, Set<Role> roles) {
        sql.batch(
                "INSERT INTO person_role (person_id, role) VALUES (?, ?)",
                roles.stream().map(role -> new Object[] {person, role.word()}).toList());
    }

    private static List<String> words(Set<Role> roles) {
        return roles.stream().map(Role::word).sorted().toList();
    }
}
