package licet.tests.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import licet.tests.standin.World;
import org.junit.jupiter.api.Test;

/**
 * Measures the sync and prints the tables of {@code docs/benchmarks.md}, which gives the command. Needs node, npm and a
 * package registry. Its name keeps it out of the normal build.
 */
class SyncBarsRun {
    private static final int MODELS = Integer.getInteger("licet.bench.models", 200_000);
    private static final double MEGABYTE = 1 << 20;

    @Test
    void listsAtLeastAsFastAsNpm() throws Exception {
        var race = ListingRace.run(World.of(1, MODELS));
        print("listing.md", """
                | list-only, %,d models | models a second, median | slowest and fastest of %d |
                |---|---|---|
                | Licet's client | %,d | %,d – %,d |
                | npm `@huggingface/hub` | %,d | %,d – %,d |
                """.formatted(
                        MODELS,
                        race.ours().size(),
                        race.ourMedian(),
                        race.ours().getFirst(),
                        race.ours().getLast(),
                        race.theirMedian(),
                        race.theirs().getFirst(),
                        race.theirs().getLast()));
        assertThat(race.ourMedian()).isGreaterThanOrEqualTo(race.theirMedian());
    }

    @Test
    void asksLittleAndNeedsLittle() throws Exception {
        var small = SyncBars.measure(World.of(1, MODELS / 10));
        var large = SyncBars.measure(World.of(1, MODELS));
        print("sync.md", """
                | the whole sync into PostgreSQL, `-Xmx256m` | %,d models | %,d models | bar |
                |---|---|---|---|
                | requests of the first listing, per 1,000 models | %.2f | %.2f | 2.1 |
                | models a second, first listing | %,d | %,d | |
                | models read in full, bases included | %,d | %,d | |
                | of them changed (1 %%) | %,d | %,d | |
                | requests beside lists, per changed one | %.2f | %.2f | 6 |
                | requests beside lists without a change | %,d | %,d | 0 |
                | heap after collections, peak of the first listing, MB | %.0f | %.0f | flat |
                | heap after collections, peak of everything, MB | %.0f | %.0f | |
                | live at the end of the first listing, MB | %.0f | %.0f | |
                | seconds: first listing, reading, second, third | %s | %s | |
                """.formatted(
                        small.models(),
                        large.models(),
                        small.requestsPerThousand(),
                        large.requestsPerThousand(),
                        small.modelsPerSecond(),
                        large.modelsPerSecond(),
                        small.examined(),
                        large.examined(),
                        small.changed(),
                        large.changed(),
                        small.requestsPerChange(),
                        large.requestsPerChange(),
                        small.third().details(),
                        large.third().details(),
                        small.first().peakHeap() / MEGABYTE,
                        large.first().peakHeap() / MEGABYTE,
                        peak(small) / MEGABYTE,
                        peak(large) / MEGABYTE,
                        small.first().liveHeap() / MEGABYTE,
                        large.first().liveHeap() / MEGABYTE,
                        seconds(small),
                        seconds(large)));
        assertThat(large.requestsPerThousand()).isLessThanOrEqualTo(2.1);
        assertThat(large.requestsPerChange()).isLessThanOrEqualTo(6);
        assertThat(large.third().details()).isZero();
        assertThat(large.first().liveHeap()).isLessThan(small.first().liveHeap() * 5 / 4);
    }

    private static long peak(SyncBars bars) {
        long later = Math.max(bars.second().peakHeap(), bars.third().peakHeap());
        return Math.max(Math.max(bars.first().peakHeap(), bars.reading().peakHeap()), later);
    }

    private static String seconds(SyncBars bars) {
        return "%d, %d, %d, %d"
                .formatted(
                        bars.first().millis() / 1000,
                        bars.reading().millis() / 1000,
                        bars.second().millis() / 1000,
                        bars.third().millis() / 1000);
    }

    private static void print(String file, String table) throws Exception {
        System.out.println(table);
        Files.writeString(Path.of("target", file), table);
    }
}
