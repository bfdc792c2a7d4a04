package licet.tests.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.parser.OpenAPIParser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import licet.registry.platform.http.AccessRule;
import licet.registry.platform.openapi.ApiDocument;
import licet.registry.testing.RouteTable;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.output.ConsoleRender;

/**
 * The contract is whole, is one for programs that were written elsewhere, and breaks no promise. What was promised lies in
 * {@code docs/openapi.golden.json}; {@code -Dlicet.golden=write} writes it anew, and its difference is what reviewers read.
 */
class ContractTest {
    private static final Path GOLDEN = Path.of("..", "docs", "openapi.golden.json");
    private static final JsonMapper JSON = new JsonMapper();
    private static final ObjectNode DOCUMENT = new ApiDocument().tree();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private record Route(String name, JsonNode node) {
        List<JsonNode> parameters() {
            return StreamSupport.stream(node.path("parameters").spliterator(), false)
                    .toList();
        }

        /** Every body that is sent or comes back, by where it stands. */
        List<Body> bodies() {
            var all = new ArrayList<Body>();
            collect(all, "request", node.at("/requestBody/content"));
            node.path("responses")
                    .properties()
                    .forEach(answer ->
                            collect(all, answer.getKey(), answer.getValue().path("content")));
            return all;
        }

        private void collect(List<Body> all, String where, JsonNode content) {
            content.properties()
                    .forEach(type -> all.add(
                            new Body(name + " " + where + " " + type.getKey(), type.getKey(), type.getValue())));
        }
    }

    private record Body(String name, String type, JsonNode node) {
        boolean isJson() {
            return type.equals("application/json") || type.endsWith("+json");
        }
    }

