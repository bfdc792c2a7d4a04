package licet.registry.release;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.TimeOrderedId;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.http.Principal;

/** Takes days out of documents of others: each once, whole documents or nothing. What somebody here withdrew stays so. */
@Singleton
public class ReleaseImports {
    private final Database database;
    private final AuditLog audit;
    private final Clock clock;

    ReleaseImports(Database database, AuditLog audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param take false for a look ahead, which changes nothing */
    public ImportResult run(NewImport given, boolean take, Principal caller) {
        ReleaseEntries.require(caller);
        var read = given.isJson() ? EndOfLifeReader.read(given) : IcsReader.read(given);
        var byOrigin = new LinkedHashMap<String, ImportedEvents.Event>();
        read.events().forEach(event -> byOrigin.put(event.origin(), event));
        return take
                ? database.write(sql -> run(sql, given, byOrigin, read.refused(), Optional.of(caller)))
                : database.read(sql -> run(sql, given, byOrigin, read.refused(), Optional.empty()));
    }

    /** @param by whoever takes it; empty for a look ahead */
    private ImportResult run(
            Statements sql,
            NewImport given,
            Map<String, ImportedEvents.Event> events,
            List<ImportResult.Line> refused,
            Optional<Principal> by) {
        var known = known(sql, events);
        var lines = new ArrayList<ImportResult.Line>();
        for (var event : events.values()) {
            var before = Optional.ofNullable(known.get(event.origin()));
            var outcome = outcome(event, before);
            by.ifPresent(caller -> write(sql, event, before, outcome, caller));
            lines.add(new ImportResult.Line(
                    outcome,
                    event.entry().note(),
                    Optional.of(event.entry().on().text()),
                    Optional.empty()));
        }
        lines.addAll(refused);
        var result = new ImportResult(by.isPresent(), lines);
        by.ifPresent(caller -> audit.append(AuditEvent.of(
                caller.actor(),
                "release.import",
                ReleaseEntries.KIND,
                given.family(),
                Map.of(
                        "source", given.source(),
                        "added", result.count(ImportResult.Outcome.ADDED),
                        "changed", result.count(ImportResult.Outcome.CHANGED),
                        "withdrawn", result.count(ImportResult.Outcome.WITHDRAWN),
                        "refused", result.count(ImportResult.Outcome.REFUSED)))));
        return result;
    }

    private static Map<String, ReleaseEntry> known(Statements sql, Map<String, ImportedEvents.Event> events) {
        var all = new HashMap<String, ReleaseEntry>();
        sql.list(
                        "SELECT * FROM release_entry WHERE origin = ANY (?)",
                        row -> Map.entry(row.getString("origin"), ReleaseEntries.read(row)),
                        (Object) events.keySet().toArray(String[]::new))
                .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        return all;
    }

    private static ImportResult.Outcome outcome(ImportedEvents.Event event, Optional<ReleaseEntry> before) {
        if (before.isEmpty()) {
            return event.cancelled() ? ImportResult.Outcome.UNCHANGED : ImportResult.Outcome.ADDED;
        }
        var known = before.get();
        if (known.withdrawn()) {
            return ImportResult.Outcome.UNCHANGED;
        }
        if (event.cancelled()) {
            return ImportResult.Outcome.WITHDRAWN;
        }
        var entry = event.entry();
        boolean same = known.kind() == entry.kind()
                && known.family().equals(entry.family().orElseThrow())
                && known.first().equals(entry.on().first())
                && known.last().equals(entry.on().last())
                && known.certain() == entry.certain()
                && known.note().equals(entry.note());
        return same ? ImportResult.Outcome.UNCHANGED : ImportResult.Outcome.CHANGED;
    }

    private void write(
            Statements sql,
            ImportedEvents.Event event,
            Optional<ReleaseEntry> before,
            ImportResult.Outcome outcome,
            Principal caller) {
        switch (outcome) {
            case ADDED -> insert(sql, event, caller);
            case CHANGED -> change(sql, before.orElseThrow().id(), event.entry());
            case WITHDRAWN ->
                sql.update(
                        "UPDATE release_entry SET state = 'withdrawn', version = version + 1, changed_at = ? WHERE id = ?",
                        clock.instant(),
                        before.orElseThrow().id());
            case UNCHANGED, REFUSED -> {}
        }
    }

    private void insert(Statements sql, ImportedEvents.Event event, Principal caller) {
        var entry = event.entry();
        var now = clock.instant();
        sql.update(
                "INSERT INTO release_entry (id, kind, family, first_day, last_day, certain, note, source, origin, state,"
                        + " version, entered_by, entered_at, changed_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'stands', 1, ?, ?, ?)",
                TimeOrderedId.at(now),
                entry.kind().word(),
                entry.family().orElseThrow(),
                entry.on().first(),
                entry.on().last(),
                entry.certain(),
                entry.note(),
                entry.source(),
                event.origin(),
                caller.personId(),
                now,
                now);
    }

    private void change(Statements sql, UUID id, NewReleaseEntry entry) {
        sql.update(
                "UPDATE release_entry SET kind = ?, family = ?, first_day = ?, last_day = ?, certain = ?, note = ?,"
                        + " version = version + 1, changed_at = ?, told_days = NULL WHERE id = ?",
                entry.kind().word(),
                entry.family().orElseThrow(),
                entry.on().first(),
                entry.on().last(),
                entry.certain(),
                entry.note(),
                clock.instant(),
                id);
    }
}
