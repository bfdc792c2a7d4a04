package licet.registry.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import licet.registry.decision.Peers;
import licet.registry.platform.Statements;
import licet.registry.platform.http.Scope;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Permitted models of the same kind and size over REST, on a catalog in which many more fit than are looked at. */
class SubstitutesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String DENIED = "tencent/Hunyuan-A13B-Instruct";
    private static final String MODEL = "Qwen/Qwen2.5-72B-Instruct";
    private static final int CROWD = 300;

    private static TestRegistry registry;
    private static String token = "";

    @BeforeAll
    static void start() throws SQLException {
        registry = TestRegistry.filled(Map.of("licet.jobs.enabled", "false"));
        token = registry.token(Scope.READ);
        try (var owner = registry.database().owner().connect()) {
            crowd(new Statements(owner));
        }
    }

    /** Models with the profile of a permitted one: very many, one made from the denied model, one that was taken down. */
    private static void crowd(Statements owner) {
        String copy = "INSERT INTO model (source, source_id, owner, name, tier, first_seen_at, parameters, bases,"
                + " current_profile_id) SELECT source, 'copy-' || c.name, 'crowd', c.name, 'examined', first_seen_at,"
                + " 50000000000, c.bases, current_profile_id FROM model m CROSS JOIN ";
        String of = " WHERE m.full_name_lower = lower(?)";
        owner.update(
                copy + "(SELECT 'm' || n AS name, CAST(NULL AS text) AS bases FROM generate_series(1, ?) n) c" + of,
                CROWD,
                MODEL);
        owner.update(copy + "(SELECT 'quantized' AS name, ? AS bases) c" + of, DENIED, MODEL);
        owner.update(copy + "(SELECT 'gone' AS name, CAST(NULL AS text) AS bases) c" + of, MODEL);
        owner.update("INSERT INTO popularity (model_id, downloads, likes)"
                + " SELECT id, CASE WHEN name IN ('quantized', 'gone') THEN 9000000000 ELSE 1000000 + id END, 0"
                + " FROM model WHERE owner = 'crowd'");
        owner.update("INSERT INTO listing (model_id, gated, disabled, licenses, bases, due)"
                + " SELECT id, 'none', true, '{}', '{}', false FROM model WHERE owner = 'crowd' AND name = 'gone'");
    }

    private static JsonNode get(String path, int status) throws IOException {
        var response = registry.get(path, token);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return JSON.readTree(response.body());
    }

    private static JsonNode alternatives(String model, String deployment) throws IOException {
        return get("/api/v1/models/" + model + "/alternatives?deployment=" + deployment, 200);
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static List<String> names(JsonNode list) {
        return each(list).map(one -> one.get("model").asText()).toList();
    }

    private static List<String> why(JsonNode one) {
        return each(one.get("why")).map(each -> each.get("reason").asText()).toList();
    }

    @Test
    void the_nearest_stand_first_however_many_others_there_are() throws IOException {
        var found = alternatives(DENIED, "eu-internal-tool");
        assertThat(found.get("answer").asText()).isEqualTo("DENY");
        assertThat(found.get("modality").asText()).isEqualTo("text");
        assertThat(found.get("complete").asBoolean()).isFalse();
        assertThat(found.get("rule").asText()).contains("then the fewest duties");
        assertThat(found.get("permitted")).hasSize(Substitutes.MOST);
        assertThat(found.get("open")).isEmpty();
        assertThat(names(found.get("permitted")).getFirst())
                .as("near in size, though hardly anybody downloads it here")
                .startsWith("Qwen/");
        assertThat(why(found.at("/permitted/0")).getFirst()).isIn("size-nearly-equal", "size-similar");
        assertThat(names(found.get("permitted")).getLast()).startsWith("crowd/");
        assertThat(found.at("/permitted/19/why/0/text").asText()).isEqualTo("Same size class");
        assertThat(why(alternatives(MODEL, "eu-internal-tool").at("/permitted/0")))
                .startsWith("its-base", "same-developer", "size-nearly-equal", "duties");
    }

    @Test
    void neither_itself_nor_what_was_made_from_it_nor_what_is_gone_is_offered() throws IOException {
        assertThat(names(alternatives(DENIED, "eu-internal-tool").get("permitted")))
                .doesNotContain(DENIED, "crowd/quantized", "crowd/gone");
        assertThat(names(alternatives(MODEL, "eu-internal-tool").get("permitted")))
                .as("nothing stands against this one, so what was made from another may stand in for it")
                .doesNotContain(MODEL, "crowd/gone")
                .contains("crowd/quantized");
    }

    @ParameterizedTest
    @CsvSource({
        "tencent/Hunyuan-A13B-Instruct, eu-internal-tool",
        "Qwen/Qwen2.5-72B-Instruct, eu-internal-tool",
        "Qwen/Qwen2.5-3B-Instruct, eu-internal-tool",
        "meta-llama/Llama-3.3-70B-Instruct, us-hosted-service",
        "openai/gpt-oss-20b, large-customer-product"
    })
    void each_has_the_answer_that_its_own_page_gives_and_the_kind_and_size_asked_for(String model, String deployment)
            throws IOException {
        var found = alternatives(model, deployment);
        var own = get("/api/v1/models/" + model, 200);
        assertThat(found.get("modality")).isEqualTo(own.at("/traits/modality"));
        assertThat(found.get("permitted").size() + found.get("open").size())
                .as(found.toString())
                .isPositive();
        for (String list : List.of("permitted", "open")) {
            String answer = list.equals("permitted") ? "ALLOW" : "NEEDS";
            for (var one : found.get(list)) {
                assertThat(one.get("answer").asText()).isEqualTo(answer);
                assertThat(one.get("why")).isNotEmpty();
                if (!one.get("model").asText().startsWith("crowd/")) {
                    var other = get("/api/v1/models/" + one.get("model").asText(), 200);
                    assertThat(other.at("/traits/modality")).isEqualTo(found.get("modality"));
                    assertThat(other.at("/traits/size")).isEqualTo(found.get("size"));
                    assertThat(each(other.get("verdicts"))
                                    .filter(verdict -> verdict.at("/deployment/key")
                                            .asText()
                                            .equals(deployment))
                                    .map(verdict -> verdict.get("verdict").asText()))
                            .containsExactly(answer);
                }
            }
        }
    }

    @Test
    void where_few_are_permitted_the_open_ones_stand_apart_with_the_fewest_open_points_first() throws IOException {
        var found = alternatives("Qwen/Qwen2.5-3B-Instruct", "eu-internal-tool");
        assertThat(found.get("permitted").size()).isLessThan(Substitutes.FEW);
        assertThat(found.get("openRule").asText()).startsWith("What waits for the fewest");
        assertThat(found.get("open")).isNotEmpty();
        assertThat(each(found.get("open")).map(one -> one.get("openPoints").asInt()))
                .isSorted()
                .allMatch(points -> points > 0);
        assertThat(why(found.at("/open/0"))).startsWith("open-points");
        assertThat(found.get("complete").asBoolean()).isTrue();
    }

    @Test
    void the_same_question_gets_the_same_list() throws IOException {
        assertThat(alternatives(DENIED, "us-hosted-service")).isEqualTo(alternatives(DENIED, "us-hosted-service"));
    }

    @Test
    void of_a_model_of_which_nothing_is_known_no_kind_can_be_looked_for() throws IOException {
        var found = alternatives("deepseek-ai/DeepSeek-V4-Pro", "eu-internal-tool");
        assertThat(found.get("permitted")).isEmpty();
        assertThat(found.get("nothing").asText()).contains("not known");
    }

    @Test
    void only_so_many_rows_are_looked_at() {
        assertThat(Peers.EACH * 3).isLessThan(CROWD);
    }

    @ParameterizedTest
    @CsvSource({
        "nobody/nothing, ?deployment=eu-internal-tool, 404",
        "Qwen/QwQ-32B, ?deployment=nowhere, 400",
        "Qwen/QwQ-32B, '', 400",
        "Qwen/QwQ-32B, ?deployment=eu-internal-tool&source=local, 404",
        "Qwen/QwQ-32B, ?deployment=eu-internal-tool&source=elsewhere, 400"
    })
    void what_is_wrong_is_named(String model, String query, int status) throws IOException {
        get("/api/v1/models/" + model + "/alternatives" + query, status);
    }
}
