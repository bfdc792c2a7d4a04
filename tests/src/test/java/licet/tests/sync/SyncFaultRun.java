package licet.tests.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import licet.tests.standin.World;
import org.junit.jupiter.api.Test;

/**
 * {@link SyncFaultTest} at full size and with answers that drip longer than the client waits. Takes long, so its name keeps
 * it out of the normal build: {@code mvn -pl tests -am test -Dtest=SyncFaultRun -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class SyncFaultRun {
    @Test
    void endsWithTheSameEvidenceAndTheSameConclusions() throws Exception {
        int models = Integer.getInteger("licet.bench.models", 200_000);
        var disturbed = new Disturbed(new World(5, models, 2, 0.01), Duration.ofSeconds(25), List.of("-Xmx256m"));
        long start = System.nanoTime();
        var result = disturbed.run();
        assertThat(result.kills()).isEqualTo(5);
        assertThat(result.disturbed()).isEqualTo(result.peaceful());
        System.out.printf(
                "%d models, %d examined: %d of %d requests failed (%s), %d kills, %d s, same evidence and conclusions%n",
                models,
                result.peaceful().evidence().size(),
                result.faults().failed(),
                result.faults().total(),
                result.faults().faults(),
                result.kills(),
                Duration.ofNanos(System.nanoTime() - start).toSeconds());
    }
}
