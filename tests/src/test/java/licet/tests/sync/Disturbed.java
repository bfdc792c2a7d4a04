package licet.tests.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import licet.registry.testing.TestDatabase;
import licet.tests.standin.Counts;
import licet.tests.standin.Faults;
import licet.tests.standin.Quota;
import licet.tests.standin.StandInHub;
import licet.tests.standin.World;

/**
 * The same sync twice: once in peace, once while the Hub fails and the process is killed.
 *
 * @param world of the Hub; watched are all of its models and, in full, those of its largest owner
 * @param drip how long slow answers are kept up
 */
record Disturbed(World world, Duration drip, List<String> options) {
    private static final int KILLS = 5;
    private static final double SHARE = 0.1;
    /** A used-up quota is waited out in seconds instead of minutes. */
    private static final Quota.Limit SHORT_WINDOWS = new Quota.Limit(10_000_000, Duration.ofSeconds(2));

    /** @param faults what the Hub did in the second run */
    record Result(Outcome peaceful, Outcome disturbed, Counts faults, int kills) {}

    Result run() throws Exception {
        try (var calm = TestDatabase.create();
                var rough = TestDatabase.create()) {
            inPeace(calm);
            try (var hub = StandInHub.start(world, SHORT_WINDOWS)) {
                hub.fail(new Faults(world.seed(), SHARE, drip));
                int kills = inTrouble(rough, hub);
                return new Result(Outcome.read(calm.app()), Outcome.read(rough.app()), hub.counts(), kills);
            }
        }
    }

    private void inPeace(TestDatabase database) throws IOException {
        try (var hub = StandInHub.start(world);
                var syncer = Syncer.start(database.app(), hub.endpoint(), options)) {
            finish(syncer);
        }
    }

    /** Twice while it lists, then three times while it reads, each a little later than the one before. */
    private int inTrouble(TestDatabase database, StandInHub hub) throws IOException, InterruptedException {
        int pages = Math.ceilDiv(world.models(), 500);
        int kills = 0;
        for (int i = 0; i < KILLS; i++) {
            try (var syncer = Syncer.start(database.app(), hub.endpoint(), options)) {
                boolean listing = i < 2;
                boolean atWork = syncer.killAfter(listing ? "hub" : developer(), listing ? 1 + i * pages / 4 : i - 1);
                kills += atWork ? 1 : 0;
            }
        }
        try (var syncer = Syncer.start(database.app(), hub.endpoint(), options)) {
            finish(syncer);
        }
        return kills;
    }

    private void finish(Syncer syncer) throws IOException {
        assertThat(syncer.sync("hub").state()).isEqualTo("done");
        assertThat(syncer.sync(developer()).state()).isEqualTo("done");
    }

    private String developer() {
        return "developer " + world.ownerNumber(0);
    }
}
