package licet.rules.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs Jazzer on one target in a process of its own, so that a hang or a memory leak ends that process and not the
 * tests. New inputs that reach new code are put into {@code found}; the ones to begin with are only read.
 */
record FuzzProcess(FuzzTarget target, int seconds, Path found) {
    private static final int HANG_SECONDS = 25;
    private static final int MEMORY_MB = 2_048;
    private static final int HEAP_MB = 1_024;

    /** @param output the last lines of what Jazzer said */
    record Result(int exit, List<String> output) {
        boolean isClean() {
            return exit == 0;
        }
    }

    Result run() {
        try {
            Files.createDirectories(found);
            Path log = found.resolveSibling(target.folder() + ".log");
            var process = new ProcessBuilder(command())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!process.waitFor(seconds + 120L, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("fuzzing " + target.folder() + " did not end; see " + log);
            }
            var lines = Files.readAllLines(log);
            return new Result(process.exitValue(), lines.subList(Math.max(0, lines.size() - 60), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while fuzzing " + target.folder(), e);
        }
    }

    private List<String> command() {
        var all = new ArrayList<String>();
        all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        all.add("-Xmx" + HEAP_MB + "m");
        all.add("-XX:+EnableDynamicAgentLoading");
        all.add("--enable-native-access=ALL-UNNAMED");
        all.add("--sun-misc-unsafe-memory-access=allow");
        all.add("-cp");
        all.add(System.getProperty("java.class.path"));
        all.add("com.code_intelligence.jazzer.Jazzer");
        all.add("--target_class=" + target.className());
        all.add("--instrumentation_includes=licet.rules.**");
        all.add("--disabled_hooks=com.code_intelligence.jazzer.sanitizers.*");
        all.add("--reproducer_path=" + found.getParent());
        all.add("-artifact_prefix=" + found.getParent() + "/" + target.folder() + "-");
        all.add("-max_total_time=" + seconds);
        all.add("-timeout=" + HANG_SECONDS);
        all.add("-rss_limit_mb=" + MEMORY_MB);
        all.add("-max_len=20000");
        all.add(found.toString());
        all.addAll(target.inputs());
        return all;
    }
}
