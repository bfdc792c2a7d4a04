package licet.web.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Makes the JVM's cache of loaded and linked classes for this build, before the first start answers. A stop ends it; the
 * next start begins it again.
 */
record AotTraining(Path cache, Path jar, Path dataFolder) {
    /** Where the launcher wants the cache, when it wants one and there is none yet. */
    static Optional<AotTraining> find(Path dataFolder) {
        var jar = Path.of(System.getProperty("java.class.path"));
        return Optional.ofNullable(System.getProperty("licet.aot.cache"))
                .map(Path::of)
                .filter(cache -> !Files.exists(cache) && Files.isRegularFile(jar))
                .map(cache -> new AotTraining(cache, jar, dataFolder));
    }

    Running begin() throws IOException {
        Files.createDirectories(cache.toAbsolutePath().getParent());
        clear();
        var draft = cache.resolveSibling("training.aot");
        var process = new ProcessBuilder(command(draft))
                .redirectErrorStream(true)
                .redirectOutput(cache.resolveSibling("training.log").toFile())
                .start();
        return new Running(process, process.onExit().thenAccept(ended -> keep(ended, draft)));
    }

    /** A training under way. Closing ends it, with the second process that the JVM starts to write the cache. */
    record Running(Process process, CompletableFuture<Void> kept) implements AutoCloseable {
        /** Returns whether it ended in time. */
        boolean await(Duration patience) {
            return kept.copy()
                    .completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS)
                    .thenApply(_ -> kept.isDone())
                    .join();
        }

        @Override
        public void close() {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private List<String> command(Path draft) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:AOTCacheOutput=" + draft,
                "--sun-misc-unsafe-memory-access=allow",
                "-Dfile.encoding=UTF-8",
                "-jar",
                jar.toString(),
                "train",
                "--data=" + dataFolder);
    }

    /** Caches of earlier builds are of no use any more. */
    private void clear() throws IOException {
        try (var files = Files.list(cache.toAbsolutePath().getParent())) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private void keep(Process ended, Path draft) {
        try {
            if (ended.exitValue() == 0 && Files.exists(draft)) {
                Files.move(draft, cache, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException problem) {
            // The next start trains again.
            Terminal.system().warn("no-training", String.valueOf(problem.getMessage()));
        }
    }
}
