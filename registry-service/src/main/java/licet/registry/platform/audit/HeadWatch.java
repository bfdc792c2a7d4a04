package licet.registry.platform.audit;

import io.micronaut.context.annotation.Value;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import licet.registry.platform.DatabaseException;
import licet.registry.platform.Pool;
import licet.registry.platform.Statements;
import licet.registry.platform.problem.RegistryProblem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the head row and tells what changed. Whoever answers from memory asks {@link #isFresh} first: an instance that
 * cannot see the database must not go on saying what it knew.
 */
@Singleton
public class HeadWatch {
    private static final Logger LOG = LoggerFactory.getLogger(HeadWatch.class);
    private static final Duration LEASE = Duration.ofSeconds(2);
    private static final int CHANGES_AT_ONCE = 1000;

    private final Pool pool;
    private final Clock clock;
    private final Duration allowedAge;
    private final List<Consumer<HeadMoved>> listeners = new CopyOnWriteArrayList<>();
    private volatile Instant lastGoodPoll = Instant.MIN;
    private volatile boolean cutOff;
    private volatile long seen = -1;
    private @Nullable Connection kept;

    @Inject
    HeadWatch(Pool pool, Clock clock, @Value("${licet.answers-without-database:PT0S}") Duration allowedAge) {
        this.pool = pool;
        this.clock = clock;
        this.allowedAge = allowedAge;
    }

    /** One for each instance; tests of memory make their own. */
    public HeadWatch(Pool pool, Clock clock) {
        this(pool, clock, Duration.ZERO);
    }

    /** The number of the last change that this instance has seen; -1 before the first look. */
    public long seen() {
        return seen;
    }

    public boolean isFresh() {
        return freshAt(clock.instant());
    }

    /** Whether the last good poll began less than two seconds before. */
    public boolean freshAt(Instant now) {
        var began = lastGoodPoll;
        return !now.isBefore(began) && began.isAfter(now.minus(LEASE));
    }

    /** Refuses at once when the last look at the database failed: asking it again would only wait. */
    public void requireSight() {
        if (cutOff && !isFresh()) {
            throw new RegistryProblem.Unavailable("The database", LEASE).asException();
        }
    }

    /**
     * The moment of which memory tells while the database cannot be seen; empty where memory is as good as the database,
     * and where it is older than the operator allows.
     */
    public Optional<Instant> allowedSince() {
        var began = lastGoodPoll;
        var now = clock.instant();
        return cutOff && !freshAt(now) && began.isAfter(now.minus(allowedAge)) ? Optional.of(began) : Optional.empty();
    }

    /** Counts the changes that touch one of these kinds of objects. */
    public HeadEpoch epoch(Set<String> objectKinds) {
        var epoch = new HeadEpoch(objectKinds);
        subscribe(epoch::changed);
        return epoch;
    }

    public void subscribe(Consumer<HeadMoved> listener) {
        listeners.add(listener);
    }

    /** A memory that drops everything when a change touches one of these kinds of objects. */
    public <K, V> HeadCache<K, V> cache(int limit, Set<String> objectKinds) {
        var cache = new HeadCache<K, V>(this, limit, objectKinds);
        subscribe(cache::changed);
        return cache;
    }

    void pollAndReport() {
        try {
            poll();
        } catch (DatabaseException | SQLException outage) {
            cutOff = true;
            LOG.warn("The head row could not be read; answers from memory stop: {}", outage.getMessage());
        }
    }

    /** Looks now. Listeners are told before the lease is renewed, so memory is never older than the lease says. */
    public synchronized void poll() throws SQLException {
        var began = clock.instant();
        try {
            var sql = new Statements(connection());
            var head = sql.get("SELECT seq, hash FROM head WHERE id = 1", AuditChain::readHead);
            if (head.seq() != seen) {
                tell(changesUpTo(sql, head.seq()));
                seen = head.seq();
            }
        } catch (DatabaseException | SQLException outage) {
            close();
            throw outage;
        }
        lastGoodPoll = began;
        cutOff = false;
    }

    /** Its own, since requests that wait for connections must not end the lease under which others are answered. */
    private Connection connection() throws SQLException {
        var open = kept;
        if (open == null) {
            open = pool.connect();
            kept = open;
        }
        return open;
    }

    @PreDestroy
    synchronized void close() throws SQLException {
        var open = kept;
        kept = null;
        if (open != null) {
            open.close();
        }
    }

    /** What this instance committed itself is known at once. */
    void committedHere(List<AuditEvent> events) {
        tell(new HeadMoved(
                events.stream()
                        .map(e -> new HeadMoved.Changed(e.action(), e.objectKind(), e.objectId()))
                        .toList(),
                true));
    }

    private HeadMoved changesUpTo(Statements sql, long seq) {
        if (seen < 0 || seq < seen || seq - seen > CHANGES_AT_ONCE) {
            return new HeadMoved(List.of(), false);
        }
        var changes = sql.list(
                "SELECT action, object_kind, object_id FROM audit_entry WHERE seq > ? AND seq <= ? ORDER BY seq",
                row -> new HeadMoved.Changed(
                        row.getString("action"), row.getString("object_kind"), row.getString("object_id")),
                seen,
                seq);
        return new HeadMoved(changes, true);
    }

    private void tell(HeadMoved moved) {
        for (var listener : listeners) {
            listener.accept(moved);
        }
    }
}
