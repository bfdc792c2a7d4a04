package licet.tests.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import licet.registry.platform.http.Scope;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The very steps of the templates, run against a real server in the environment that their system gives them. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class CiTemplatesTest {
    private static final TestRegistry REGISTRY = TestRegistry.filled(Map.of("licet.jobs.enabled", "false"));
    private static final Path CI = Path.of(System.getProperty("licet.root"), "ci");
    private static final String PERMITTED = "Qwen/QwQ-32B";

    @TempDir
    private Path scratch;

    private final String token = REGISTRY.token(Scope.GATE);

    @AfterAll
    static void stop() {
        REGISTRY.stop();
    }

    private record Ended(int exit, String out) {}

    private Ended run(String step, Map<String, String> environment) throws IOException, InterruptedException {
        var out = Files.createTempFile(scratch, "step", ".out");
        var builder = new ProcessBuilder("bash", "-c", step)
                .directory(scratch.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("LICET_"));
        builder.environment().putAll(environment);
        var process = builder.start();
        assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), Files.readString(out));
    }

    private static Map<?, ?> yaml(Path file) throws IOException {
        return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
    }

    /** As GitHub fills in what stands between the braces. */
    private Ended github(Map<String, String> inputs, Map<String, String> more)
            throws IOException, InterruptedException {
        var action = yaml(CI.resolve("github/action.yml"));
        var step = (Map<?, ?>)
                ((List<?>) ((Map<?, ?>) Objects.requireNonNull(action.get("runs"))).get("steps")).getFirst();
        var environment = new HashMap<String, String>(more);
        environment.put("GITHUB_ACTION_PATH", CI.resolve("github").toString());
        environment.put("GITHUB_ACTIONS", "true");
        environment.put("GITHUB_STEP_SUMMARY", scratch.resolve("summary.md").toString());
        ((Map<?, ?>) step.get("env")).forEach((name, value) -> {
            var input = value.toString().replaceAll("^\\$\\{\\{ inputs\\.(.*) }}$", "$1");
            var declared = (Map<?, ?>) ((Map<?, ?>) action.get("inputs")).get(input);
            var preset = declared.get("default");
            environment.put(name.toString(), inputs.getOrDefault(input, preset == null ? "" : preset.toString()));
        });
        return run(step.get("run").toString(), environment);
    }

    private Map<String, String> inputs(String... more) {
        var all = new HashMap<String, String>(Map.of(
                "server", REGISTRY.uri("").toString(), "deployment", "eu-internal-tool", "token", token, "wait", "0"));
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    @Test
    void theStepOnGitHubEndsWithTheAnswer() throws Exception {
        var junit = scratch.resolve("junit.xml");
        var good =
                github(inputs("models", PERMITTED + "\n" + PERMITTED + "@main", "junit", junit.toString()), Map.of());
        assertThat(good.exit()).as(good.out()).isZero();
        assertThat(Files.readString(scratch.resolve("summary.md"))).contains("permitted");
        var needs = github(inputs("models", PERMITTED + " nobody/<b>nothing"), Map.of());
        assertThat(needs.exit()).as("not a name: " + needs.out()).isEqualTo(3);
        var more = github(inputs("models", PERMITTED + " nobody/nothing", "junit", junit.toString()), Map.of());
        assertThat(more.exit()).as(more.out()).isEqualTo(2);
        assertThat(more.out()).contains("::error title=Licet::nobody/nothing");
        var tests =
                DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(junit.toFile());
        assertThat(tests.getElementsByTagName("testcase").getLength()).isEqualTo(2);
        assertThat(tests.getElementsByTagName("failure").getLength()).isEqualTo(1);
        assertThat(good.out() + needs.out() + more.out()).doesNotContain(token);
    }

    @Test
    void locksAndBillsOfMaterialsAreRead() throws Exception {
        var commit = new ObjectMapper()
                .readTree(REGISTRY.get("/api/v1/gate/" + PERMITTED + "?deployment=eu-internal-tool", token)
                        .body())
                .at("/model/revision")
                .asText();
        Files.writeString(scratch.resolve("huggingface.lock.yaml"), """
                metadata:
                  version: "1.0"
                models:
                  - repository: "%s"
                    revision: "%s"
                    type: "model"
                  - repository: acme/corpus
                    revision: "%s"
                    type: dataset
                """.formatted(PERMITTED, commit, commit));
        var locked = github(inputs("lock", "huggingface.lock.yaml"), Map.of());
        assertThat(locked.exit()).as(locked.out()).isZero();
        assertThat(locked.out()).doesNotContain("corpus");
        Files.writeString(scratch.resolve("app.cdx.json"), """
                {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
                  {"type": "machine-learning-model", "name": "%s"},
                  {"type": "machine-learning-model", "name": "house-blend"}]}
                """.formatted(PERMITTED));
        var bom = github(inputs("bom", "app.cdx.json"), Map.of());
        assertThat(bom.exit()).as(bom.out()).isEqualTo(2);
        assertThat(bom.out()).contains("house-blend");
    }

    @Test
    void theIdentityTokenOfTheJobIsAskedForAndSent() throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/identity", call -> {
            try (call) {
                boolean known =
                        "Bearer of-the-job".equals(call.getRequestHeaders().getFirst("Authorization"))
                                && call.getRequestURI().getQuery().endsWith("audience=licet");
                var body = ("{\"value\": \"" + token + "\"}").getBytes(UTF_8);
                call.sendResponseHeaders(known ? 200 : 403, body.length);
                call.getResponseBody().write(body);
            }
        });
        server.start();
        var address = "http://127.0.0.1:" + server.getAddress().getPort() + "/identity?version=1";
        var without = inputs("models", PERMITTED);
        without.put("token", "");
        var job = Map.of("ACTIONS_ID_TOKEN_REQUEST_URL", address, "ACTIONS_ID_TOKEN_REQUEST_TOKEN", "of-the-job");
        assertThat(github(without, job).exit()).isZero();
        assertThat(github(without, Map.of()).exit()).as("no token at all").isEqualTo(3);
        server.stop(0);
    }

    @Test
    void theScriptOfGitLabIsTheSame() throws Exception {
        var job = (Map<?, ?>) yaml(CI.resolve("gitlab/licet.gitlab-ci.yml")).get(".licet-gate");
        var script = String.join(
                "\n",
                ((List<?>) job.get("script")).stream().map(Object::toString).toList());
        var environment = new HashMap<String, String>();
        ((Map<?, ?>) job.get("variables")).forEach((name, value) -> environment.put(name.toString(), value.toString()));
        environment.putAll(Map.of(
                "LICET_SCRIPT",
                CI.resolve("licet-gate.sh").toString(),
                "LICET_SERVER",
                REGISTRY.uri("").toString(),
                "LICET_DEPLOYMENT",
                "eu-internal-tool",
                "LICET_ID_TOKEN",
                token,
                "LICET_MODELS",
                PERMITTED));
        var ended = run(script, environment);
        assertThat(ended.exit()).as(ended.out()).isZero();
        assertThat(scratch.resolve("licet-junit.xml")).exists();
    }

    @Test
    void whatGoesWrongIsNeverAnAnswer() throws Exception {
        record Wrong(Map<String, String> inputs, String says) {}
        for (var wrong : List.of(
                new Wrong(inputs("models", PERMITTED, "server", ""), "LICET_SERVER"),
                new Wrong(inputs("models", PERMITTED, "server", "http://licet.example"), "https"),
                new Wrong(inputs("models", PERMITTED, "server", "http://127.0.0.1:9"), "does not answer"),
                new Wrong(inputs("models", PERMITTED, "token", "lct_a_wrong"), "401"),
                new Wrong(inputs("models", PERMITTED, "deployment", "nobody"), "deployment"),
                new Wrong(inputs("models", "  "), "nothing to ask"),
                new Wrong(inputs("lock", "missing.yaml"), "missing.yaml"),
                new Wrong(inputs("bom", "missing.json"), "missing.json"))) {
            var ended = github(wrong.inputs(), Map.of());
            assertThat(ended.exit()).as(wrong.says() + ended.out()).isEqualTo(3);
            assertThat(ended.out()).contains(wrong.says());
        }
    }
}
