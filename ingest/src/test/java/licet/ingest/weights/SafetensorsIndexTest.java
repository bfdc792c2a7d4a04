package licet.ingest.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import licet.ingest.SharedCorpus;
import licet.ingest.weights.WeightsProblem.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SafetensorsIndexTest {
    static Stream<Arguments> refused() {
        String many = String.join(
                ",",
                IntStream.rangeClosed(0, SafetensorsIndexReader.MAX_SHARDS)
                        .mapToObj(i -> "\"t%d\":\"f%d.safetensors\"".formatted(i, i))
                        .toList());
        return Stream.of(
                Arguments.of("nothing", "", Kind.MALFORMED),
                Arguments.of("a list", "[]", Kind.MALFORMED),
                Arguments.of("a text", "\"x\"", Kind.MALFORMED),
                Arguments.of("no files", "{\"metadata\":{}}", Kind.MALFORMED),
                Arguments.of("cut", "{\"weight_map\":{\"a\":\"b.safetensors\"", Kind.MALFORMED),
                Arguments.of("map is a list", "{\"weight_map\":[]}", Kind.MALFORMED),
                Arguments.of("file is a number", "{\"weight_map\":{\"a\":1}}", Kind.MALFORMED),
                Arguments.of("leads out", "{\"weight_map\":{\"a\":\"../b.safetensors\"}}", Kind.UNSAFE_NAME),
                Arguments.of("from the root", "{\"weight_map\":{\"a\":\"/b.safetensors\"}}", Kind.UNSAFE_NAME),
                Arguments.of("drive", "{\"weight_map\":{\"a\":\"C:b.safetensors\"}}", Kind.UNSAFE_NAME),
                Arguments.of("backslash", "{\"weight_map\":{\"a\":\"..\\\\b\"}}", Kind.UNSAFE_NAME),
                Arguments.of("overlong", "{\"weight_map\":{\"a\":\"" + "b".repeat(2_000) + "\"}}", Kind.UNSAFE_NAME),
                Arguments.of(
                        "huge file name", "{\"weight_map\":{\"a\":\"" + "b".repeat(9 << 20) + "\"}}", Kind.TOO_LARGE),
                Arguments.of(
                        "huge tensor name", "{\"weight_map\":{\"" + "a".repeat(20_000) + "\":\"b\"}}", Kind.TOO_LARGE),
                Arguments.of("deep nesting", "{\"x\":" + "[".repeat(5_000), Kind.TOO_LARGE),
                Arguments.of("too many files", "{\"weight_map\":{" + many + "}}", Kind.TOO_LARGE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void aHostileIndexIsRefusedWithItsKind(String name, String json, Kind kind) {
        assertThat(read(json))
                .isInstanceOfSatisfying(
                        HeaderResult.Refused.class,
                        refused -> assertThat(((HeaderResult.Refused<?>) refused)
                                        .problem()
                                        .kind())
                                .isEqualTo(kind));
    }

    @Test
    void keysStandInAnyOrderAndUnknownOnesAreSkipped() {
        SafetensorsIndex index = index("""
                        {"weight_map": {"b": "m-00002-of-00002.safetensors", "a": "m-00001-of-00002.safetensors",
                                        "c": "m-00002-of-00002.safetensors"},
                         "other": {"deep": [[{"x": "%s"}]]},
                         "metadata": {"total_size": 12.0, "total_parameters": "6", "mergekit_version": "0.0.4.4"}}
                        """.formatted("x".repeat(10 << 20)));
        assertThat(index.shards())
                .containsExactly(
                        Map.entry("m-00001-of-00002.safetensors", 1L), Map.entry("m-00002-of-00002.safetensors", 2L));
        assertThat(index.totalSize()).contains(12L);
        assertThat(index.totalParameters()).contains(6L);
        assertThat(index.problems()).isEmpty();
    }

    @Test
    void aStatedSizeOfNothingIsNone() {
        assertThat(index("{\"metadata\":{\"total_size\":0},\"weight_map\":{\"a\":\"b\"}}")
                        .totalSize())
                .isEmpty();
        assertThat(index("{\"metadata\":{\"total_size\":1e400000000},\"weight_map\":{\"a\":\"b\"}}")
                        .totalSize())
                .isEmpty();
        assertThat(index("{\"metadata\":{\"total_size\":[1]},\"weight_map\":{\"a\":\"b\"}}")
                        .totalSize())
                .isEmpty();
    }

    @Test
    void textAfterTheEndIsNoted() {
        for (String rest : new String[] {"}", "garbage", " {}"}) {
            assertThat(index("{\"weight_map\":{\"a\":\"b\"}}" + rest).problems())
                    .extracting(WeightsProblem::kind)
                    .containsExactly(Kind.TRAILING_TEXT);
        }
    }

    /** One byte at a time, so that every character is split somewhere. */
    @Test
    void charactersMayBeSplitAcrossReads() {
        byte[] json = "{\"weight_map\":{\"größe.模型\":\"ümlaut-模型.safetensors\"}}".getBytes(StandardCharsets.UTF_8);
        var slow = new InputStream() {
            private int at;

            @Override
            public int read() {
                return at < json.length ? Byte.toUnsignedInt(json[at++]) : -1;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                int one = read();
                if (one < 0) {
                    return -1;
                }
                target[offset] = (byte) one;
                return 1;
            }
        };
        assertThat(SafetensorsIndexReader.read(slow))
                .isInstanceOfSatisfying(
                        HeaderResult.Read.class,
                        read -> assertThat(((SafetensorsIndex) read.value()).shards())
                                .containsOnlyKeys("ümlaut-模型.safetensors"));
    }

    @Test
    void everyRealIndexIsRead() throws IOException {
        for (Path file : SharedCorpus.list("index", ".json")) {
            try (InputStream in = Files.newInputStream(file)) {
                assertThat(SafetensorsIndexReader.read(in))
                        .as(file.toString())
                        .isInstanceOfSatisfying(HeaderResult.Read.class, read -> {
                            var index = (SafetensorsIndex) read.value();
                            System.out.printf(
                                    "index %s: %d files, %s bytes, %s parameters, %s%n",
                                    file.getFileName(),
                                    index.shards().size(),
                                    index.totalSize(),
                                    index.totalParameters(),
                                    index.problems());
                            assertThat(index.shards().keySet())
                                    .allMatch(name -> ShardName.find(name).isPresent());
                        });
            }
        }
    }

    private static HeaderResult<SafetensorsIndex> read(String json) {
        return SafetensorsIndexReader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static SafetensorsIndex index(String json) {
        return ((HeaderResult.Read<SafetensorsIndex>) read(json)).value();
    }
}
