package licet.registry.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import licet.registry.platform.ClosedChoice;
import licet.registry.watch.Target;
import licet.registry.watch.Tier;
import licet.registry.watch.Watch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchHealthTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    /** @param due minutes until the next run; negative when it is late */
    @ParameterizedTest
    @CsvSource({
        "none,     30,  waiting",
        "none,    -59,  waiting",
        "none,    -61,  never",
        "done,     30,  current",
        "done,    -59,  current",
        "done,    -61,  late",
        "failed,   30,  failed",
        "failed, -999,  failed",
        "running, -61,  running",
        "paused,  -61,  stopped",
        "canceled, 30,  stopped",
        "canceled,-61,  late"
    })
    void isToldByTheLastRunAndTheNextOne(String last, int due, String state) {
        var watch = new Watch(
                UUID.randomUUID(),
                new Target.Developer("acme"),
                Tier.LISTED,
                Duration.ofHours(24),
                NOW.plus(Duration.ofMinutes(due)),
                NOW.minus(Duration.ofDays(9)));
        var health = WatchHealth.of(
                watch, ClosedChoice.find(SyncRun.State.class, last).map(of -> run(watch, of)), Optional.empty(), NOW);
        assertThat(health.state().word()).isEqualTo(state);
    }

    private static SyncRun run(Watch watch, SyncRun.State state) {
        var started = NOW.minus(Duration.ofHours(2));
        return new SyncRun(
                1,
                watch.id(),
                state,
                SyncRun.Phase.LISTING,
                started,
                started,
                state.isOpen() ? Optional.empty() : Optional.of(NOW),
                Optional.empty(),
                0,
                new SyncRun.Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    }
}
