package licet.tests.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import licet.registry.platform.Database;
import licet.registry.platform.http.Scope;
import licet.registry.testing.GeneratedModels;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

/** The commands that pipelines call: what they answer, and that nothing that goes wrong looks like an answer. */
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class AskingCommandsTest {
    private static final TestRegistry REGISTRY = TestRegistry.filled(Map.of("licet.jobs.enabled", "false"));
    private static final String PERMITTED = "Qwen/QwQ-32B";
    private static final String UNREAD = "nobody/nothing";
    private static final String USE = "eu-internal-tool";

    @TempDir
    private Path scratch;

    private final String token = REGISTRY.token(Scope.GATE);

    @AfterAll
    static void stop() {
        REGISTRY.stop();
    }

    private Shell.Outcome online(String... words) throws IOException, InterruptedException {
        var address = REGISTRY.uri("").toString();
        return new Shell(scratch, Map.of("LICET_SERVER", address, "LICET_TOKEN", token, "LICET_DEPLOYMENT", USE))
                .licet(words);
    }

    private Shell.Outcome offline(String... words) throws IOException, InterruptedException {
        return new Shell(scratch, Map.of()).licet(words);
    }

    @Test
    void theExitCodeIsTheAnswer() throws Exception {
        assertThat(online("check", PERMITTED).exit()).isZero();
        assertThat(online("check", "--wait", "0", PERMITTED, UNREAD).exit()).isEqualTo(2);
        var refused = online("check", "--wait", "0", PERMITTED, "gpt2");
        assertThat(refused.exit()).as("no name of a model").isEqualTo(3);
        assertThat(refused.out()).contains("gpt2").contains("owner/name");
        assertThat(online("check", "--deployment", "nobody", PERMITTED).exit()).isEqualTo(3);
    }

    @Test
    void whatGoesWrongIsNeverAnAnswer() throws Exception {
        record Wrong(List<String> words, Map<String, String> settings, String says) {}
        var server = REGISTRY.uri("").toString();
        for (var wrong : List.of(
                new Wrong(List.of("check"), Map.of(), "nothing to check"),
                new Wrong(List.of("check", "--format", "xml", PERMITTED), Map.of(), "sarif"),
                new Wrong(List.of("check", "--nonsense"), Map.of(), "--nonsense"),
                new Wrong(List.of("check", PERMITTED, "--server", server), Map.of(), "LICET_TOKEN"),
                new Wrong(
                        List.of("check", PERMITTED, "--deployment", USE, "--server", "http://registry.example"),
                        Map.of("LICET_TOKEN", "x"),
                        "https"),
                new Wrong(
                        List.of("check", PERMITTED, "--deployment", USE, "--server", "http://127.0.0.1:9"),
                        Map.of("LICET_TOKEN", "x"),
                        "127.0.0.1:9"),
                new Wrong(List.of("check", PERMITTED, "--server", server), Map.of("LICET_TOKEN", "x"), "--deployment"),
                new Wrong(List.of("scan", "nowhere"), Map.of(), "nowhere"),
                new Wrong(List.of("check", "--bom", "nowhere.json"), Map.of(), "nowhere.json"),
                new Wrong(List.of("obligations", PERMITTED), Map.of(), "--server"))) {
            var outcome =
                    new Shell(scratch, wrong.settings()).licet(wrong.words().toArray(String[]::new));
            assertThat(outcome.exit()).as(wrong.words() + outcome.out()).isEqualTo(3);
            assertThat(outcome.out() + outcome.err()).contains(wrong.says()).doesNotContain("\tat ");
        }
    }

    @Test
    void withoutAServerThePublicLicensesAnswer() throws Exception {
        var permitted = offline("check", PERMITTED);
        assertThat(permitted.exit()).as(permitted.err()).isZero();
        assertThat(offline("check", "no-such/model").exit()).isEqualTo(2);
        var explained = offline("explain", PERMITTED);
        assertThat(explained.out()).contains("apache-2.0/grant/use");
        var model = Files.createDirectories(scratch.resolve("models--acme--mine/snapshots/" + "a".repeat(40)));
        Files.writeString(model.resolve("README.md"), "---\nlicense: apache-2.0\n---\n");
        Files.writeString(model.resolve("config.json"), "{\"model_type\": \"llama\"}");
        assertThat(offline("check", "./models--acme--mine").exit()).isIn(0, 2);
    }

    @Test
    void aPolicyRunsItsOwnTests() throws Exception {
        var good = Path.of(
                System.getProperty("licet.root"),
                "license-rules/src/main/resources/licet/samples/policies/balanced.yaml");
        assertThat(offline("policy", "test", good.toString()).exit()).isZero();
        var bad = Files.writeString(scratch.resolve("bad.yaml"), "schema: 1\npolicy: bad\n");
        assertThat(offline("policy", "test", bad.toString()).exit()).isEqualTo(1);
        assertThat(offline("policy", "test", "missing.yaml").exit()).isEqualTo(3);
    }

    @Test
    void aRepositoryIsScannedAndLocked() throws Exception {
        var repository = Files.createDirectories(scratch.resolve("repo"));
        Files.writeString(repository.resolve("app.py"), "import x\nm = from_pretrained(\"" + PERMITTED + "\")\n");
        Files.writeString(repository.resolve("run.sh"), "vllm serve " + UNREAD + "\n");
        var lock = scratch.resolve("huggingface.lock.yaml");
        var scanned = online(
                "scan", repository.toString(), "--wait", "0", "--format", "json", "--write-lock", lock.toString());
        assertThat(scanned.exit()).as(scanned.err()).isEqualTo(2);
        var json = new ObjectMapper().readTree(scanned.out());
        assertThat(json.get("models")).hasSize(2);
        assertThat(json.at("/models/0/place/file").asText()).isEqualTo("app.py");
        assertThat(json.at("/models/0/place/line").asInt()).isEqualTo(2);
        assertThat(json.at("/models/0/result").asText()).isEqualTo("permitted");
        assertThat(json.at("/models/1/result").asText()).isEqualTo("needs");
        assertThat(Files.readString(lock))
                .contains("repository: \"" + PERMITTED + "\"")
                .doesNotContain(UNREAD);
        assertThat(online("check", "--lock", lock.toString()).exit()).isZero();
    }

    @Test
    void everyFormatSaysTheSame() throws Exception {
        var repository = Files.createDirectories(scratch.resolve("repo"));
        Files.writeString(repository.resolve("app.py"), "from_pretrained(\"" + PERMITTED + "\")\n");
        Files.writeString(repository.resolve("<b>&|.sh"), "vllm serve " + UNREAD + "\n");
        var written = new ArrayList<String>();
        for (var format : List.of("text", "json", "sarif", "junit", "markdown")) {
            var out = scratch.resolve("report." + format);
            var outcome =
                    online("scan", repository.toString(), "--wait", "0", "--format", format, "--out", out.toString());
            assertThat(outcome.exit()).as(format + outcome.err()).isEqualTo(2);
            assertThat(Files.readString(out)).contains(UNREAD.substring(UNREAD.indexOf('/') + 1));
            written.add(Files.readString(out));
        }
        var sarif = new ObjectMapper().readTree(written.get(2));
        assertThat(sarif.get("version").asText()).isEqualTo("2.1.0");
        assertThat(sarif.at("/runs/0/results")).isNotEmpty();
        assertThat(sarif.at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("%3Cb%3E&%7C.sh");
        var xml = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(written.get(3))));
        assertThat(xml.getElementsByTagName("testcase").getLength()).isEqualTo(2);
        assertThat(xml.getElementsByTagName("failure").getLength()).isEqualTo(1);
        assertThat(written.get(4)).contains("\\<b\\>&\\|");
    }

    @Test
    void obligationsComeAsTheFilesThatAreShipped() throws Exception {
        var notice = scratch.resolve("NOTICE");
        var outcome = online("obligations", PERMITTED, "--out", notice.toString());
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(notice).exists();
        var list = online("obligations", PERMITTED);
        assertThat(list.out()).contains(PERMITTED);
    }

    /** More than 500 questions over HTTP, by the command and out of a bill of materials: the same answers. */
    @Test
    void theCommandTheBillOfMaterialsAndTheGateAgree() throws Exception {
        var models = new ArrayList<>(GeneratedModels.load(REGISTRY, 140));
        models.addAll(REGISTRY.bean(Database.class)
                .read(sql -> sql.list(
                        "SELECT owner || '/' || name AS model FROM model WHERE current_conclusion_id IS NOT NULL"
                                + " AND owner NOT IN ('', 'generated') AND source = 'recorded' ORDER BY 1",
                        row -> row.getString("model"))));
        var mapper = new ObjectMapper();
        var components = models.stream()
                .map(model -> Map.of("type", "machine-learning-model", "name", model))
                .toList();
        var bom = Files.writeString(
                scratch.resolve("all.cdx.json"),
                mapper.writeValueAsString(
                        Map.of("bomFormat", "CycloneDX", "specVersion", "1.6", "components", components)));
        int asked = 0;
        for (var use : List.of(USE, "us-hosted-service", "large-customer-product")) {
            var words = new ArrayList<>(List.of("check", "--format", "json", "--deployment", use));
            words.addAll(models);
            var byName =
                    mapper.readTree(online(words.toArray(String[]::new)).out()).get("models");
            var byBom = mapper.readTree(
                            online("check", "--format", "json", "--deployment", use, "--bom", bom.toString())
                                    .out())
                    .get("models");
            for (int i = 0; i < models.size(); i++) {
                var gate = mapper.readTree(
                        REGISTRY.get("/api/v1/gate/" + models.get(i) + "?report=true&deployment=" + use, token)
                                .body());
                for (var said : List.of(byName.get(i), byBom.get(i))) {
                    assertThat(said.at("/verdict/verdict")).as(models.get(i)).isEqualTo(gate.get("verdict"));
                    assertThat(said.at("/verdict/reasons")).isEqualTo(gate.get("reasons"));
                    assertThat(said.at("/verdict/permitted")).isEqualTo(gate.get("permitted"));
                }
                asked++;
            }
        }
        assertThat(asked).isGreaterThan(500);
    }
}
