package licet.ingest.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Items of every shape mean the same read from tokens as they mean in a tree, and leave the next item readable. */
class ListedModelReaderTest {
    private static final long CAP = 1 << 20;
    private static final String LAST = "{\"id\":\"a/last\",\"sha\":\"abc\"}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "true",
                "7",
                "\"a/1\"",
                "[]",
                "[{\"id\":\"a/1\"},[1]]",
                "{\"id\":\"a/1\"}",
                "{\"modelId\":\"a/1\"}",
                "{\"id\":null,\"modelId\":\"a/1\"}",
                "{\"id\":{\"x\":[1]},\"modelId\":\"a/1\"}",
                "{\"id\":\"not//valid\",\"modelId\":\"a/1\"}",
                "{\"id\":12,\"_id\":1.50,\"sha\":1e3}",
                "{\"id\":\"a/1\",\"_id\":123456789012345678901234567890,\"sha\":-0}",
                "{\"id\":\"a/1\",\"id\":\"a/2\",\"sha\":\"x\",\"sha\":null,\"tags\":[\"license:mit\"],\"tags\":7}",
                "{\"id\":\"a/1\",\"likes\":7,\"likes\":\"8\",\"downloads\":1,\"downloads\":2}",
                "{\"id\":\"a/1\",\"downloads\":9223372036854775807,\"likes\":9223372036854775808}",
                "{\"id\":\"a/1\",\"downloads\":-5,\"likes\":1.0}",
                "{\"id\":\"a/1\",\"downloads\":[1,[2]],\"likes\":{\"a\":{}}}",
                "{\"id\":\"a/1\",\"gated\":false}",
                "{\"id\":\"a/1\",\"gated\":true}",
                "{\"id\":\"a/1\",\"gated\":\"false\"}",
                "{\"id\":\"a/1\",\"gated\":\"auto\"}",
                "{\"id\":\"a/1\",\"gated\":\"manual\"}",
                "{\"id\":\"a/1\",\"gated\":[\"manual\"]}",
                "{\"id\":\"a/1\",\"gated\":null}",
                "{\"id\":\"a/1\",\"disabled\":true}",
                "{\"id\":\"a/1\",\"disabled\":\"true\"}",
                "{\"id\":\"a/1\",\"disabled\":\" true \"}",
                "{\"id\":\"a/1\",\"disabled\":1}",
                "{\"id\":\"a/1\",\"disabled\":0}",
                "{\"id\":\"a/1\",\"disabled\":0.5}",
                "{\"id\":\"a/1\",\"disabled\":null}",
                "{\"id\":\"a/1\",\"disabled\":{\"true\":true}}",
                "{\"id\":\"a/1\",\"tags\":[]}",
                "{\"id\":\"a/1\",\"tags\":[\"\",\"b\",\"l\",\"gguf\",\"license\",\"license:mit\",\"base_model:a/b\",\"base\"]}",
                "{\"id\":\"a/1\",\"tags\":[1,null,[\"license:mit\"],{\"license:mit\":\"license:mit\"},\"license:x\\u00e9\"]}",
                "{\"id\":\"a/1\",\"tags\":{\"a\":\"license:mit\"}}",
                "{\"id\":\"a/1\",\"tags\":\"license:mit\"}",
                "{\"id\":\"a/1\",\"createdAt\":\"2026-01-02T03:04:05.678Z\",\"lastModified\":\"2026-01-02T03:04:05Z\"}",
                "{\"id\":\"a/1\",\"createdAt\":1767323045,\"lastModified\":{\"$date\":1}}",
                "{\"id\":\"a/1\",\"cardData\":{\"id\":\"a/2\",\"tags\":[\"license:mit\"]},\"siblings\":[{\"sha\":\"x\"}]}",
            })
    void meansTheSameAsInATree(String item) throws IOException {
        String body = "[" + item + "," + item + "," + LAST + "]";
        List<ListedModel> tokens = new ArrayList<>();
        List<ListedModel> trees = new ArrayList<>();
        assertThat(HubJson.items(body(body), CAP, ListedModelReader::find, tokens::add))
                .isEqualTo(3);
        HubJson.items(body(body), CAP, ItemReader.ofTree(ListedModelByTree::find), trees::add);
        assertThat(tokens).isEqualTo(trees);
        assertThat(tokens.getLast().sha()).contains("abc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"id\":\"a/1\"",
                "[{\"id\":\"a/1\"}",
                "[{\"id\":\"a/1\",\"x\":{\"y\":[1,",
                "[{\"id\":\"a/1\",\"tags\":[\"license:m",
                "[{\"id\":\"a/1\",\"tags\":[\"gguf\"",
                "[{\"id\":\"a/1\",\"cardData\":\"never ended",
                "[{\"id\":\"a/1\",\"downloads\":1}}]",
                "[{\"id\":\"a/1\",\"downloads\":1 2}]",
                "[{\"id\":\"a/1\",\"tags\":[1}]",
                "[{\"id\":\"a/1\",,}]",
                "[{\"id\"}]",
                "[{\"id\":}]",
                "[{\"id\":\"a/1\",\"x\":nul}]",
            })
    void refusesWhatBreaksOff(String body) {
        assertThatExceptionOfType(BodyException.class)
                .isThrownBy(() -> HubJson.items(body(body), CAP, ListedModelReader::find, model -> {}))
                .satisfies(e -> assertThat(e.fault()).isEqualTo(BodyException.Fault.DAMAGED));
    }

    @Test
    void refusesEndlessNesting() {
        String body = "[{\"id\":\"a/1\",\"x\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}]";
        assertThatExceptionOfType(BodyException.class)
                .isThrownBy(() -> HubJson.items(body(body), CAP, ListedModelReader::find, model -> {}));
    }

    private static Buffer body(String text) {
        return new Buffer().writeUtf8(text);
    }
}
