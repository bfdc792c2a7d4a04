package licet.ingest.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import licet.ingest.weights.WeightsProblem.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Headers that are wrong, by accident or on purpose. */
class SafetensorsHostileTest {
    private static final byte[] EMPTY = new byte[0];

    static Stream<Arguments> refused() {
        return Stream.of(
                bytes("no bytes", EMPTY, Kind.TRUNCATED),
                bytes("too small for a length", new byte[7], Kind.TRUNCATED),
                bytes("length alone", TensorList.file(2, EMPTY), Kind.TRUNCATED),
                bytes("length beyond the file", TensorList.file(1_000, ascii("{}")), Kind.TRUNCATED),
                bytes("length of zero", TensorList.file(0, EMPTY), Kind.MALFORMED),
                bytes("length above the format's limit", TensorList.file(100_000_001, ascii("{}")), Kind.TOO_LARGE),
                bytes("length of 2^64-1", TensorList.file(-1, ascii("{}")), Kind.TOO_LARGE),
                bytes("length of 2^63", TensorList.file(Long.MIN_VALUE, ascii("{}")), Kind.TOO_LARGE),
                bytes("starts with a blank", TensorList.file(" {}"), Kind.MALFORMED),
                bytes("a list", TensorList.file("[]"), Kind.MALFORMED),
                bytes("a text", TensorList.file("\"a\""), Kind.MALFORMED),
                bytes("unfinished", TensorList.file("{\"a\":"), Kind.MALFORMED),
                bytes("two objects", TensorList.file("{}{}"), Kind.MALFORMED),
                bytes("not UTF-8", TensorList.file(new byte[] {'{', '"', (byte) 0xFF, '"'}), Kind.NOT_UTF8),
                bytes("UTF-16", TensorList.file("{}".getBytes(StandardCharsets.UTF_16LE)), Kind.MALFORMED),
                bytes("deep nesting", TensorList.file("{\"a\":" + "[".repeat(5_000)), Kind.MALFORMED),
                bytes(
                        "deep nesting in an unknown field",
                        TensorList.file("{\"a\":{\"x\":" + "[".repeat(5_000)),
                        Kind.TOO_LARGE),
                bytes("huge name", TensorList.file("{\"" + "a".repeat(20_000) + "\":{}}"), Kind.TOO_LARGE),
                tensor("tensor is a list", "[]", 0, Kind.MALFORMED),
                tensor("without type", "{\"shape\":[],\"data_offsets\":[0,4]}", 4, Kind.MALFORMED),
                tensor("without offsets", "{\"dtype\":\"F32\",\"shape\":[]}", 4, Kind.MALFORMED),
                tensor("three offsets", entry("F32", "1", "0,4,8"), 8, Kind.MALFORMED),
                tensor("offsets the wrong way", entry("F32", "1", "4,0"), 4, Kind.MALFORMED),
                tensor("negative offset", entry("F32", "1", "-4,0"), 4, Kind.MALFORMED),
                tensor("negative dimension", entry("F32", "-1", "0,4"), 4, Kind.MALFORMED),
                tensor("fraction as dimension", entry("F32", "1.5", "0,4"), 4, Kind.MALFORMED),
                tensor("text as dimension", entry("F32", "\"1\"", "0,4"), 4, Kind.MALFORMED),
                tensor("65 dimensions", entry("U8", "1" + ",1".repeat(64), "0,1"), 1, Kind.MALFORMED),
                tensor("offset of 2^64-1", entry("U8", "1", "0,18446744073709551615"), 1, Kind.OVERFLOW),
                tensor("dimension of 2^64-1", entry("U8", "18446744073709551615", "0,1"), 1, Kind.OVERFLOW),
                tensor("shape that overflows", entry("F4", "4611686018427387904,4", "0,4"), 4, Kind.OVERFLOW),
                tensor("shape larger than its bytes", entry("F32", "1000000000000", "0,4"), 4, Kind.MALFORMED),
                tensor("unknown type with more elements than bits", entry("NEW", "33", "0,4"), 4, Kind.MALFORMED),
                tensor("shape smaller than its bytes", entry("F32", "1", "0,8"), 8, Kind.MALFORMED),
                tensor("beyond the file", entry("F4", "65536,65536", "0,2147483648"), 100, Kind.OUT_OF_BOUNDS),
                tensor("bytes left over", entry("F32", "1", "0,4"), 8, Kind.HOLE),
                tensor("begins after the start", entry("F32", "1", "4,8"), 8, Kind.HOLE),
                tensor("two overlap", entry("F32", "2", "0,8") + ",\"b\":" + entry("F32", "1", "4,8"), 8, Kind.OVERLAP),
                tensor(
                        "hole between two",
                        entry("F32", "1", "0,4") + ",\"b\":" + entry("F32", "1", "8,12"),
                        12,
                        Kind.HOLE),
                tensor(
                        "a name twice",
                        entry("F32", "1", "0,4") + ",\"a\":" + entry("F32", "1", "4,8"),
                        8,
                        Kind.DUPLICATE_KEY),
                tensor(
                        "a field twice",
                        "{\"dtype\":\"F32\",\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}",
                        4,
                        Kind.DUPLICATE_KEY),
                bytes("metadata of a number", TensorList.file("{\"__metadata__\":{\"a\":1}}"), Kind.MALFORMED),
                bytes("metadata is a list", TensorList.file("{\"__metadata__\":[]}"), Kind.MALFORMED),
                bytes(
                        "metadata with a key twice",
                        TensorList.file("{\"__metadata__\":{\"a\":\"1\",\"a\":\"2\"}}"),
                        Kind.DUPLICATE_KEY),
                bytes(
                        "metadata twice",
                        TensorList.file("{\"__metadata__\":{},\"__metadata__\":{}}"),
                        Kind.DUPLICATE_KEY));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void aHostileHeaderIsRefusedWithItsKind(String name, MemorySource source, Kind kind) {
        assertThat(read(source)).isInstanceOfSatisfying(HeaderResult.Refused.class, refused -> {
            WeightsProblem problem = ((HeaderResult.Refused<?>) refused).problem();
            assertThat(problem.kind()).as(problem.detail()).isEqualTo(kind);
            assertThat(problem.detail()).startsWith("model.safetensors: ").hasSizeLessThan(400);
            assertThat(problem.isPassing()).isFalse();
        });
        assertThat(source.fetched()).isLessThan(200_000);
    }

    @Test
    void oddButLegalHeadersAreRead() {
        assertThat(parameters(TensorList.file("{}"), 0).byType()).isEmpty();
        assertThat(parameters(TensorList.file("{}" + " ".repeat(70)), 0).byType())
                .isEmpty();
        String zero = "{\"a\":%s,\"b\":%s,\"c\":%s}"
                .formatted(
                        entry("F32", "0,9223372036854775807", "0,0"),
                        entry("F32", "2", "0,8"),
                        entry("F32", "", "8,12"));
        assertThat(parameters(TensorList.file(zero), 12).byType()).containsOnly(Map.entry("F32", 2L));
        String unordered = "{\"b\":%s,\"a\":%s}".formatted(entry("F16", "2", "4,8"), entry("I16", "2", "0,4"));
        assertThat(parameters(TensorList.file(unordered), 8).total()).isEqualTo(4);
        String unknown = "{\"a\":{\"dtype\":\"NEW\",\"shape\":[32],\"data_offsets\":[0,4],\"more\":[{}]}}";
        assertThat(parameters(TensorList.file(unknown), 4).byType()).containsOnly(Map.entry("NEW", 32L));
    }

    @Test
    void withoutASizeThePlacesAreNotComparedWithIt() {
        var source = MemorySource.ofUnknownSize(
                TensorList.file("{\"a\":%s}".formatted(entry("F4", "65536,65536", "0,2147483648"))));
        assertThat(read(source)).isInstanceOf(HeaderResult.Read.class);
    }

    @Test
    void aHeaderOfManyMegabytesIsStreamed() {
        var tensors = new TensorList();
        for (int i = 0; i < 200_000; i++) {
            tensors.add("model.layers.%d.mlp.experts.%d.gate_proj.weight".formatted(i / 1000, i % 1000), "BF16", 8, 8);
        }
        MemorySource source = tensors.source();
        assertThat(read(source)).isInstanceOf(HeaderResult.Read.class);
        assertThat(source.fetched()).isGreaterThan(20_000_000);
        assertThat(source.reads()).isLessThan(25);
    }

    /** The first piece that is fetched and the header end around the same byte. */
    @Test
    void aHeaderMayEndAnywhereInAPiece() {
        int edge = ByteWindow.FIRST_PIECE - Long.BYTES;
        for (int length = edge - 2; length <= edge + 2; length++) {
            String json = "{}" + " ".repeat(length - 2);
            assertThat(parameters(TensorList.file(json), 0).byType()).isEmpty();
        }
    }

    private static Arguments bytes(String name, byte[] bytes, Kind kind) {
        return Arguments.of(name, MemorySource.of(bytes), kind);
    }

    private static Arguments tensor(String name, String tensor, long data, Kind kind) {
        byte[] file = TensorList.file("{\"a\":" + tensor + "}");
        return Arguments.of(name, MemorySource.ofSize(file, file.length + data), kind);
    }

    private static String entry(String type, String shape, String offsets) {
        return "{\"dtype\":\"%s\",\"shape\":[%s],\"data_offsets\":[%s]}".formatted(type, shape, offsets);
    }

    private static Parameters parameters(byte[] file, long data) {
        var result = read(MemorySource.ofSize(file, file.length + data));
        return ((HeaderResult.Read<WeightsMetadata>) result).value().parameters();
    }

    private static HeaderResult<WeightsMetadata> read(MemorySource source) {
        return new WeightsReader(path -> source)
                .readSafetensors(List.of("model.safetensors"), WeightsConfig.NONE, Optional.empty());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
