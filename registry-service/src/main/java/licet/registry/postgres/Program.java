package licet.registry.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the programs of PostgreSQL with an environment of their own: no PG* variable of the caller may steer them. */
final class Program {
    private static final int NOT_STARTED = 127;

    private Program() {}

    record Outcome(int exit, String output) {
        boolean succeeded() {
            return exit == 0;
        }

        String lastLine() {
            return output.strip().lines().reduce((_, next) -> next).orElse("exit code " + exit);
        }
    }

    static Process start(List<String> command, Path log) throws IOException {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        var path = System.getenv("PATH");
        builder.environment().clear();
        builder.environment().put("PATH", path == null ? "/usr/bin:/bin" : path);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("TZ", "UTC");
        return builder.start();
    }

    /** Runs to the end; what the program printed goes through a file, so that no pipe can fill up. */
    static Outcome run(List<String> command, Path scratch, Duration limit) {
        try {
            var output = Files.createTempFile(scratch, "output", ".txt");
            try {
                var process = start(command, output);
                var ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
                if (!ended) {
                    process.destroyForcibly();
                }
                return new Outcome(
                        ended ? process.exitValue() : NOT_STARTED, Files.readString(output, StandardCharsets.UTF_8));
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException problem) {
            return new Outcome(NOT_STARTED, String.valueOf(problem.getMessage()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Outcome(NOT_STARTED, "interrupted");
        }
    }
}
