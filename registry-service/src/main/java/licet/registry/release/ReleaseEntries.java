package licet.registry.release;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import licet.ingest.hub.RepoId;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.TimeOrderedId;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.evidence.ModelId;
import licet.rules.release.ModelFamilies;

/** What people enter of releases, each with its source. Nothing is deleted: it is changed or withdrawn. */
@Singleton
public class ReleaseEntries {
    static final Set<Role> MAY = Set.of(Role.REVIEWER, Role.APPROVER, Role.POLICY_AUTHOR, Role.ADMINISTRATOR);
    static final String KIND = "release-entry";

    private final Database database;
    private final AuditLog audit;
    private final ModelFamilies families;
    private final Clock clock;

    ReleaseEntries(Database database, AuditLog audit, ModelFamilies families, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.families = families;
        this.clock = clock;
    }

    /** Whether this caller may enter something. */
    public static boolean allows(Principal caller) {
        return MAY.stream().anyMatch(caller::has);
    }

    public ReleaseEntry enter(NewReleaseEntry wish, Principal caller) {
        require(caller);
        var now = clock.instant();
        var id = TimeOrderedId.at(now);
        return database.write(sql -> {
            sql.update(
                    "INSERT INTO release_entry (id, kind, family, model, successor, first_day, last_day, certain, note,"
                            + " source, state, version, entered_by, entered_at, changed_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'stands', 1, ?, ?, ?)",
                    id,
                    wish.kind().word(),
                    family(wish),
                    wish.model().map(RepoId::value).orElse(null),
                    wish.successor().map(RepoId::value).orElse(null),
                    wish.on().first(),
                    wish.on().last(),
                    wish.certain(),
                    wish.note(),
                    wish.source(),
                    caller.personId(),
                    now,
                    now);
            audit(caller, "release.enter", id, wish);
            return get(sql, id);
        });
    }

    /** @param version that the caller saw: nobody writes over what another one changed meanwhile */
    public ReleaseEntry change(UUID id, int version, NewReleaseEntry wish, Principal caller) {
        require(caller);
        return database.write(sql -> {
            int rows = sql.update(
                    "UPDATE release_entry SET kind = ?, family = ?, model = ?, successor = ?, first_day = ?, last_day = ?,"
                            + " certain = ?, note = ?, source = ?, version = version + 1, changed_at = ?,"
                            + " told_days = NULL"
                            + " WHERE id = ? AND version = ? AND state = 'stands'",
                    wish.kind().word(),
                    family(wish),
                    wish.model().map(RepoId::value).orElse(null),
                    wish.successor().map(RepoId::value).orElse(null),
                    wish.on().first(),
                    wish.on().last(),
                    wish.certain(),
                    wish.note(),
                    wish.source(),
                    clock.instant(),
                    id,
                    version);
            if (rows == 0) {
                throw lost(sql, id);
            }
            audit(caller, "release.change", id, wish);
            return get(sql, id);
        });
    }

    public ReleaseEntry withdraw(UUID id, Principal caller) {
        require(caller);
        return database.write(sql -> {
            int rows = sql.update(
                    "UPDATE release_entry SET state = 'withdrawn', version = version + 1, changed_at = ?"
                            + " WHERE id = ? AND state = 'stands'",
                    clock.instant(),
                    id);
            if (rows == 0) {
                throw lost(sql, id);
            }
            audit.append(AuditEvent.of(caller.actor(), "release.withdraw", KIND, id.toString(), Map.of()));
            return get(sql, id);
        });
    }

    private static RuntimeException lost(Statements sql, UUID id) {
        var entry = get(sql, id);
        return new RegistryProblem.Conflict(
                        "release entry", id.toString(), entry.withdrawn() ? "it was withdrawn" : "read it again first")
                .asException();
    }

    public ReleaseEntry get(UUID id) {
        return database.read(sql -> get(sql, id));
    }

    private static ReleaseEntry get(Statements sql, UUID id) {
        return sql.find("SELECT * FROM release_entry WHERE id = ?", ReleaseEntries::read, id)
                .orElseThrow(() -> new RegistryProblem.NotFound("release entry", id.toString()).asException());
    }

    /** Those that stand. */
    List<ReleaseEvent> list(ReleaseQuery query) {
        return database.read(sql -> sql
                .list(
                        "SELECT * FROM release_entry WHERE state = 'stands' AND first_day <= ? AND last_day >= ?"
                                + " AND (CAST(? AS text) IS NULL OR family = ?) ORDER BY first_day DESC, id DESC LIMIT "
                                + RecordedReleases.MOST,
                        ReleaseEntries::read,
                        query.to(),
                        query.from(),
                        query.family().orElse(null),
                        query.family().orElse(null))
                .stream()
                .map(ReleaseEntry::event)
                .filter(query::wants)
                .toList());
    }

    private String family(NewReleaseEntry wish) {
        return wish.family()
                .orElseGet(() ->
                        families.keyOf(new ModelId(wish.model().orElseThrow().value())));
    }

    private void audit(Principal caller, String action, UUID id, NewReleaseEntry wish) {
        var detail = new LinkedHashMap<String, Object>();
        detail.put("kind", wish.kind().word());
        detail.put("about", wish.model().map(RepoId::value).orElseGet(() -> family(wish)));
        detail.put("on", wish.on().text());
        detail.put("certain", wish.certain());
        detail.put("source", wish.source());
        wish.successor().ifPresent(model -> detail.put("successor", model.value()));
        audit.append(AuditEvent.of(caller.actor(), action, KIND, id.toString(), detail));
    }

    static void require(Principal caller) {
        if (!allows(caller)) {
            throw new RegistryProblem.Forbidden("a reviewer, approver, policy author or administrator").asException();
        }
    }

    static ReleaseEntry read(ResultSet row) throws SQLException {
        return new ReleaseEntry(
                row.getObject("id", UUID.class),
                ClosedChoice.find(ReleaseKind.class, row.getString("kind")).orElseThrow(),
                row.getString("family"),
                Optional.ofNullable(row.getString("model")),
                Optional.ofNullable(row.getString("successor")),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getBoolean("certain"),
                row.getString("note"),
                row.getString("source"),
                row.getString("state").equals("withdrawn"),
                row.getInt("version"),
                Optional.ofNullable(row.getObject("entered_by", UUID.class)),
                Statements.getInstant(row, "changed_at"));
    }
}