    private static List<Route> routes(JsonNode document) {
        var all = new ArrayList<Route>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .forEach(method -> all.add(
                                new Route(method.getKey().toUpperCase() + " " + path.getKey(), method.getValue()))));
        return all;
    }

    private static List<String> missing(Consumer<List<String>> look) {
        var found = new ArrayList<String>();
        look.accept(found);
        return found;
    }

    @Test
    void everyRouteOfTheProductIsInItAndSaysWhatItDoes() {
        var shown = routes(DOCUMENT).stream()
                .map(route -> route.name().replaceAll("\\{[^}]*}", "1"))
                .collect(Collectors.toSet());
        var real = RouteTable.of(TestRegistry.shared().context()).stream()
                .filter(RouteTable.Route::isApi)
                .filter(route -> route.path().startsWith("/api/v1/"))
                .filter(route -> !route.method().name().equals("HEAD"))
                .filter(route -> !route.path().endsWith("openapi.yaml"))
                .toList();
        assertThat(real).isNotEmpty().allSatisfy(route -> assertThat(shown).contains(route.toString()));
        assertThat(routes(DOCUMENT)).allSatisfy(route -> {
            assertThat(route.node().path("summary").asText()).as(route.name()).isNotBlank();
            assertThat(route.node().path("tags")).as(route.name()).hasSize(1);
        });
        assertThat(routes(DOCUMENT).stream()
                        .map(route -> route.node().path("operationId").asText()))
                .doesNotHaveDuplicates();
        var open = real.stream()
                .filter(route -> route.rule() instanceof AccessRule.Open)
                .map(RouteTable.Route::toString)
                .toList();
        assertThat(routes(DOCUMENT).stream()
                        .filter(route -> route.name().contains(" /api/v1/"))
                        .filter(route -> route.node().has("security"))
                        .map(route -> route.name().replaceAll("\\{[^}]*}", "1")))
                .containsExactlyInAnyOrderElementsOf(open);
    }

    /** A parameter that lacks its words gets them in {@code parameters.yaml} or at the controller. */
    @Test
    void everyParameterSaysWhatItMeansAndWhatItIs() {
        assertThat(missing(found -> routes(DOCUMENT)
                        .forEach(route -> route.parameters().stream()
                                .filter(one -> one.path("description").asText().isBlank()
                                        || !one.at("/schema/type").isTextual()
                                        || one.at("/schema/type").asText().equals("object"))
                                .forEach(one -> found.add(
                                        route.name() + " " + one.path("name").asText())))))
                .isEmpty();
    }

    @Test
    void everyBodyHasAShapeAndAnExample() {
        assertThat(missing(found -> routes(DOCUMENT).stream()
                        .flatMap(route -> route.bodies().stream())
                        .filter(body -> !body.node().has("schema")
                                || body.isJson() && !body.node().has("example"))
                        .forEach(body -> found.add(body.name()))))
                .isEmpty();
        assertThat(missing(found -> routes(DOCUMENT).forEach(route -> {
                    var statuses = route.node().path("responses");
                    if (!statuses.has("503") || !route.node().has("security") && !statuses.has("401")) {
                        found.add(route.name());
                    }
                })))
                .as("refusals")
                .isEmpty();
    }

    @Test
    void examplesFitTheirShapes() {
        var wrong = new ArrayList<String>();
        for (var route : routes(DOCUMENT)) {
            for (var body : route.bodies()) {
                if (body.node().has("example") && body.isJson()) {
                    Shapes.of(DOCUMENT, body.node().get("schema"))
                            .validate(body.node().get("example"))
                            .forEach(message -> wrong.add(body.name() + ": " + message.getMessage()));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** The parser of the Swagger project is the one that most generators of clients read with. */
    @Test
    void aParserThatWasWrittenElsewhereFindsNothingWrong() {
        assertThat(problems(new ApiDocument().yaml())).isEmpty();
        var broken = DOCUMENT.deepCopy();
        ((ObjectNode) broken.at("/paths/~1api~1v1~1ping/get")).remove("responses");
        assertThat(problems(broken.toString())).isNotEmpty();
    }

    private static List<String> problems(String text) {
        var options = new ParseOptions();
        options.setResolve(true);
        options.setValidateInternalRefs(true);
        var result = new OpenAPIParser().readContents(text, List.of(), options);
        assertThat(result.getOpenAPI()).isNotNull();
        return result.getMessages();
    }

    /** Examples are no promise. */
    private static ObjectNode promise(ObjectNode document) {
        var promised = document.deepCopy();
        promised.findParents("example").stream()
                .filter(node -> !node.path("example").has("type"))
                .forEach(node -> ((ObjectNode) node).remove("example"));
        return promised;
    }

    private static ObjectNode golden() throws IOException {
        return (ObjectNode) JSON.readTree(GOLDEN.toFile());
    }

    private static boolean isBroken(JsonNode before, JsonNode after) {
        return OpenApiCompare.fromContents(before.toString(), after.toString()).isIncompatible();
    }

    private static String changes(JsonNode before, JsonNode after) throws IOException {
        var text = new ByteArrayOutputStream();
        try (var writer = new OutputStreamWriter(text, StandardCharsets.UTF_8)) {
            new ConsoleRender().render(OpenApiCompare.fromContents(before.toString(), after.toString()), writer);
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    @Test
    void nothingThatWasPromisedIsBroken() throws IOException {
        if ("write".equals(System.getProperty("licet.golden"))) {
            Files.writeString(
                    GOLDEN, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(promise(DOCUMENT)) + "\n");
        }
        assertThat(isBroken(golden(), DOCUMENT))
                .as(
                        "what callers rely on has changed: take it back, or if it must be, write it anew with"
                                + " -Dlicet.golden=write and say so in the change log:\n%s",
                        changes(golden(), DOCUMENT))
                .isFalse();
        assertThat(routes(golden()).stream().map(Route::name))
                .as("a new route is promised from its first day: write it with -Dlicet.golden=write")
                .containsExactlyInAnyOrderElementsOf(
                        routes(DOCUMENT).stream().map(Route::name).toList());
    }

    private record Change(String name, Consumer<ObjectNode> change, boolean breaks) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Change> changes() {
        String gate = "/paths/~1api~1v1~1gate~1{owner}~1{name}/get";
        return List.of(
                new Change("nothing", all -> {}, false),
                new Change("a route goes", all -> ((ObjectNode) all.get("paths")).remove("/api/v1/ping"), true),
                new Change(
                        "a method goes",
                        all -> at(all, "/paths/~1api~1v1~1tokens").remove("post"),
                        true),
                new Change(
                        "a field of an answer goes",
                        all -> at(all, "/components/schemas/GateAnswer/properties")
                                .remove("permitted"),
                        true),
                new Change(
                        "a field of an answer changes its type",
                        all -> at(all, "/components/schemas/GateAnswer/properties/permitted")
                                .put("type", "string"),
                        true),
                new Change("a field is demanded that was not", all -> require(all, "TokenWish", "purpose"), true),
                new Change(
                        "a parameter is demanded that was not",
                        all -> ((ArrayNode) all.at(gate + "/parameters"))
                                .addObject()
                                .put("name", "purpose")
                                .put("in", "query")
                                .put("required", true)
                                .putObject("schema")
                                .put("type", "string"),
                        true),
                new Change("a status goes", all -> at(all, gate + "/responses").remove("200"), true),
                new Change("a word of a choice goes", all -> word(all), true),
                new Change(
                        "a field of an answer comes",
                        all -> at(all, "/components/schemas/GateAnswer/properties")
                                .putObject("more")
                                .put("type", "string"),
                        false),
                new Change("other words", all -> at(all, gate).put("summary", "Other words"), false));
    }

    private static ObjectNode at(ObjectNode all, String pointer) {
        return (ObjectNode) all.at(pointer);
    }

    private static void require(ObjectNode all, String schema, String field) {
        at(all, "/components/schemas/" + schema + "/properties")
                .putObject(field)
                .put("type", "string");
        ((ArrayNode) all.at("/components/schemas/" + schema + "/required")).add(field);
    }

    private static void word(ObjectNode all) {
        for (var parameter : all.at("/paths/~1api~1v1~1gate~1{owner}~1{name}~1attestation/get/parameters")) {
            if (parameter.path("name").asText().equals("format")) {
                ((ArrayNode) parameter.at("/schema/enum")).remove(1);
            }
        }
    }

    /** Whoever guards has to be guarded: each of these must be noticed, and what is harmless must not. */
    @ParameterizedTest
    @MethodSource("changes")
    void aBreakIsNoticed(Change change) throws JsonProcessingException {
        var changed = DOCUMENT.deepCopy();
        change.change().accept(changed);
        assertThat(isBroken(DOCUMENT, changed)).isEqualTo(change.breaks());
    }
}
