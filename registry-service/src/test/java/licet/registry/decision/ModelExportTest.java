package licet.registry.decision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import licet.registry.ingest.IngestProgress;
import licet.registry.platform.http.Scope;
import licet.registry.platform.problem.ProblemException;
import licet.registry.start.FirstStart;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file holds what the list shows, in its order. */
class ModelExportTest {
    private static final TestRegistry REGISTRY = TestRegistry.shared();
    private static final JsonMapper JSON = new JsonMapper();
    private static final String LIST = "/api/v1/models";
    private static String token = "";

    @BeforeAll
    static void start() {
        REGISTRY.bean(FirstStart.class).run(IngestProgress.SILENT);
        token = REGISTRY.token(Scope.READ);
    }

    private static String get(String path) {
        var answer = REGISTRY.get(path, token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** Page by page, as programs read it. */
    private static List<JsonNode> listed(String query) throws IOException {
        var all = new ArrayList<JsonNode>();
        Optional<String> cursor = Optional.empty();
        do {
            var page = JSON.readTree(get(LIST + "?limit=7" + query
                    + cursor.map(text -> "&cursor=" + text).orElse("")));
            page.get("models").forEach(all::add);
            cursor = Optional.ofNullable(page.get("next")).map(JsonNode::asText);
        } while (cursor.isPresent());
        return all;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&sort=released", "&q=llama&sort=parameters", "&class=permissive&verdict=ALLOW"})
    void theJsonFileIsTheList(String query) throws IOException {
        var file = JSON.readTree(get(LIST + ".json?" + query));
        assertThat(file).isNotEmpty().isEqualTo(JSON.createArrayNode().addAll(listed(query)));
    }

    @Test
    void theCsvFileHasALineForEachModel() throws IOException {
        var lines = get(LIST + ".csv?sort=released").split("\r\n");
        var models = listed("&sort=released");
        assertThat(lines).hasSize(models.size() + 1);
        assertThat(lines[0]).startsWith("model,revision,developer,");
        assertThat(IntStream.range(0, models.size())
                        .allMatch(i -> lines[i + 1].startsWith(
                                models.get(i).get("model").asText() + ",")))
                .isTrue();
    }

    @Test
    void aListOfNothingIsAnEmptyFile() throws IOException {
        String nothing = "?q=nothing-is-called-so";
        assertThat(JSON.readTree(get(LIST + ".json" + nothing))).isEmpty();
        assertThat(get(LIST + ".csv" + nothing).split("\r\n")).hasSize(1);
    }

    @Test
    void filesSayWhatTheyAre() {
        var csv = REGISTRY.get(LIST + ".csv?tier=examined", token).headers();
        assertThat(csv.firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        assertThat(csv.firstValue("Content-Disposition"))
                .hasValueSatisfying(text -> assertThat(text).contains("attachment", "models.csv"));
    }

    @Test
    void chosenModelsComeInTheOrderOfTheirNames() throws IOException {
        var names = List.of("qwen/qwen2.5-32b-instruct", "deepseek-ai/DeepSeek-R1", "qwen/qwen2.5-32b-instruct");
        var rows = REGISTRY.bean(ChosenModels.class).list(names);
        assertThat(rows)
                .extracting(ModelPage.Row::model)
                .containsExactly("Qwen/Qwen2.5-32B-Instruct", "deepseek-ai/DeepSeek-R1");
        var export = REGISTRY.bean(ModelExport.class);
        var json = JSON.readTree(export.json(rows).readAllBytes());
        assertThat(json).hasSize(2);
        assertThat(json.get(1).get("model").asText()).isEqualTo("deepseek-ai/DeepSeek-R1");
        assertThat(new String(export.csv(rows).readAllBytes(), UTF_8).split("\r\n"))
                .hasSize(3);
        assertThat(JSON.readTree(export.json(List.of()).readAllBytes())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody/nothing", "local:Qwen/Qwen2.5-32B-Instruct", "", "%_"})
    void aChosenModelThatIsNotThereIsNamed(String name) {
        assertThatThrownBy(() -> REGISTRY.bean(ChosenModels.class).list(List.of(name)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("choose it again");
    }
}
