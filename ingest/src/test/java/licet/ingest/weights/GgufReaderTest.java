package licet.ingest.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GgufReaderTest {
    static Stream<Arguments> forms() {
        return Stream.of(1, 2, 3)
                .flatMap(version -> Stream.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)
                        .map(order -> Arguments.of(version, order)));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyTypeOfValueIsReadInEveryVersionAndByteOrder(int version, ByteOrder order) {
        var b = new GgufBytes(version, order);
        b.field("u8", GgufValueType.UINT8, new byte[] {-1});
        b.field("i8", GgufValueType.INT8, new byte[] {-1});
        b.field("u16", GgufValueType.UINT16, b.i16(-2)).field("i16", GgufValueType.INT16, b.i16(-2));
        b.field("u32", GgufValueType.UINT32, b.i32(-3)).field("i32", GgufValueType.INT32, b.i32(-3));
        b.field("u64", GgufValueType.UINT64, b.i64(-4)).field("i64", GgufValueType.INT64, b.i64(-4));
        b.field("f32", GgufValueType.FLOAT32, b.i32(Float.floatToIntBits(1.5f)));
        b.field("f64", GgufValueType.FLOAT64, b.i64(Double.doubleToLongBits(-2.5)));
        b.field("yes", GgufValueType.BOOL, new byte[] {1}).field("no", GgufValueType.BOOL, new byte[] {0});
        b.text("text", "größe").text("empty", "");
        b.field("texts", GgufValueType.ARRAY, b.array(GgufValueType.STRING, 2, b.string("en"), b.string("de")));
        b.field("numbers", GgufValueType.ARRAY, b.array(GgufValueType.INT32, 3, b.i32(1), b.i32(2), b.i32(3)));
        byte[] inner = b.array(GgufValueType.UINT8, 1, new byte[] {7});
        b.field("nested", GgufValueType.ARRAY, b.array(GgufValueType.ARRAY, 2, inner, inner));
        b.tensor("t", 1, 0, 4, 2);

        GgufHeader header = header(b.source(16));
        assertThat(header.version()).isEqualTo(version);
        assertThat(header.bigEndian()).isEqualTo(order == ByteOrder.BIG_ENDIAN);
        assertThat(header.tensors()).isEqualTo(1);
        assertThat(header.fields())
                .containsEntry("u8", whole("255"))
                .containsEntry("i8", whole("-1"))
                .containsEntry("u16", whole("65534"))
                .containsEntry("i16", whole("-2"))
                .containsEntry("u32", whole("4294967293"))
                .containsEntry("i32", whole("-3"))
                .containsEntry("u64", whole("18446744073709551612"))
                .containsEntry("i64", whole("-4"))
                .containsEntry("f32", new GgufValue.Real(1.5))
                .containsEntry("f64", new GgufValue.Real(-2.5))
                .containsEntry("yes", new GgufValue.Flag(true))
                .containsEntry("no", new GgufValue.Flag(false))
                .containsEntry("text", new GgufValue.Text("größe"))
                .containsEntry("texts", new GgufValue.Texts(List.of("en", "de")))
                .containsEntry("numbers", new GgufValue.Skipped("INT32[]", 3))
                .containsEntry("nested", new GgufValue.Skipped("ARRAY[]", 2));
        assertThat(header.text("empty")).isEmpty();
    }

    @Test
    void theFactsOfAModelAreRead() {
        var b = GgufBytes.v3()
                .text("general.architecture", "qwen3moe")
                .text("general.license", "apache-2.0")
                .text("general.license.name", "Example License")
                .text("general.license.link", "https://example.org/license")
                .number("general.base_model.count", 2)
                .text("general.base_model.0.name", "Base One")
                .text("general.base_model.0.organization", "Acme")
                .text("general.base_model.0.repo_url", "https://huggingface.co/acme/base-one")
                .number("general.file_type", 15)
                .number("qwen3moe.context_length", 40_960)
                .number("qwen3moe.expert_count", 8)
                .number("qwen3moe.expert_used_count", 2);
        b.tensor("token_embd.weight", 12, 0, 256, 100);
        b.tensor("blk.0.ffn_gate_exps.weight", 12, 14_400, 256, 10, 8);
        b.tensor("blk.0.ffn_gate_shexp.weight", 0, 25_920, 256);
        WeightsMetadata metadata = metadata(b.source(25_920 + 1_024));
        assertThat(metadata.parameters().byType()).isEqualTo(Map.of("Q4_K", 46_080L, "F32", 256L));
        assertThat(metadata.parameters().mixture())
                .contains(new Parameters.Mixture(8, 2, 20_480, 46_336 - 20_480 + 5_120));
        assertThat(metadata.contextLength()).contains(40_960L);
        assertThat(metadata.architecture()).contains("qwen3moe");
        assertThat(metadata.quantization()).contains("Q4_K_M");
        assertThat(metadata.license().id()).contains("apache-2.0");
        assertThat(metadata.license().name()).contains("Example License");
        assertThat(metadata.license().link()).contains("https://example.org/license");
        assertThat(metadata.bases()).singleElement().satisfies(base -> {
            assertThat(base.name()).contains("Base One");
            assertThat(base.organization()).contains("Acme");
            assertThat(base.address()).contains("https://huggingface.co/acme/base-one");
        });
    }

    @ParameterizedTest
    @CsvSource({"4,true", "8,true", "32,true", "4096,true", "0,false", "3,false", "2097152,false"})
    void tensorsBeginAtMultiplesOfTheAlignment(int alignment, boolean legal) {
        byte[] header = GgufBytes.v3()
                .number("general.alignment", alignment)
                .tensor("a", 0, 0, 1)
                .bytes();
        long data = Math.ceilDiv(header.length, (long) Math.max(alignment, 1)) * Math.max(alignment, 1);
        MemorySource source = MemorySource.ofSize(header, data + 4);
        var result = HeaderResult.of(() -> GgufReader.read(source, (name, type, shape, elements) -> {}));
        assertThat(result instanceof HeaderResult.Read<?>).isEqualTo(legal);
    }

    @Test
    void aLargeVocabularyIsPassedOverInFewReads() {
        var b = GgufBytes.v3();
        byte[][] tokens = new byte[160_000][];
        for (int i = 0; i < tokens.length; i++) {
            tokens[i] = b.string("token" + i);
        }
        b.field("tokenizer.ggml.tokens", GgufValueType.ARRAY, b.array(GgufValueType.STRING, tokens.length, tokens));
        byte[] scores = new byte[4 * tokens.length];
        b.field("tokenizer.ggml.scores", GgufValueType.ARRAY, b.array(GgufValueType.FLOAT32, tokens.length, scores));
        b.text("general.license", "mit").tensor("t", 0, 0, 8);
        MemorySource source = b.source(32);
        GgufHeader header = header(source);
        assertThat(header.text("general.license")).contains("mit");
        assertThat(header.fields())
                .containsEntry("tokenizer.ggml.tokens", new GgufValue.Skipped("STRING[]", tokens.length));
        assertThat(source.reads()).isLessThan(10);
    }

    @Test
    void anUnknownTypeIsCountedUnderItsNumber() {
        MemorySource source = GgufBytes.v3().tensor("t", 31, 0, 64).source(64);
        assertThat(metadata(source).parameters().byType()).isEqualTo(Map.of("TYPE_31", 64L));
    }

    private static GgufValue whole(String digits) {
        return new GgufValue.Whole(new BigInteger(digits));
    }

    private static GgufHeader header(MemorySource source) {
        var result = HeaderResult.of(() -> GgufReader.read(source, (name, type, shape, elements) -> {}));
        assertThat(result).isInstanceOf(HeaderResult.Read.class);
        return ((HeaderResult.Read<GgufHeader>) result).value();
    }

    private static WeightsMetadata metadata(MemorySource source) {
        var result = new WeightsReader(path -> source).readGguf(List.of("m.gguf"));
        assertThat(result).isInstanceOf(HeaderResult.Read.class);
        return ((HeaderResult.Read<WeightsMetadata>) result).value();
    }
}
