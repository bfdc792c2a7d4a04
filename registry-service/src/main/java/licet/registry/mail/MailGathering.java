package licet.registry.mail;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.TimeOrderedId;

/**
 * Makes mails of what people were told: one for each alert that they want at once, and one for each person a day or a
 * week of the rest. What happened long before mail was turned on is not mailed.
 */
@Singleton
class MailGathering {
    private static final long LOCK = 0x6c69636574_6dL;
    private static final int MOST = 500;
    private static final Duration DAY = Duration.ofDays(1);

    /** People who can be mailed. */
    private static final String MAILED = " JOIN alert a ON a.id = ap.alert_id JOIN person p ON p.id = ap.person"
            + " AND p.state = 'active' JOIN person_profile pp ON pp.person_id = p.id AND pp.email <> ''"
            + " WHERE ap.mail_id IS NULL AND ap.digest = ? AND a.raised_at > ?";

    private final Database database;
    private final MailSettings settings;
    private final Clock clock;

    MailGathering(Database database, MailSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /** Returns how many mails were made. */
    int run() {
        return settings.isReady() ? database.write(this::gather) : 0;
    }

    private int gather(Statements sql) {
        if (!sql.get("SELECT pg_try_advisory_xact_lock(?) AS free", row -> row.getBoolean("free"), LOCK)) {
            return 0;
        }
        var now = clock.instant();
        return immediate(sql, now)
                + digest(sql, new Round(MailDigest.DAILY, morning(now), now.minus(DAY.multipliedBy(2))), now)
                + digest(sql, new Round(MailDigest.WEEKLY, monday(now), now.minus(DAY.multipliedBy(8))), now);
    }

    private record Told(UUID person, UUID alert) {}

    private int immediate(Statements sql, Instant now) {
        var all = sql.list(
                "SELECT ap.person, ap.alert_id FROM alert_person ap" + MAILED + " ORDER BY a.raised_at, a.id LIMIT "
                        + MOST,
                row -> new Told(row.getObject("person", UUID.class), row.getObject("alert_id", UUID.class)),
                MailDigest.IMMEDIATE.word(),
                now.minus(DAY));
        for (var told : all) {
            var mail = insert(sql, told.person(), MailDigest.IMMEDIATE, now);
            sql.update(
                    "UPDATE alert_person SET mail_id = ? WHERE person = ? AND alert_id = ?",
                    mail,
                    told.person(),
                    told.alert());
        }
        return all.size();
    }

    /** @param since when this round is due @param oldest what was raised before is left out */
    private record Round(MailDigest digest, Instant since, Instant oldest) {}

    /** Once for each person and round; what they read meanwhile is not told again. */
    private static int digest(Statements sql, Round round, Instant now) {
        List<UUID> people = sql.list(
                "SELECT DISTINCT ap.person FROM alert_person ap" + MAILED + " AND ap.read_at IS NULL AND NOT EXISTS"
                        + " (SELECT 1 FROM mail m WHERE m.person = ap.person AND m.digest = ap.digest"
                        + " AND m.made_at >= ?)",
                row -> row.getObject("person", UUID.class),
                round.digest().word(),
                round.oldest(),
                round.since());
        for (var person : people) {
            var mail = insert(sql, person, round.digest(), now);
            sql.update(
                    "UPDATE alert_person ap SET mail_id = ? FROM alert a WHERE a.id = ap.alert_id AND ap.person = ?"
                            + " AND ap.digest = ? AND ap.mail_id IS NULL AND ap.read_at IS NULL AND a.raised_at > ?",
                    mail,
                    person,
                    round.digest().word(),
                    round.oldest());
        }
        return people.size();
    }

    static UUID insert(Statements sql, UUID person, MailDigest digest, Instant now) {
        var id = TimeOrderedId.at(now);
        sql.update(
                "INSERT INTO mail (id, person, digest, state, tries, made_at, begun_at, next_at)"
                        + " VALUES (?, ?, ?, 'waiting', 0, ?, ?, ?)",
                id,
                person,
                digest.word(),
                now,
                now,
                now);
        return id;
    }

    /** The set hour of today, or of yesterday as long as that has not come. */
    private Instant morning(Instant now) {
        var today = now.atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .atTime(settings.hour(), 0)
                .toInstant(ZoneOffset.UTC);
        return today.isAfter(now) ? today.minus(DAY) : today;
    }

    private Instant monday(Instant now) {
        return morning(now)
                .atOffset(ZoneOffset.UTC)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .toInstant();
    }
}
