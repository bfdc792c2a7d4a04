package licet.tests.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a person does on the terminal is found by everyone else, whether a server runs meanwhile or not. */
@Timeout(value = 12, unit = TimeUnit.MINUTES)
class ImportAndSyncTest {
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    Path scratch;

    @Test
    void withoutAServerAndBesideOne() throws Exception {
        var outcome = licet("import", cache("before").toString());
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out())
                .contains("acme/before at local:" + COMMIT + ": apache-2.0")
                .contains("made from acme/elsewhere, which is not on record")
                .contains("1 taken, 1 new, 0 skipped");
        var status = licet("sync", "status");
        assertThat(status.out()).contains("Nothing is watched yet");
        try (var served = Served.start(shell(), Path.of(data()))) {
            String token = createToken();
            assertFound(served.address(), token, "before");
            assertMixedImport();
            assertFound(served.address(), token, "beside");
            assertThat(body(served.address().resolve("/api/v1/models?q=listed/"), token))
                    .contains("\"tier\":\"listed\"");
            assertSync();
        }
        assertThat(licet("audit", "verify").exit()).isZero();
    }

    /** A cache, a list with a mistake, a good list and a folder that is none, at once. */
    private void assertMixedImport() throws IOException, InterruptedException {
        var bad = Files.writeString(scratch.resolve("bad.csv"), "good/one\na b\n");
        var good = Files.writeString(scratch.resolve("good.json"), "[\"listed/one\"]");
        var outcome = licet(
                "import",
                "--listed",
                bad.toString(),
                good.toString(),
                scratch.resolve("nothing").toString(),
                cache("beside").toString());
        assertThat(outcome.exit()).as(outcome.err()).isEqualTo(8);
        assertThat(outcome.out()).contains("acme/beside at local:" + COMMIT, "1 models, 1 new names, 0 new watches");
        assertThat(outcome.errLines())
                .anySatisfy(line -> assertThat(line).contains("bad.csv:2:1: model"))
                .anySatisfy(line -> assertThat(line).contains("nothing", "not found"));
    }

    private void assertSync() throws IOException, InterruptedException {
        var status = licet("sync", "status");
        assertThat(status.out()).contains("model deepseek-ai/DeepSeek-V3 (", "no run yet");
        var outcome = licet("sync", "--watch", "deepseek-ai/DeepSeek-V3");
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("model deepseek-ai/DeepSeek-V3: done: 1 listed");
        assertThat(licet("sync", "status").out()).contains("done: 1 listed");
        assertThat(licet("sync").out()).contains("Nothing is due");
        var unknown = licet("sync", "--watch", "nobody");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.errLines()).singleElement().asString().contains("nobody", "./licet sync status");
        var other = licet("sync", "--all", "--hub", "live");
        assertThat(other.exit()).isEqualTo(1);
        assertThat(other.errLines()).singleElement().asString().contains("--hub");
    }

    private static void assertFound(URI server, String token, String model) throws IOException, InterruptedException {
        assertThat(body(server.resolve("/api/v1/models?q=acme/" + model), token))
                .contains("\"source\":\"local\"", "\"license\":\"apache-2.0\"");
        assertThat(body(server.resolve("/api/v1/models/acme/" + model + "?source=local"), token))
                .contains("local:" + COMMIT);
    }

    private static String body(URI address, String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(30))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    private Path cache(String name) throws IOException {
        var hub = scratch.resolve("cache of " + name);
        var repository = Files.createDirectories(hub.resolve("models--acme--" + name));
        var snapshot = Files.createDirectories(repository.resolve("snapshots").resolve(COMMIT));
        Files.writeString(Files.createDirectories(repository.resolve("refs")).resolve("main"), COMMIT);
        Files.writeString(
                snapshot.resolve("README.md"), "---\nlicense: apache-2.0\nbase_model: acme/elsewhere\n---\nA model.\n");
        Files.writeString(snapshot.resolve("pytorch_model.bin"), "weights of " + name);
        return hub;
    }

    private String createToken() throws IOException, InterruptedException {
        var outcome = licet("token", "create", "--name", "reader", "--scope", "read");
        return outcome.out().lines().toList().getLast();
    }

    private Shell.Outcome licet(String... words) throws IOException, InterruptedException {
        var all = new java.util.ArrayList<>(List.of(words));
        all.addAll(List.of("--data", data()));
        return shell().licet(all.toArray(String[]::new));
    }

    private Shell shell() {
        return new Shell(scratch, Map.of("LICET_JAVA_HOME", System.getProperty("java.home")));
    }

    private String data() {
        return scratch.resolve("my data").toString();
    }
}
