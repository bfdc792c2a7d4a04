package licet.rules.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Feeds every reader with nonsense for a while, beginning with the kept inputs. {@code ./licet fuzz} does it for longer
 * with {@code -Dlicet.fuzz.seconds}; what it finds lies in {@code license-rules/target/fuzz}.
 */
class FuzzTest {
    private static final int SECONDS = Integer.getInteger("licet.fuzz.seconds", 20);

    @ParameterizedTest
    @EnumSource(FuzzTarget.class)
    void no_input_crashes_hangs_or_eats_memory(FuzzTarget target) {
        var process = new FuzzProcess(
                target, SECONDS, Path.of("target/fuzz", target.folder()).toAbsolutePath());
        var result = process.run();
        assertThat(result.isClean()).as(String.join("\n", result.output())).isTrue();
    }
}
