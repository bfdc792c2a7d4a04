package licet.tests.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A product started by `./licet serve`, up to its address line. */
record Served(Process process, URI address, Path out) implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final Pattern ADDRESS = Pattern.compile("Licet answers at (http://\\S+)");

    static Served start(Shell shell, Path data) throws IOException, InterruptedException {
        var out = Files.createTempFile(shell.scratch(), "served", ".out");
        var err = Files.createTempFile(shell.scratch(), "served", ".err");
        var process = shell.start(out, err, "serve", "--port", "0", "--data", data.toString());
        var deadline = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < deadline && !process.waitFor(100, TimeUnit.MILLISECONDS)) {
            var said = ADDRESS.matcher(Files.readString(out));
            if (said.find()) {
                return new Served(process, URI.create(said.group(1)), out);
            }
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw new IOException("did not start: " + Files.readString(out) + Files.readString(err));
    }

    int status(String path) throws IOException, InterruptedException {
        return ask(HttpRequest.newBuilder(address.resolve(path)));
    }

    int status(String path, String token) throws IOException, InterruptedException {
        return ask(HttpRequest.newBuilder(address.resolve(path)).header("Authorization", "Bearer " + token));
    }

    private static int ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    /** As a power cut of the whole machine ends it. */
    void killTree() throws InterruptedException {
        var tree = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        tree.forEach(ProcessHandle::destroyForcibly);
        process.waitFor();
    }

    void killJavaAlone() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As Ctrl-C ends it; returns the exit code. */
    int stop() throws InterruptedException {
        process.destroy();
        return process.waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        stop();
    }
}
