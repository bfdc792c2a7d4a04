package licet.ingest.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import licet.ingest.weights.WeightsProblem.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** GGUF headers that are wrong, by accident or on purpose. */
class GgufHostileTest {
    private static final long MAX = -1L;

    static Stream<Arguments> refused() {
        return Stream.concat(counts(), tensors());
    }

    private static Stream<Arguments> counts() {
        GgufBytes b = GgufBytes.v3();
        byte[] whole = b.text("general.name", "x").tensor("t", 0, 0, 1).bytes();
        byte[] nested = new byte[0];
        for (int depth = 0; depth < 50; depth++) {
            nested = b.array(GgufValueType.ARRAY, 1, nested);
        }
        return Stream.of(
                bytes("no bytes", new byte[0], Kind.TRUNCATED),
                bytes("another format", "PK\u0003\u0004....".getBytes(StandardCharsets.US_ASCII), Kind.UNKNOWN_FORMAT),
                bytes("version 0", new GgufBytes(0, ByteOrder.LITTLE_ENDIAN).bytes(), Kind.UNKNOWN_FORMAT),
                bytes("version 4", new GgufBytes(4, ByteOrder.LITTLE_ENDIAN).bytes(), Kind.UNKNOWN_FORMAT),
                bytes("cut in the middle", Arrays.copyOf(whole, whole.length / 2), Kind.TRUNCATED),
                bytes("cut before the last byte", Arrays.copyOf(whole, whole.length - 1), Kind.TRUNCATED),
                bytes("2^64-1 tensors", GgufBytes.v3().counts(MAX, 0).bytes(), Kind.TOO_LARGE),
                bytes("2^64-1 fields", GgufBytes.v3().counts(0, MAX).bytes(), Kind.TOO_LARGE),
                bytes("a million fields", GgufBytes.v3().counts(0, 1_000_000).bytes(), Kind.TOO_LARGE),
                bytes("fields that are not there", GgufBytes.v3().counts(0, 9).bytes(), Kind.TRUNCATED),
                bytes("tensors that are not there", GgufBytes.v3().counts(9, 0).bytes(), Kind.TRUNCATED),
                field("text of 2^64-1", GgufValueType.STRING, b.i64(MAX), Kind.TOO_LARGE),
                field("text of 2^63-1", GgufValueType.STRING, b.i64(Long.MAX_VALUE), Kind.TRUNCATED),
                field("text beyond the file", GgufValueType.STRING, b.i64(1 << 30), Kind.TRUNCATED),
                field("array of 2^64-1", GgufValueType.ARRAY, b.array(GgufValueType.UINT8, MAX), Kind.TOO_LARGE),
                field(
                        "array of 2^62 longs",
                        GgufValueType.ARRAY,
                        b.array(GgufValueType.INT64, 1L << 62),
                        Kind.OVERFLOW),
                field(
                        "array beyond the file",
                        GgufValueType.ARRAY,
                        b.array(GgufValueType.INT64, 1 << 20),
                        Kind.TRUNCATED),
                field(
                        "texts beyond the file",
                        GgufValueType.ARRAY,
                        b.array(GgufValueType.STRING, 1L << 40),
                        Kind.TRUNCATED),
                field(
                        "arrays beyond the file",
                        GgufValueType.ARRAY,
                        b.array(GgufValueType.ARRAY, 1L << 40),
                        Kind.TRUNCATED),
                field("deep nesting", GgufValueType.ARRAY, nested, Kind.TOO_LARGE),
                field("boolean of 2", GgufValueType.BOOL, new byte[] {2}, Kind.MALFORMED),
                field(
                        "text not in UTF-8",
                        GgufValueType.STRING,
                        GgufBytes.join(b.i64(1), new byte[] {-1}),
                        Kind.NOT_UTF8),
                bytes("type 13", GgufBytes.v3().field("k", 13, new byte[8]).bytes(), Kind.MALFORMED),
                bytes("type 2^32-1", GgufBytes.v3().field("k", -1, new byte[8]).bytes(), Kind.MALFORMED),
                bytes(
                        "a key twice",
                        GgufBytes.v3().number("k", 1).number("k", 1).bytes(),
                        Kind.DUPLICATE_KEY),
                bytes(
                        "overlong key",
                        GgufBytes.v3().number("k".repeat(70_000), 1).bytes(),
                        Kind.TOO_LARGE),
                bytes("many short texts", shortTexts(), Kind.TOO_LARGE),
                bytes(
                        "alignment as text",
                        GgufBytes.v3().text("general.alignment", "32").bytes(),
                        Kind.MALFORMED));
    }

