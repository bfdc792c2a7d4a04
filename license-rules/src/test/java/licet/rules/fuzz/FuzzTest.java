package licet.rules.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Feeds every reader with nonsense for a while, beginning with the kept inputs, two readers at a time. {@code ./licet
 * fuzz} does it for longer with {@code -Dlicet.fuzz.seconds}; what it finds lies in {@code license-rules/target/fuzz}.
 */
class FuzzTest {
    private static final int SECONDS = Integer.getInteger("licet.fuzz.seconds", 20);

    @Test
    void no_input_crashes_hangs_or_eats_memory() throws Exception {
        try (var pool = Executors.newFixedThreadPool(2)) {
            var runs = Stream.of(FuzzTarget.values())
                    .<Callable<FuzzProcess.Result>>map(target -> process(target)::run)
                    .toList();
            for (var run : pool.invokeAll(runs)) {
                var result = run.get();
                assertThat(result.isClean())
                        .as(String.join("\n", result.output()))
                        .isTrue();
            }
        }
    }

    private static FuzzProcess process(FuzzTarget target) {
        return new FuzzProcess(
                target, SECONDS, Path.of("target/fuzz", target.folder()).toAbsolutePath());
    }
}
