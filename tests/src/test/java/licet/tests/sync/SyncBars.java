package licet.tests.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import licet.tests.standin.Counts;
import licet.tests.standin.Kind;
import licet.tests.standin.StandInHub;
import licet.tests.standin.World;

/**
 * What a sync of so many models costs.
 *
 * @param first the listing of all models into an empty database
 * @param reading of all models of a few owners, in full
 * @param second the same two after 1 % of the models changed
 * @param third the same two again, without a change
 */
record SyncBars(int models, Pass first, Pass reading, Pass second, Pass third, int examined, long changed) {
    private static final int OWNERS = 4;
    private static final List<String> OPTIONS = List.of("-Xmx256m");

    /** Times and peaks of all runs of a pass together; what is live is taken at the end of each. */
    record Pass(Counts asked, long millis, long peakHeap, long liveHeap) {
        long details() {
            return asked.total() - asked.of(Kind.LIST);
        }
    }

    static SyncBars measure(World world) throws Exception {
        try (var database = BarsDatabase.create();
                var hub = StandInHub.start(world);
                var syncer = Syncer.start(database.app(), hub.endpoint(), OPTIONS)) {
            Pass first = pass(hub, syncer, List.of("hub"));
            List<String> owners = IntStream.range(0, OWNERS)
                    .mapToObj(number -> "developer " + world.ownerNumber(number))
                    .toList();
            Pass reading = pass(hub, syncer, owners);
            Set<String> examined = Outcome.examined(database.app());
            hub.advance();
            World now = hub.world();
            long changed = examined.stream()
                    .filter(id -> now.hasChangedSince(world, id))
                    .count();
            List<String> all = new ArrayList<>(List.of("hub"));
            all.addAll(owners);
            Pass second = pass(hub, syncer, all);
            Pass third = pass(hub, syncer, all);
            return new SyncBars(world.models(), first, reading, second, third, examined.size(), changed);
        }
    }

    double requestsPerThousand() {
        return 1000.0 * first.asked().total() / models;
    }

    double requestsPerChange() {
        return (double) second.details() / Math.max(1, changed);
    }

    long modelsPerSecond() {
        return 1000L * models / first.millis();
    }

    private static Pass pass(StandInHub hub, Syncer syncer, List<String> watches) throws Exception {
        Counts before = hub.counts();
        long millis = 0;
        long peak = 0;
        long live = 0;
        for (String watch : watches) {
            Report report = syncer.sync(watch);
            assertThat(report.state()).as(watch).isEqualTo("done");
            millis += report.millis();
            peak = Math.max(peak, report.peakHeap());
            live = Math.max(live, report.liveHeap());
        }
        return new Pass(hub.counts().minus(before), millis, peak, live);
    }
}
