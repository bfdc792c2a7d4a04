package licet.registry.calendar;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import licet.registry.platform.Database;
import licet.registry.platform.Sha256;
import licet.registry.platform.Statements;
import licet.registry.platform.TimeOrderedId;
import licet.rules.format.CanonicalJson;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what the features know into one table, which gives each matter an id for ever, a number that grows with each
 * change, and a note that it no longer is.
 */
@Singleton
public class CalendarBook {
    /** Before the first model that anybody asks about. */
    private static final LocalDate BEGINNING = LocalDate.of(2018, 1, 1);

    private static final int YEARS_AHEAD = 3;
    private static final long LOCK = 0x6c69636574_63L;

    private final Database database;
    private final List<CalendarSource> sources;
    private final Clock clock;
    private final AtomicReference<@Nullable Seen> seen = new AtomicReference<>();

    CalendarBook(Database database, List<CalendarSource> sources, Clock clock) {
        this.database = database;
        this.sources = List.copyOf(sources);
        this.clock = clock;
    }

    /** Nothing is asked again where nothing changed since this instance looked, and the day is the same. */
    void refreshWhereMoved() {
        var now = new Seen(
                database.read(sql -> sql.get("SELECT seq FROM head", row -> row.getLong("seq"))), LocalDate.now(clock));
        if (!now.equals(seen.get())) {
            refresh();
            seen.set(now);
        }
    }

    private record Seen(long head, LocalDate day) {}

    /** Returns how many events came, changed or went. */
    public int refresh() {
        var today = LocalDate.now(clock);
        var to = today.plusYears(YEARS_AHEAD);
        int changed = 0;
        for (var source : sources) {
            changed += write(source.name(), source.list(BEGINNING, to), BEGINNING, to);
        }
        return changed;
    }

    private record Known(UUID id, String digest, boolean cancelled) {}

    /** One instance at a time; another one that comes meanwhile leaves it to this one. */
    private int write(String source, List<CalendarEntry> told, LocalDate from, LocalDate to) {
        return database.write(sql -> {
            if (!sql.get("SELECT pg_try_advisory_xact_lock(?) AS free", row -> row.getBoolean("free"), LOCK)) {
                return 0;
            }
            var known = sql
                    .list(
                            "SELECT id, key, digest, cancelled_at FROM calendar_event WHERE source = ? AND (cancelled_at IS NULL OR key = ANY (?))",
                            row -> Map.entry(row.getString("key"), known(row)),
                            source,
                            told.stream().map(CalendarEntry::key).toArray(String[]::new))
                    .stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            var byKey = told.stream()
                    .collect(Collectors.toMap(CalendarEntry::key, Function.identity(), (first, _) -> first));
            int changed = insert(
                    sql,
                    source,
                    byKey.values().stream()
                            .filter(entry -> !known.containsKey(entry.key()))
                            .toList());
            for (var entry : byKey.values()) {
                var before = known.get(entry.key());
                if (before != null && (before.cancelled() || !before.digest().equals(digest(entry)))) {
                    change(sql, before.id(), entry);
                    changed++;
                }
            }
            return changed + cancel(sql, source, byKey.keySet().toArray(String[]::new), from, to);
        });
    }

    private int insert(Statements sql, String source, List<CalendarEntry> fresh) {
        var now = clock.instant();
        var rows = new ArrayList<@Nullable Object[]>();
        for (var entry : fresh) {
            rows.add(new @Nullable Object[] {
                TimeOrderedId.at(now),
                source,
                entry.key(),
                entry.kind().word(),
                entry.on().first(),
                entry.on().last(),
                entry.on().at().orElse(null),
                entry.certain(),
                entry.about().family().orElse(null),
                entry.about().deployment().orElse(null),
                entry.about().person().orElse(null),
                entry.about().stack().orElse(null),
                facts(entry),
                entry.path(),
                digest(entry),
                now,
                now
            });
        }
        sql.batch(
                "INSERT INTO calendar_event (id, source, key, kind, first_day, last_day, at, certain, family, deployment,"
                        + " person, stack, facts, path, digest, made_at, changed_at, sequence)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
                rows);
        return rows.size();
    }

    private void change(Statements sql, UUID id, CalendarEntry entry) {
        sql.update(
                "UPDATE calendar_event SET kind = ?, first_day = ?, last_day = ?, at = ?, certain = ?, family = ?,"
                        + " deployment = ?, person = ?, stack = ?, facts = ?, path = ?, digest = ?,"
                        + " sequence = sequence + 1, changed_at = ?, cancelled_at = NULL WHERE id = ?",
                entry.kind().word(),
                entry.on().first(),
                entry.on().last(),
                entry.on().at().orElse(null),
                entry.certain(),
                entry.about().family().orElse(null),
                entry.about().deployment().orElse(null),
                entry.about().person().orElse(null),
                entry.about().stack().orElse(null),
                facts(entry),
                entry.path(),
                digest(entry),
                clock.instant(),
                id);
    }

    private int cancel(Statements sql, String source, String[] told, LocalDate from, LocalDate to) {
        var now = clock.instant();
        return sql.update(
                "UPDATE calendar_event SET cancelled_at = ?, changed_at = ?, sequence = sequence + 1 WHERE source = ?"
                        + " AND cancelled_at IS NULL AND last_day >= ? AND first_day <= ? AND NOT key = ANY (?)",
                now,
                now,
                source,
                from,
                to,
                told);
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                row.getObject("id", UUID.class),
                row.getString("digest"),
                Statements.findInstant(row, "cancelled_at") != null);
    }

    private static String digest(CalendarEntry entry) {
        return HexFormat.of().formatHex(Sha256.of(CanonicalJson.write(entry)));
    }

    private static String facts(CalendarEntry entry) {
        return CanonicalJson.write(new Facts(entry.facts()));
    }

    /** What a text names, as it is stored. */
    record Facts(Map<String, String> named) {
        Facts {
            named = Map.copyOf(named);
        }
    }
}
