package licet.tests.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import licet.registry.platform.Database;
import licet.registry.platform.http.Scope;
import licet.registry.testing.TestRegistry;
import licet.tests.standin.NpmClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every recorded model as CycloneDX and SPDX, valid by the schemas that their makers publish. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class BomDocumentsTest {
    private static final TestRegistry REGISTRY = TestRegistry.filled(Map.of("licet.jobs.enabled", "false"));
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String USE = "eu-internal-tool";

    @TempDir
    private Path folder;

    private final String reader = REGISTRY.token(Scope.READ);
    private final String writer = REGISTRY.token(Scope.WRITE);

    @AfterAll
    static void stop() {
        REGISTRY.stop();
    }

    private static List<String> models() {
        return REGISTRY.bean(Database.class)
                .read(sql -> sql.list(
                        "SELECT owner || '/' || name AS model FROM model WHERE current_conclusion_id IS NOT NULL"
                                + " AND owner <> '' AND name_lost_at IS NULL ORDER BY 1",
                        row -> row.getString("model")));
    }

    private JsonNode get(String path) throws IOException {
        var answer = REGISTRY.get(path, reader);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
        return MAPPER.readTree(answer.body());
    }

    private HttpResponse<String> send(String method, String path, String token, String body) {
        return REGISTRY.send(REGISTRY.request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    @Test
    void everyModelIsValidCycloneDx() throws IOException {
        var schema = schema("bom-1.6.schema.json");
        for (var model : models()) {
            var bom = get("/api/v1/models/" + model + "/bom?deployment=" + USE);
            assertThat(schema.validate(bom)).as(model).isEmpty();
            var component = bom.at("/components/0");
            assertThat(component.get("purl").asText()).as(model).startsWith("pkg:huggingface/" + model);
            assertThat(properties(component)).containsKeys("licet:completeness", "licet:verdict", "licet:lineage");
        }
    }

    @Test
    void everyModelIsValidSpdx() throws IOException {
        var schema = schema("resources/schema-v3.0.1.json");
        for (var model : models()) {
            var bom = get("/api/v1/models/" + model + "/bom?format=spdx&deployment=" + USE);
            assertThat(schema.validate(bom)).as(model).isEmpty();
            for (var type : List.of("hasDeclaredLicense", "hasConcludedLicense")) {
                assertThat(elements(bom, "Relationship"))
                        .as(model + " has exactly one " + type)
                        .filteredOn(relation ->
                                relation.get("relationshipType").asText().equals(type))
                        .hasSize(1);
            }
        }
    }

    /** The validator of the CycloneDX project itself, in both versions that are written. */
    @Test
    void theValidatorOfCycloneDxAcceptsThemAll() throws Exception {
        var npm = NpmClient.installOrSkip(Path.of("target", "npm-documents"), "documents", List.of("validate.mjs"));
        int written = 0;
        for (var model : models()) {
            for (var version : List.of("1.6", "1.7")) {
                var answer = REGISTRY.get(
                        "/api/v1/models/" + model + "/bom?deployment=" + USE + "&version=" + version, reader);
                Files.writeString(folder.resolve(written++ + ".json"), answer.body());
            }
        }
        var said = npm.node("validate.mjs", List.of(folder.toString()));
        assertThat(said.get("faulty")).as(said.toString()).isEmpty();
        assertThat(said.get("valid").asInt()).isEqualTo(written);
        Files.writeString(
                folder.resolve("broken.json"),
                "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.6\", \"components\": [{\"type\": \"x\"}]}");
        assertThat(npm.node("validate.mjs", List.of(folder.toString())).get("faulty"))
                .hasSize(1);
    }

    /** Shows that the schemas refuse something. */
    @Test
    void whatIsBrokenIsNotValid() throws IOException {
        var bom = get("/api/v1/models/Qwen/QwQ-32B/bom");
        ((com.fasterxml.jackson.databind.node.ObjectNode) bom.at("/components/0")).put("type", "spreadsheet");
        assertThat(schema("bom-1.6.schema.json").validate(bom)).isNotEmpty();
        var spdx = get("/api/v1/models/Qwen/QwQ-32B/bom?format=spdx");
        ((com.fasterxml.jackson.databind.node.ObjectNode)
                        elements(spdx, "ai_AIPackage").getFirst())
                .remove("spdxId");
        assertThat(schema("resources/schema-v3.0.1.json").validate(spdx)).isNotEmpty();
    }

    @Test
    void theSameContentIsTheSameDocument() throws IOException {
        var path = "/api/v1/models/Qwen/QwQ-32B/bom";
        assertThat(get(path)).isEqualTo(get(path));
        assertThat(get(path + "?version=1.7").get("specVersion").asText()).isEqualTo("1.7");
        assertThat(REGISTRY.get(path + "?version=1.2", reader).statusCode()).isEqualTo(400);
        assertThat(REGISTRY.get(path + "?format=xml", reader).statusCode()).isEqualTo(400);
        assertThat(REGISTRY.get("/api/v1/models/no/thing/bom", reader).statusCode())
                .isEqualTo(404);
    }

    @Test
    void basesAndFilesAreNamed() throws IOException {
        int withBases = 0;
        int withFiles = 0;
        for (var model : models()) {
            var bom = get("/api/v1/models/" + model + "/bom");
            var component = bom.at("/components/0");
            withBases += component.path("pedigree").path("ancestors").size() > 0 ? 1 : 0;
            withFiles += component.path("components").size() > 0 ? 1 : 0;
            for (var dependency : bom.get("dependencies")) {
                dependency
                        .path("dependsOn")
                        .forEach(ref -> assertThat(refs(bom)).as(model).contains(ref.asText()));
            }
        }
        assertThat(withBases).isGreaterThan(3);
        assertThat(withFiles).isGreaterThan(10);
    }

    /** What is exported and read again gets the answers of the gate. */
    @Test
    void anExportReadAgainIsAnsweredAsTheGateAnswers() throws IOException {
        for (var format : List.of("cyclonedx", "spdx")) {
            for (var model : models()) {
                var bom = REGISTRY.get("/api/v1/models/" + model + "/bom?format=" + format, reader)
                        .body();
                var answer = send("POST", "/api/v1/bom/verdicts?report=true&deployment=" + USE, reader, bom);
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                var first = StreamSupport.stream(
                                MAPPER.readTree(answer.body()).get("models").spliterator(), false)
                        .filter(one -> one.at("/answer/model").asText().equals(model))
                        .findFirst()
                        .orElseThrow();
                var gate = MAPPER.readTree(REGISTRY.get(
                                "/api/v1/gate/" + model + "?report=true&deployment=" + USE, REGISTRY.token(Scope.GATE))
                        .body());
                assertThat(first.at("/answer/verdict")).as(model).isEqualTo(gate.get("verdict"));
            }
        }
    }

    @Test
    void aDeploymentSaysWhatItRunsAndIsExportedWhole() throws IOException {
        var bom = """
                {"bomFormat": "CycloneDX", "specVersion": "1.5", "components": [
                  {"type": "machine-learning-model", "name": "Qwen/QwQ-32B"},
                  {"type": "machine-learning-model", "name": "nobody/nothing"},
                  {"type": "machine-learning-model", "name": "house-blend"}]}
                """;
        var refused = send("POST", "/api/v1/bom/verdicts?deployment=" + USE, reader, bom);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(MAPPER.readTree(refused.body()).at("/models/2/unasked").asText())
                .contains("package URL");
        String path = "/api/v1/deployments/" + USE + "/inventory";
        assertThat(send("PUT", path, reader, bom).statusCode()).isEqualTo(403);
        assertThat(send("PUT", path, writer, bom).statusCode()).isEqualTo(200);
        assertThat(get(path).get("models")).hasSize(3);
        assertThat(send("PUT", "/api/v1/deployments/nobody/inventory", writer, bom)
                        .statusCode())
                .isIn(403, 404);
        assertThat(send("PUT", path, writer, "<bom/>").statusCode()).isEqualTo(400);
        var whole = get("/api/v1/deployments/" + USE + "/bom");
        assertThat(schema("bom-1.6.schema.json").validate(whole)).isEmpty();
        assertThat(refs(whole)).anyMatch(ref -> ref.startsWith("pkg:huggingface/Qwen/QwQ-32B"));
        assertThat(whole.at("/metadata/properties"))
                .extracting(property -> property.get("value").asText())
                .containsExactly("nobody/nothing");
        assertThat(schema("resources/schema-v3.0.1.json")
                        .validate(get("/api/v1/deployments/" + USE + "/bom?format=spdx")))
                .isEmpty();
    }

    private static List<String> refs(JsonNode bom) {
        var all = new ArrayList<String>();
        bom.get("components")
                .forEach(component -> all.add(component.path("bom-ref").asText()));
        return all;
    }

    private static Map<String, String> properties(JsonNode component) {
        return StreamSupport.stream(component.get("properties").spliterator(), false)
                .collect(java.util.stream.Collectors.toMap(
                        property -> property.get("name").asText(),
                        property -> property.get("value").asText(),
                        (one, other) -> one));
    }

    private static List<JsonNode> elements(JsonNode bom, String type) {
        return StreamSupport.stream(bom.get("@graph").spliterator(), false)
                .filter(element -> element.path("type").asText().equals(type))
                .toList();
    }

    private static JsonSchema schema(String resource) throws IOException {
        return OfficialSchemas.get(resource);
    }
}
