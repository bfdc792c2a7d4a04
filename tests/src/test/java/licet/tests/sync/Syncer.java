package licet.tests.sync;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import licet.registry.postgres.Login;
import org.jspecify.annotations.Nullable;

/** A {@link SyncChild} as its parent sees it. */
final class Syncer implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;
    private final BufferedWriter in;

    private Syncer(Process process) {
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.in = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param options of its Java
     */
    static Syncer start(Login database, String endpoint, List<String> options) throws IOException {
        var builder = ChildJvm.of(SyncChild.class, options).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment()
                .putAll(Map.of(
                        "HF_ENDPOINT", endpoint,
                        "HF_TOKEN_PATH", Path.of("no-token").toString(),
                        "DATASOURCES_DEFAULT_URL", database.url(),
                        "DATASOURCES_DEFAULT_USERNAME", database.user(),
                        "DATASOURCES_DEFAULT_PASSWORD", database.password()));
        var syncer = new Syncer(builder.start());
        syncer.await(SyncChild.READY);
        return syncer;
    }

    /** Brings a watch up to date. */
    Report sync(String watch) throws IOException {
        begin(watch);
        return Report.parse(await(SyncChild.REPORT).substring(SyncChild.REPORT.length()));
    }

    /** Ends it as a power cut would, after so many steps. Returns whether it was still at work. */
    boolean killAfter(String watch, int steps) throws IOException, InterruptedException {
        begin(watch);
        boolean atWork = true;
        for (int i = 0; i < steps && atWork; i++) {
            atWork = SyncChild.STEP.equals(next());
        }
        process.destroyForcibly().waitFor();
        return atWork;
    }

    @Override
    public void close() throws IOException {
        try (out) {
            if (process.isAlive()) {
                in.close();
            }
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    private void begin(String watch) throws IOException {
        in.write(watch + "\n");
        in.flush();
    }

    private String await(String beginning) throws IOException {
        String line = next();
        while (!line.startsWith(beginning)) {
            line = next();
        }
        return line;
    }

    /** What the product logs between is passed on. */
    private String next() throws IOException {
        for (@Nullable String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.equals(SyncChild.READY) || line.equals(SyncChild.STEP) || line.startsWith(SyncChild.REPORT)) {
                return line;
            }
            System.err.println("sync: " + line);
        }
        throw new IOException(
                "the sync ended with exit code " + process.onExit().join().exitValue());
    }
}
