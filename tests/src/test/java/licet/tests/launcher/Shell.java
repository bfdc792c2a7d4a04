package licet.tests.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the launcher of this checkout to its end. */
record Shell(Path scratch, Map<String, String> settings) {
    private static final Path LAUNCHER = Path.of(System.getProperty("licet.root"), "licet");
    private static final long LIMIT_SECONDS = 120;

    record Outcome(int exit, String out, String err) {
        List<String> errLines() {
            return err.lines().toList();
        }
    }

    Outcome licet(String... words) throws IOException, InterruptedException {
        var out = Files.createTempFile(scratch, "out", null);
        var err = Files.createTempFile(scratch, "err", null);
        var process = start(out, err, words);
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new IOException("no end after " + LIMIT_SECONDS + " s: " + List.of(words));
        }
        return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    Process start(Path out, Path err, String... words) throws IOException {
        var command = new ArrayList<>(List.of(LAUNCHER.toString()));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command)
                .directory(scratch.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        // What this build was called with must not decide what the launcher does.
        builder.environment().keySet().removeIf(name -> name.startsWith("LICET_") || name.equals("JAVA_TOOL_OPTIONS"));
        builder.environment().putAll(Map.of("LICET_AOT", "off", "LICET_BUILD", "off"));
        builder.environment().putAll(settings);
        return builder.start();
    }
}
