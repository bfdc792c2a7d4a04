package licet.ingest.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelListReaderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme/chat\ngpt2,v1.0\n",
                "\uFEFFid,revision\r\nacme/chat,\r\n\"gpt2\",\"v1.0\"\r\n",
                "# ours\n\nmodel;revision\nacme/chat;\ngpt2;v1.0\nacme/chat\n",
                "[\"acme/chat\", {\"id\": \"gpt2\", \"revision\": \"v1.0\"}]",
                "{\"title\": [1], \"models\": [{\"model\": \"acme/chat\"},\n{\"revision\": \"v1.0\", \"id\": \"gpt2\", \"x\": {}}], \"y\": []}",
            })
    void aListIsReadInEachOfItsForms(String text) {
        assertThat(read(text)).isInstanceOfSatisfying(ModelListResult.Accepted.class, accepted -> {
            assertThat(accepted.entries()).extracting(e -> e.model().value()).containsExactly("acme/chat", "gpt2");
            assertThat(accepted.entries().getFirst().revision()).isEmpty();
            assertThat(accepted.entries().getLast().revision())
                    .hasValueSatisfying(r -> assertThat(r.value()).isEqualTo("v1.0"));
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # list with ~ for a line end                 | lines
                    acme/chat~a b~ok/ok~/etc/passwd              | 2 4
                    acme/chat,main,more                          | 1
                    acme/chat,../main                            | 1
                    ~~,v1                                        | 3
                    ["acme/chat",~ 1,~ {"revision": "x"}]        | 2 3
                    ["acme/chat",~ "a b"]                        | 2
                    [~"acme/chat"                                | 2
                    ["acme/chat"] []                             | 1
                    {"models": 1}                                | 1
                    {"list": []}                                 | 0
                    []                                           | 0
                    #                                            | 0
                    [[[[[[[[[[[[[[[[[[[[[[[[[[[[["a"             | 0
                    """)
    void whatIsWrongIsToldByLineAndNothingIsTaken(String text, String lines) {
        assertThat(read(text.replace('~', '\n'))).isInstanceOfSatisfying(ModelListResult.Rejected.class, rejected -> {
            assertThat(rejected.problems())
                    .allSatisfy(p -> assertThat(p.message()).isNotBlank());
            assertThat(rejected.problems().stream()
                            .map(p -> Integer.toString(p.line()))
                            .toList())
                    .isEqualTo(List.of(lines.split(" ")));
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            acme/chat~gpt2, ../main                   | 2:6:revision
            a b,v1                                    | 1:1:model
            acme/chat,v1,x                            | 1:14:
            ["acme/chat",~ "a b"]                     | 2:2:model
            [{"id": "gpt2", "revision": "../main"}]   | 1:29:revision
            [{"revision": "v1"}]                      | 1:0:model
            """)
    void aProblemNamesColumnAndField(String text, String place) {
        assertThat(read(text.replace('~', '\n')))
                .isInstanceOfSatisfying(
                        ModelListResult.Rejected.class,
                        rejected -> assertThat(rejected.problems())
                                .singleElement()
                                .satisfies(p -> assertThat(p.line() + ":" + p.column() + ":" + p.field())
                                        .isEqualTo(place)));
    }

    @Test
    void aListTooLongOrNotInUtf8IsRefusedAsAWhole() {
        assertThat(ModelListReader.read(new byte[ModelListReader.MAX_BYTES + 1]))
                .isInstanceOf(ModelListResult.Rejected.class);
        assertThat(ModelListReader.read(new byte[] {(byte) 0xFF})).isInstanceOf(ModelListResult.Rejected.class);
        var many = new StringBuilder();
        for (int i = 0; i <= ListEntries.MAX_ENTRIES; i++) {
            many.append("acme/m").append(i).append('\n');
        }
        assertThat(read(many.toString()))
                .isInstanceOfSatisfying(
                        ModelListResult.Rejected.class,
                        rejected -> assertThat(rejected.problems())
                                .singleElement()
                                .satisfies(p -> assertThat(p.line()).isEqualTo(ListEntries.MAX_ENTRIES + 1)));
        assertThat(read("a b\n".repeat(1_000)))
                .isInstanceOfSatisfying(
                        ModelListResult.Rejected.class,
                        rejected -> assertThat(rejected.problems()).hasSize(50));
    }

    private static ModelListResult read(String text) {
        return ModelListReader.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
