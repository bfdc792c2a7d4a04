package licet.registry.license;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.stream.StreamSupport;
import licet.registry.ingest.IngestProgress;
import licet.registry.platform.http.Scope;
import licet.registry.start.FirstStart;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LicensesApiTest {
    private static final TestRegistry REGISTRY = TestRegistry.shared();
    private static String token = "";

    @BeforeAll
    static void start() {
        REGISTRY.bean(FirstStart.class).run(IngestProgress.SILENT);
        token = REGISTRY.token(Scope.READ);
    }

    private static JsonNode get(String path, int status) throws IOException {
        var response = REGISTRY.get("/api/v1/licenses" + path, token);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return new JsonMapper().readTree(response.body());
    }

    private static JsonNode named(JsonNode list, String field, String value) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(node -> node.get(field).asText().equals(value))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_license_says_what_it_gives_and_how_many_stand_under_it() throws IOException {
        var llama = get("/llama-3.3-community", 200);
        assertThat(llama.get("schema").asText()).isEqualTo("licet/license/1");
        assertThat(llama.get("grants")).hasSize(10);
        assertThat(named(llama.get("grants"), "act", "sublicense").get("state").asText())
                .isEqualTo("withheld");
        assertThat(named(llama.get("clauses"), "id", "monthly-users-cap")
                        .at("/limits/0/limit")
                        .asText())
                .startsWith("above 700,000,000");
        assertThat(llama.at("/use/count/concluded").asLong()).isPositive();
        assertThat(llama.at("/use/models/0").asText()).contains("/");
        assertThat(llama.get("note").asText()).isNotBlank();
        var large = named(llama.at("/use/deployments"), "key", "large-customer-product");
        assertThat(large.get("deny").asLong()).isPositive();
        assertThat(large.at("/deniedBy").toString()).contains("monthly-users-cap");
    }

    @Test
    void differences_are_against_the_version_before_unless_another_is_named() throws IOException {
        assertThat(get("/llama-3.2-community", 200)
                        .at("/differences/against/key")
                        .asText())
                .isEqualTo("llama-3.1-community");
        var older = get("/llama-3.2-community?against=llama-2-community", 200);
        assertThat(older.at("/differences/against/key").asText()).isEqualTo("llama-2-community");
        assertThat(older.at("/differences/changes")).isNotEmpty();
    }

    @Test
    void a_use_policy_names_the_licenses_through_which_it_binds() throws IOException {
        var policy = get("/llama-3.1-aup", 200);
        assertThat(policy.at("/head/kind").asText()).isEqualTo("use-policy");
        assertThat(policy.at("/bindsThrough/0/key").asText()).isEqualTo("llama-3.1-community");
        assertThat(policy.get("grants")).isEmpty();
        assertThat(policy.at("/use/count/concluded").asLong()).isPositive();
    }

    @Test
    void the_counts_of_the_list_are_those_of_the_pages() throws IOException {
        var list = get("?sort=models", 200).get("licenses");
        assertThat(list.size()).isGreaterThan(200);
        for (int i = 0; i < 12; i++) {
            var count = get("/" + list.get(i).get("key").asText(), 200).at("/use/count");
            assertThat(list.get(i).get("models").asLong())
                    .as(list.get(i).get("key").asText())
                    .isEqualTo(count.get("concluded").asLong());
            assertThat(list.get(i).get("bound").asLong())
                    .isEqualTo(count.get("bound").asLong());
        }
        assertThat(list.get(0).get("models").asLong())
                .isGreaterThanOrEqualTo(list.get(1).get("models").asLong());
    }

    @ParameterizedTest
    @CsvSource({
        "?hub=gemma, gemma-terms-2024-02-21",
        "?q=seamless, meta-seamless-aup",
        "?class=research-only, apple-amlr",
        "?q=LicenseRef-llama-3.1, llama-3.1-community",
        "?steward=Meta&class=community, llama-4-community"
    })
    void a_list_is_narrowed(String query, String key) throws IOException {
        var list = get(query, 200).get("licenses");
        assertThat(list.size()).isLessThan(60);
        assertThat(list.findValuesAsText("key")).contains(key);
    }

    @ParameterizedTest
    @CsvSource({
        "/nothing-is-called-so, 404, nothing-is-called-so",
        "/No%20Key, 404, No Key",
        "/mit?against=apache-2.0, 404, apache-2.0",
        "?class=free, 400, class",
        "?sort=age, 400, sort"
    })
    void what_is_wrong_is_named(String path, int status, String named) throws IOException {
        assertThat(get(path, status).toString()).contains(named);
    }
}
