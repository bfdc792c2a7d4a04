package licet.registry.identity;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import licet.registry.platform.Database;
import licet.registry.platform.TimeOrderedId;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.http.Role;

/** Accounts, with the personal part of each apart. */
@Singleton
@Transactional
class People {
    static final String KIND = "person";

    private final PersonRepository repository;
    private final Database database;
    private final Passwords passwords;
    private final AuditLog audit;
    private final Clock clock;

    People(PersonRepository repository, Database database, Passwords passwords, AuditLog audit, Clock clock) {
        this.repository = repository;
        this.database = database;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a sign-in compares with. */
    record Account(UUID id, Optional<String> passwordHash) {}

    boolean hasAny() {
        return repository.count() > 0;
    }

    Optional<Account> findActive(String login) {
        return database.read(sql -> sql.find(
                "SELECT p.id, w.hash FROM person p LEFT JOIN person_password w ON w.person_id = p.id"
                        + " WHERE lower(p.login) = lower(?) AND p.state = 'active'",
                row -> new Account(row.getObject("id", UUID.class), Optional.ofNullable(row.getString("hash"))),
                login));
    }

    /** Signs up somebody whose wishes were checked. The audit entry names the id and the roles, never the person. */
    UUID create(NewPerson wanted, Set<Role> roles) {
        var now = clock.instant();
        var id = TimeOrderedId.at(now);
        repository.save(new PersonEntity(id, wanted.login(), now));
        database.write(sql -> {
            sql.update("INSERT INTO person_profile (person_id, display_name) VALUES (?, ?)", id, wanted.displayName());
            sql.update(
                    "INSERT INTO person_password (person_id, hash, changed_at) VALUES (?, ?, ?)",
                    id,
                    passwords.hash(wanted.password()),
                    now);
            sql.batch("INSERT INTO person_role (person_id, role) VALUES (?, ?)", rows(id, roles));
            return id;
        });
        var words = roles.stream().map(Role::word).sorted().toList();
        audit.append(AuditEvent.of(new Actor.Person(id), "person.create", KIND, id.toString(), Map.of("roles", words)));
        return id;
    }

    private static List<Object[]> rows(UUID id, Set<Role> roles) {
        return roles.stream().map(role -> new Object[] {id, role.word()}).toList();
    }
}
