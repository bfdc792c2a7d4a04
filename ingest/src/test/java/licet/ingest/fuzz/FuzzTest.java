package licet.ingest.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Feeds every reader with nonsense for a while, beginning with the kept inputs, two readers at a time. {@code ./licet
 * fuzz} does it for longer with {@code -Dlicet.fuzz.seconds}; what it finds lies in {@code ingest/target/fuzz}.
 */
class FuzzTest {
    private static final int SECONDS = Integer.getInteger("licet.fuzz.seconds", 20);

    @Test
    void noInputCrashesHangsOrEatsMemory() throws Exception {
        Path results = Path.of("target/fuzz").toAbsolutePath();
        try (var pool = Executors.newFixedThreadPool(2)) {
            var runs = Stream.of(FuzzTarget.values())
                    .<Callable<String>>map(target -> new FuzzProcess(target, SECONDS, results)::findings)
                    .toList();
            for (var run : pool.invokeAll(runs)) {
                assertThat(run.get()).isEmpty();
            }
        }
    }
}
