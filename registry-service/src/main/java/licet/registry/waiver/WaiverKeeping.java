package licet.registry.waiver;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import licet.registry.catalog.Catalog;
import licet.registry.instrument.Instruments;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.audit.HeadWatch;

/**
 * Closes waivers that are over or without a reason, and reminds people of those that end soon. Nothing has to wait for
 * it: verdicts look at the term, the rule and the text themselves.
 */
@Singleton
public class WaiverKeeping {
    private static final int BATCH = 100;

    /** What depends on the day alone is looked at that often. */
    private static final Duration AT_LEAST = Duration.ofHours(1);

    private static final Set<String> KINDS = kinds();

    private final WaiverTable table;
    private final Grounds grounds;
    private final WaiverNews news;
    private final Database database;
    private final Clock clock;
    private final AtomicReference<Instant> lookedAt = new AtomicReference<>(Instant.MIN);

    WaiverKeeping(WaiverTable table, Grounds grounds, WaiverNews news, Database database, HeadWatch head, Clock clock) {
        this.table = table;
        this.grounds = grounds;
        this.news = news;
        this.database = database;
        this.clock = clock;
        head.subscribe(change -> {
            if (change.touches(KINDS)) {
                lookedAt.set(Instant.MIN);
            }
        });
    }

    private static Set<String> kinds() {
        var all = new HashSet<>(Instruments.KINDS);
        all.remove(WaiverInstruments.KIND);
        all.addAll(Set.of("deployment", "organization", "policy", "knowledge", Catalog.KIND));
        return Set.copyOf(all);
    }

    /** Returns how many were closed or reminded of. */
    public int keep() {
        int done = each(database.read(sql -> table.listPast(sql, clock.instant())), this::expire)
                + each(database.read(sql -> table.listEnding(sql, clock.instant())), this::remind);
        var before = lookedAt.get();
        var now = clock.instant();
        if (before.equals(Instant.MIN) || !now.isBefore(before.plus(AT_LEAST))) {
            lookedAt.set(now);
            try {
                done += closeWithoutReason();
            } catch (RuntimeException failed) {
                lookedAt.set(Instant.MIN);
                throw failed;
            }
        }
        return done;
    }

    private int each(List<UUID> ids, BiFunction<Statements, Waiver, Boolean> step) {
        int done = 0;
        for (var id : ids) {
            done += database.write(sql -> {
                        table.lock(sql, id);
                        return table.find(sql, id)
                                .map(waiver -> step.apply(sql, waiver))
                                .orElse(false);
                    })
                    ? 1
                    : 0;
        }
        return done;
    }

    private boolean expire(Statements sql, Waiver waiver) {
        return switch (waiver.state()) {
            case ACTING -> {
                end(sql, waiver, WaiverState.EXPIRED, "its term is over");
                yield true;
            }
            case PROPOSED -> {
                end(sql, waiver, WaiverState.WITHDRAWN, "its end came before anybody decided about it");
                yield true;
            }
            case REJECTED, WITHDRAWN, REVOKED, EXPIRED, REASON_GONE -> false;
        };
    }

    private boolean remind(Statements sql, Waiver waiver) {
        if (waiver.state() != WaiverState.ACTING) {
            return false;
        }
        news.write(Actor.PRODUCT, "waiver.remind", waiver, "it ends soon");
        news.ending(sql, waiver);
        return true;
    }

    private int closeWithoutReason() {
        int closed = 0;
        var after = new UUID(0, 0);
        while (true) {
            var from = after;
            var batch = database.read(sql -> table.listActingAfter(sql, from, BATCH));
            var gone = batch.stream()
                    .filter(waiver -> database.read(sql -> grounds.isGone(sql, waiver)))
                    .map(Waiver::id)
                    .toList();
            closed += each(gone, this::closeGone);
            if (batch.size() < BATCH) {
                return closed;
            }
            after = batch.getLast().id();
        }
    }

    private boolean closeGone(Statements sql, Waiver waiver) {
        if (waiver.state() != WaiverState.ACTING || !grounds.isGone(sql, waiver)) {
            return false;
        }
        end(sql, waiver, WaiverState.REASON_GONE, "what it was given for is not there any more");
        return true;
    }

    private void end(Statements sql, Waiver waiver, WaiverState to, String why) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        table.end(sql, new WaiverTable.Step(waiver.id(), Optional.empty(), now, why), to);
        var stored = table.find(sql, waiver.id()).orElseThrow();
        news.write(Actor.PRODUCT, action(to), stored, why);
        news.ended(sql, stored, Optional.empty());
    }

    private static String action(WaiverState to) {
        return to == WaiverState.WITHDRAWN ? "waiver.withdraw" : "waiver.end";
    }
}
