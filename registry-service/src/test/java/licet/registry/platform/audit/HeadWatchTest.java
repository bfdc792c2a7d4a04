package licet.registry.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import licet.registry.platform.Pool;
import licet.registry.testing.TestRegistry;
import licet.registry.testing.TurnableClock;
import org.junit.jupiter.api.Test;

class HeadWatchTest {
    private final TestRegistry registry = TestRegistry.shared();
    private final TurnableClock clock = new TurnableClock(registry.clock().instant());
    private final HeadWatch watch = new HeadWatch(registry.bean(Pool.class), clock);

    @Test
    void theLeaseRunsOutTwoSecondsAfterTheLastGoodLook() throws SQLException {
        assertThat(watch.isFresh()).isFalse();
        watch.poll();
        assertThat(watch.isFresh()).isTrue();
        clock.advance(Duration.ofMillis(1999));
        assertThat(watch.isFresh()).isTrue();
        clock.advance(Duration.ofMillis(1));
        assertThat(watch.isFresh()).isFalse();
        watch.poll();
        assertThat(watch.isFresh()).isTrue();
    }

    @Test
    void aClockThatIsTurnedBackGivesNoLease() throws SQLException {
        watch.poll();
        clock.advance(Duration.ofSeconds(-1));
        assertThat(watch.isFresh()).isFalse();
    }

    @Test
    void changesOfOthersAreTold() throws SQLException {
        watch.poll();
        var told = new ArrayList<HeadMoved>();
        watch.subscribe(told::add);
        changeElsewhere("kettle");
        watch.poll();
        assertThat(told)
                .singleElement()
                .satisfies(moved ->
                        assertThat(moved.changes()).contains(new HeadMoved.Changed("kettle.boil", "kettle", "1")));
        watch.poll();
        assertThat(told).hasSize(1);
    }

    @Test
    void memoryHoldsUntilItsKindOfThingChangesOrTheLeaseEnds() throws SQLException {
        watch.poll();
        var loads = new AtomicInteger();
        HeadCache<String, Integer> cache = watch.cache(10, Set.of("cup"));
        assertThat(List.of(cache.get("a", _ -> loads.incrementAndGet()), cache.get("a", _ -> loads.incrementAndGet())))
                .containsExactly(1, 1);
        changeElsewhere("saucer");
        watch.poll();
        assertThat(cache.get("a", _ -> loads.incrementAndGet())).isEqualTo(1);
        changeElsewhere("cup");
        watch.poll();
        assertThat(cache.get("a", _ -> loads.incrementAndGet())).isEqualTo(2);
        clock.advance(Duration.ofSeconds(3));
        assertThat(cache.get("a", _ -> loads.incrementAndGet())).isEqualTo(3);
    }

    @Test
    void whatWasLoadedWhileItChangedIsNotKept() throws SQLException {
        watch.poll();
        HeadCache<String, String> cache = watch.cache(10, Set.of("cup"));
        cache.get("a", _ -> {
            watch.committedHere(List.of(event("cup")));
            return "old";
        });
        assertThat(cache.get("a", _ -> "new")).isEqualTo("new");
    }

    private void changeElsewhere(String kind) throws SQLException {
        try (var connection = registry.database().app().connect()) {
            connection.setAutoCommit(false);
            AuditChain.append(connection, Clock.systemUTC(), List.of(event(kind)));
            connection.commit();
        }
    }

    private static AuditEvent event(String kind) {
        return AuditEvent.of(Actor.PRODUCT, kind + ".boil", kind, "1", Map.of());
    }
}
