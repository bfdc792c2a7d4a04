package licet.ingest.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs Jazzer on one target in a process of its own, whose memory is small enough for a leak to show. */
record FuzzProcess(FuzzTarget target, int seconds, Path results) {
    private static final int HANG_SECONDS = 25;
    private static final int MEMORY_MB = 1_024;
    private static final int HEAP_MB = 256;

    /** @return what Jazzer said last; empty when it found nothing */
    String findings() throws IOException, InterruptedException {
        Path found = Files.createDirectories(results.resolve(target.folder()));
        Path log = results.resolve(target.folder() + ".log");
        var process = new ProcessBuilder(command(found))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(seconds + 120L, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return target.folder() + " did not end; see " + log;
        }
        List<String> said = Files.readAllLines(log);
        return process.exitValue() == 0
                ? ""
                : String.join("\n", said.subList(Math.max(0, said.size() - 60), said.size()));
    }

    private List<String> command(Path found) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP_MB + "m",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.className(),
                "--instrumentation_includes=licet.ingest.**",
                "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.*",
                "--reproducer_path=" + results,
                "-artifact_prefix=" + results + "/" + target.folder() + "-",
                "-max_total_time=" + seconds,
                "-timeout=" + HANG_SECONDS,
                "-rss_limit_mb=" + MEMORY_MB,
                "-max_len=20000",
                found.toString(),
                target.inputs());
    }
}
