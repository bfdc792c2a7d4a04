package licet.ingest.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The body cases B1 to B12 that concern a model object. */
class ModelInfoReaderTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void unknownFieldsAndOddShapesDoNotHurt() {
        ModelInfo info = read("""
                {"id":"a/b","_id":12345,"gitalyUid":"x","model_id":"old","siblings":null,"safetensors":null,
                 "cardData":{"model-index":{"name":"x"},"license":["mit",null],"n":null},"inferenceProviderMapping":[],
                 "lastModified":7,"tags":["a",1,null],"downloads":"many"}
                """);
        assertThat(info.identity().objectId()).contains("12345");
        assertThat(info.siblings()).isEmpty();
        assertThat(info.cardData()).containsOnlyKeys("model-index", "license").containsEntry("license", List.of("mit"));
        assertThat(info.labels().tags()).containsExactly("a");
        assertThat(info.problems())
                .containsExactly("lastModified is not a time in UTC", "downloads has an unexpected shape");
    }

    @ParameterizedTest
    @CsvSource({
        "false, NONE",
        "'\"auto\"', AUTO",
        "'\"manual\"', MANUAL",
        "null, UNKNOWN",
        "true, UNKNOWN",
        "'\"new\"', UNKNOWN"
    })
    void gatingIsABooleanOrAWord(String json, Gating gating) {
        assertThat(read("{\"id\":\"a/b\",\"gated\":" + json + "}").state().gating())
                .isEqualTo(gating);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-10-16T22:00:38.123Z",
                "2024-10-16T22:00:38Z",
                "2024-10-16T22:00:38.123456789Z",
                "2024-10-16T22:00:38.123456Z"
            })
    void timesAreReadAtAnyPrecision(String time) {
        assertThat(read("{\"id\":\"a/b\",\"createdAt\":\"" + time + "\"}")
                        .identity()
                        .createdAt())
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-10-16T22:00:38.123", "2024-10-16T22:00:38Z+6:00", "yesterday"})
    void otherTimesAreNoted(String time) {
        ModelInfo info = read("{\"id\":\"a/b\",\"createdAt\":\"" + time + "\"}");
        assertThat(info.identity().createdAt()).isEmpty();
        assertThat(info.problems()).hasSize(1);
    }

    @Test
    void parametersComeFromEitherHeader() {
        assertThat(read("{\"id\":\"a/b\",\"safetensors\":{\"total\":3000000000}}")
                        .parameters())
                .contains(3_000_000_000L);
        assertThat(read("{\"id\":\"a/b\",\"gguf\":{\"total\":7}}").parameters()).contains(7L);
        assertThat(read("{\"id\":\"a/b\"}").parameters()).isEmpty();
    }

    @Test
    void anUnfinishedScanIsNotAClean() {
        ModelInfo info = read("""
                {"id":"a/b","securityRepoStatus":{"scansDone":false,"filesWithIssues":[{"path":"x.pkl","level":"unsafe"}]}}
                """);
        assertThat(info.security())
                .contains(new SecurityScan(false, List.of(new SecurityScan.Issue("x.pkl", "unsafe"))));
        assertThat(read("{\"id\":\"a/b\"}").security()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"id\":null}", "{\"id\":\"not//an id\"}", "{\"error\":\"x\"}"})
    void withoutARepositoryThereIsNoModel(String json) throws JsonProcessingException {
        assertThat(ModelInfoReader.find(JSON.readTree(json))).isEmpty();
    }

    private static ModelInfo read(String json) {
        try {
            return ModelInfoReader.find(JSON.readTree(json)).orElseThrow();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