    private static Stream<Arguments> tensors() {
        return Stream.of(
                tensor("overlong name", GgufBytes.v3().tensor("n".repeat(2_000), 0, 0, 1), 4, Kind.TOO_LARGE),
                tensor(
                        "nine dimensions",
                        GgufBytes.v3().tensor("t", 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1),
                        4,
                        Kind.TOO_LARGE),
                tensor("2^32-1 dimensions", GgufBytes.v3().misdimensioned("t", -1, 0, 0), 4, Kind.TOO_LARGE),
                tensor("dimension of 2^64-1", GgufBytes.v3().tensor("t", 0, 0, MAX), 4, Kind.TOO_LARGE),
                tensor("dimension of 2^63-1", GgufBytes.v3().tensor("t", 0, 0, Long.MAX_VALUE), 4, Kind.OVERFLOW),
                tensor("shape that overflows", GgufBytes.v3().tensor("t", 24, 0, 1L << 40, 1L << 40), 4, Kind.OVERFLOW),
                tensor("many that overflow together", many(), 4, Kind.OVERFLOW),
                tensor("cannot fit the file", GgufBytes.v3().tensor("t", 24, 0, 1L << 40), 4, Kind.OUT_OF_BOUNDS),
                tensor("unknown type cannot fit", GgufBytes.v3().tensor("t", 99, 0, 1L << 40), 4, Kind.OUT_OF_BOUNDS),
                tensor("offset beyond the file", GgufBytes.v3().tensor("t", 0, 3_200, 1), 4, Kind.OUT_OF_BOUNDS),
                tensor("offset of 2^64-32", GgufBytes.v3().tensor("t", 0, -32, 1), 4, Kind.MALFORMED),
                tensor(
                        "offset that overflows",
                        GgufBytes.v3().tensor("t", 0, Long.MAX_VALUE - 31, 64),
                        4,
                        Kind.OVERFLOW),
                tensor("offset off the alignment", GgufBytes.v3().tensor("t", 0, 4, 1), 8, Kind.MALFORMED),
                tensor("half a block", GgufBytes.v3().tensor("t", 12, 0, 100), 144, Kind.MALFORMED),
                tensor("overlap", GgufBytes.v3().tensor("a", 0, 0, 16).tensor("b", 0, 32, 8), 64, Kind.OVERLAP),
                tensor(
                        "a name twice",
                        GgufBytes.v3().tensor("a", 0, 0, 8).tensor("a", 0, 32, 8),
                        64,
                        Kind.DUPLICATE_KEY));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void aHostileHeaderIsRefusedWithItsKind(String name, MemorySource source, Kind kind) {
        var result = new WeightsReader(path -> source).readGguf(List.of("m.gguf"));
        assertThat(result).isInstanceOfSatisfying(HeaderResult.Refused.class, refused -> {
            WeightsProblem problem = ((HeaderResult.Refused<?>) refused).problem();
            assertThat(problem.kind()).as(problem.detail()).isEqualTo(kind);
            assertThat(problem.detail()).startsWith("m.gguf: ").hasSizeLessThan(400);
        });
    }

    private static byte[] shortTexts() {
        GgufBytes b = GgufBytes.v3();
        byte[][] empty = new byte[256][];
        Arrays.fill(empty, b.string(""));
        byte[] array = b.array(GgufValueType.STRING, 256, empty);
        for (int i = 0; i < 2_000; i++) {
            b.field("k" + i, GgufValueType.ARRAY, array);
        }
        return b.bytes();
    }

    private static GgufBytes many() {
        var b = GgufBytes.v3();
        for (int i = 0; i < 4; i++) {
            b.tensor("t" + i, 99, 0, 1L << 62);
        }
        return b;
    }

    private static Arguments bytes(String name, byte[] bytes, Kind kind) {
        return Arguments.of(name, MemorySource.of(bytes), kind);
    }

    private static Arguments field(String name, GgufValueType type, byte[] value, Kind kind) {
        return bytes(name, GgufBytes.v3().field("k", type, value).bytes(), kind);
    }

    private static Arguments tensor(String name, GgufBytes bytes, long data, Kind kind) {
        return Arguments.of(name, bytes.source(data), kind);
    }
}
