package licet.registry.alert;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.TimeOrderedId;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.http.Principal;
import licet.registry.platform.problem.RegistryProblem;

/** What people, teams and other groups want to be told of. Nobody sees or ends those of others. */
@Singleton
public class Subscriptions {
    static final String KIND = "subscription";
    /** For each subscriber: who wants more wants everything that is watched. */
    private static final int MOST = 200;

    private final Database database;
    private final List<Subscribers> groups;
    private final AuditLog audit;
    private final Clock clock;

    Subscriptions(Database database, List<Subscribers> groups, AuditLog audit, Clock clock) {
        this.database = database;
        this.groups = List.copyOf(groups);
        this.audit = audit;
        this.clock = clock;
    }

    /** Those for whom the caller may subscribe, the caller first. */
    public List<Subscriber> subscribers(Principal caller) {
        return database.read(sql -> subscribers(sql, caller));
    }

    private List<Subscriber> subscribers(Statements sql, Principal caller) {
        return groups.stream()
                .sorted(java.util.Comparator.comparing(group -> !group.kind().equals(Subscriber.PERSON)))
                .flatMap(group -> group.of(sql, caller).stream())
                .toList();
    }

    /** The caller's own, and those of the groups for which the caller may subscribe. */
    public List<Subscription> list(Principal caller) {
        return database.read(sql -> list(sql, caller));
    }

    private List<Subscription> list(Statements sql, Principal caller) {
        var all = new ArrayList<Subscription>();
        for (var one : subscribers(sql, caller)) {
            all.addAll(sql.list(
                    "SELECT * FROM subscription WHERE subscriber_kind = ? AND subscriber_id = ? ORDER BY id",
                    row -> SubscriptionRows.read(row, one.key()),
                    one.kind(),
                    one.id()));
        }
        return List.copyOf(all);
    }

    public Subscription add(NewSubscription wanted, Principal caller) {
        return database.write(sql -> {
            var subscriber = subscriber(sql, wanted, caller);
            requireThere(sql, wanted.wish());
            requireRoom(sql, subscriber);
            var now = clock.instant();
            var added = new Subscription(TimeOrderedId.at(now), subscriber, wanted.wish(), now);
            insert(sql, added);
            audit.append(AuditEvent.of(
                    caller.actor(), "subscription.add", KIND, added.id().toString(), detail(added)));
            return added;
        });
    }

    private Subscriber subscriber(Statements sql, NewSubscription wanted, Principal caller) {
        return subscribers(sql, caller).stream()
                .filter(wanted::isFor)
                .findFirst()
                .orElseThrow(() -> new RegistryProblem.Forbidden(
                                "a member of what is to be told, or the person who owns the token")
                        .asException());
    }

    private static void requireThere(Statements sql, Subscription.Wish wish) {
        var table = switch (wish.scope()) {
            case DEPLOYMENT -> "deployment";
            case APPROVED -> "team";
            case MODEL, DEVELOPER, FAMILY, WATCHED -> "";
        };
        if (!table.isEmpty()
                && sql.find("SELECT 1 FROM " + table + " WHERE key = ?", row -> true, wish.about())
                        .isEmpty()) {
            throw NewSubscription.malformed("/about", wish.about(), "there is no " + table + " with that key");
        }
    }

    private static void requireRoom(Statements sql, Subscriber of) {
        long there = sql.get(
                "SELECT count(*) AS n FROM subscription WHERE subscriber_kind = ? AND subscriber_id = ?",
                row -> row.getLong("n"),
                of.kind(),
                of.id());
        if (there >= MOST) {
            throw NewSubscription.malformed("/about", null, "end another one first: there are %d".formatted(MOST));
        }
    }

    private static void insert(Statements sql, Subscription added) {
        var wish = added.wish();
        int rows = sql.update(
                "INSERT INTO subscription (id, subscriber_kind, subscriber_id, scope, about, least, kinds, digest,"
                        + " created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                added.id(),
                added.subscriber().kind(),
                added.subscriber().id(),
                wish.scope().word(),
                wish.about(),
                wish.least().word(),
                wish.kinds().stream().map(AlertKind::word).sorted().toArray(String[]::new),
                wish.digest().word(),
                added.createdAt());
        if (rows == 0) {
            var named = (wish.scope().word() + " " + wish.about()).strip();
            throw new RegistryProblem.Conflict(KIND, named, "end the other one first").asException();
        }
    }

    public void end(UUID id, Principal caller) {
        database.write(sql -> {
            var ended = list(sql, caller).stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new RegistryProblem.NotFound(KIND, id.toString()).asException());
            sql.update("DELETE FROM subscription WHERE id = ?", id);
            audit.append(AuditEvent.of(caller.actor(), "subscription.end", KIND, id.toString(), detail(ended)));
            return ended;
        });
    }

    private static Map<String, Object> detail(Subscription one) {
        var wish = one.wish();
        return Map.of(
                "subscriber", one.subscriber().kind() + "/" + one.subscriber().id(),
                "scope", wish.scope().word(),
                "about", wish.about(),
                "least", wish.least().word(),
                "kinds", wish.kinds().stream().map(AlertKind::word).sorted().toList(),
                "digest", wish.digest().word());
    }
}
