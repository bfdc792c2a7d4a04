package licet.tests.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import licet.registry.testing.TestDatabase;
import licet.tests.standin.Counts;
import licet.tests.standin.Kind;
import licet.tests.standin.StandInHub;
import licet.tests.standin.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How often the Hub is asked: the large figures, with the command for them, are in {@code docs/benchmarks.md}. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SyncCostTest {
    private static final int MODELS = 3_000;
    private static final List<String> OPTIONS = List.of("-Xmx256m", "-XX:TieredStopAtLevel=1");

    @Test
    void asksForPagesAndThenOnlyForWhatChanged() throws Exception {
        var world = new World(21, MODELS, 0, 0.05);
        String developer = "developer " + world.ownerNumber(0);
        try (var database = TestDatabase.create();
                var hub = StandInHub.start(world);
                var syncer = Syncer.start(database.app(), hub.endpoint(), OPTIONS)) {
            Counts first = cost(hub, syncer, "hub");
            assertThat(first.total()).isEqualTo(first.of(Kind.LIST)).isLessThanOrEqualTo((long) (2.1 * MODELS / 1000));
            cost(hub, syncer, developer);
            var examined = Outcome.examined(database.app());
            assertThat(examined).hasSizeGreaterThan(30);

            hub.advance();
            long changed = examined.stream()
                    .filter(id -> hub.world().hasChangedSince(world, id))
                    .count();
            assertThat(changed).isPositive();
            Counts second = cost(hub, syncer, "hub");
            Counts rest = cost(hub, syncer, developer);
            long details = second.total() - second.of(Kind.LIST) + rest.total() - rest.of(Kind.LIST);
            assertThat(second.of(Kind.LIST)).isEqualTo(first.of(Kind.LIST));
            assertThat(details).as("for %d changed models", changed).isBetween(changed, 6 * changed);

            Counts third = cost(hub, syncer, "hub");
            Counts fourth = cost(hub, syncer, developer);
            assertThat(third.total() + fourth.total()).isEqualTo(third.of(Kind.LIST) + fourth.of(Kind.LIST));
            assertThat(hub.counts().of(Kind.UNKNOWN)).isZero();
            assertThat(hub.counts().tokensElsewhere()).isZero();
        }
    }

    private static Counts cost(StandInHub hub, Syncer syncer, String watch) throws Exception {
        Counts before = hub.counts();
        assertThat(syncer.sync(watch).state()).isEqualTo("done");
        return hub.counts().minus(before);
    }
}
