package licet.registry.calendar;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import licet.registry.identity.FeedSecret;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.TimeOrderedId;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.PublicAddress;
import licet.registry.platform.problem.RegistryProblem;

/** Addresses under which calendars elsewhere read: nobody guesses them, and each can be taken back. */
@Singleton
public class Feeds {
    private static final String KIND = "calendar-feed";
    private static final int MOST = 50;

    private final Database database;
    private final AuditLog audit;
    private final PublicAddress address;
    private final Clock clock;

    Feeds(Database database, AuditLog audit, PublicAddress address, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.address = address;
        this.clock = clock;
    }

    public Feed.Made make(NewFeed wish, Principal caller) {
        var person = person(caller);
        var secret = FeedSecret.random();
        var now = clock.instant();
        var id = TimeOrderedId.at(now);
        return database.write(sql -> {
            if (list(sql, person).size() >= MOST) {
                throw new RegistryProblem.Conflict(KIND, Integer.toString(MOST), "revoke one of them first")
                        .asException();
            }
            requireSubject(sql, wish);
            sql.update(
                    "INSERT INTO calendar_feed (id, secret_hash, prefix, person, scope, subject, kinds, alarms, made_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    id,
                    secret.hash().bytes(),
                    secret.prefix(),
                    person,
                    wish.scope(),
                    wish.subject(),
                    wish.kinds().stream().map(CalendarKind::word).sorted().toArray(String[]::new),
                    wish.alarms().toArray(Integer[]::new),
                    now);
            audit.append(AuditEvent.of(
                    caller.actor(),
                    "calendar-feed.make",
                    KIND,
                    id.toString(),
                    Map.of("scope", wish.scope(), "subject", wish.subject())));
            var path = "/calendar/feeds/" + secret.text();
            return new Feed.Made(get(sql, id), address.link(path + ".ics"), address.link(path + ".atom"));
        });
    }

    private static void requireSubject(Statements sql, NewFeed wish) {
        if (wish.scope().equals("team")
                && sql.find("SELECT 1 FROM team WHERE key = ?", row -> true, wish.subject())
                        .isEmpty()) {
            throw NewFeed.malformed("/subject", wish.subject(), "give the key of a team");
        }
        if (wish.scope().equals("stack")
                && sql.find("SELECT 1 FROM stack WHERE key = ?", row -> true, wish.subject())
                        .isEmpty()) {
            throw NewFeed.malformed("/subject", wish.subject(), "give the key of a stack");
        }
    }

    /** Those of the caller that are not revoked, the newest first. */
    public List<Feed> list(Principal caller) {
        return Optional.ofNullable(caller.personId())
                .map(person -> database.read(sql -> list(sql, person)))
                .orElse(List.of());
    }

    private static List<Feed> list(Statements sql, UUID person) {
        return sql.list(
                "SELECT * FROM calendar_feed WHERE person = ? AND revoked_at IS NULL ORDER BY id DESC",
                Feeds::read,
                person);
    }

    private static Feed get(Statements sql, UUID id) {
        return sql.get("SELECT * FROM calendar_feed WHERE id = ?", Feeds::read, id);
    }

    /** Nobody reads under it from now on. */
    public void revoke(UUID id, Principal caller) {
        var person = person(caller);
        database.write(sql -> {
            int rows = sql.update(
                    "UPDATE calendar_feed SET revoked_at = ? WHERE id = ? AND person = ? AND revoked_at IS NULL",
                    clock.instant(),
                    id,
                    person);
            if (rows == 0) {
                throw new RegistryProblem.NotFound(KIND, id.toString()).asException();
            }
            audit.append(AuditEvent.of(caller.actor(), "calendar-feed.revoke", KIND, id.toString(), Map.of()));
            return rows;
        });
    }

    /** What is read under an address. */
    record Opened(Feed feed, CalendarQuery.Scope scope) {}

    /** Empty for what is unknown, revoked, or of somebody who is no longer here. */
    Optional<Opened> open(String secret) {
        return FeedSecret.parse(secret)
                .flatMap(known -> database.read(sql -> sql.find(
                        "SELECT f.* FROM calendar_feed f JOIN person p ON p.id = f.person WHERE f.secret_hash = ?"
                                + " AND f.revoked_at IS NULL AND p.state = 'active'",
                        row -> new Opened(
                                read(row),
                                CalendarQuery.scope(
                                                row.getString("scope"),
                                                row.getString("subject"),
                                                Optional.of(row.getObject("person", UUID.class)))
                                        .orElseThrow()),
                        known.hash().bytes())));
    }

    private static Feed read(ResultSet row) throws SQLException {
        var subject = row.getString("subject");
        return new Feed(
                row.getObject("id", UUID.class),
                row.getString("prefix"),
                row.getString("scope"),
                Optional.of(subject).filter(text -> !text.isEmpty()),
                Arrays.stream((String[]) row.getArray("kinds").getArray())
                        .map(word -> ClosedChoice.find(CalendarKind.class, word).orElseThrow())
                        .toList(),
                Arrays.asList((Integer[]) row.getArray("alarms").getArray()),
                Statements.getInstant(row, "made_at"));
    }

    private static UUID person(Principal caller) {
        var person = caller.personId();
        if (person == null) {
            throw new RegistryProblem.Forbidden("a person, who signs in or owns the token").asException();
        }
        return person;
    }
}
