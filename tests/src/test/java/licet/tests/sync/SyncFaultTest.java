package licet.tests.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import licet.tests.standin.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A Hub that fails and a process that is killed cost time, and nothing else. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class SyncFaultTest {
    private static final List<String> OPTIONS = List.of("-Xmx256m", "-XX:TieredStopAtLevel=1");

    @Test
    void endsWithTheSameEvidenceAndTheSameConclusions() throws Exception {
        var disturbed = new Disturbed(new World(5, 2_000, 2, 0.02), Duration.ofMillis(500), OPTIONS);
        var result = disturbed.run();
        assertThat(result.kills()).isEqualTo(5);
        assertThat(result.faults().failed()).isGreaterThan(10);
        assertThat(result.peaceful().evidence()).hasSizeGreaterThan(30);
        assertThat(result.peaceful().conclusions()).hasSizeGreaterThan(30);
        assertThat(result.disturbed().models()).isEqualTo(result.peaceful().models());
        assertThat(result.disturbed().evidence()).isEqualTo(result.peaceful().evidence());
        assertThat(result.disturbed().conclusions()).isEqualTo(result.peaceful().conclusions());
    }
}
