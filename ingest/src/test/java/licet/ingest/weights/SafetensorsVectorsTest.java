package licet.ingest.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The parameters of real models, by type of storage, as their publishers and other readers count them. */
class SafetensorsVectorsTest {
    private static final Architectures.Llama.Linear PLAIN =
            (list, name, out, in) -> list.add(name + ".weight", "BF16", out, in);

    static Stream<Arguments> models() {
        return Stream.of(
                Arguments.of("bert-base-uncased", "", Architectures.bert(), Map.of("F32", 110_106_428L)),
                Arguments.of("roberta-base", "", Architectures.roberta(), Map.of("F32", 124_697_433L, "I64", 514L)),
                Arguments.of("bloomz-560m", "", Architectures.bloom(24, 1_024, "F16"), Map.of("F16", 559_214_592L)),
                Arguments.of("bloom", "", Architectures.bloom(70, 14_336, "BF16"), Map.of("BF16", 176_247_271_424L)),
                Arguments.of(
                        "zephyr-7b",
                        "",
                        Architectures.Llama.MISTRAL_7B.tensors("BF16", PLAIN),
                        Map.of("BF16", 7_241_732_096L)),
                Arguments.of("8B w4a16", GPTQ, gptq(), Map.of("I32", 6_979_321_856L, "F16", 1_052_315_648L)),
                Arguments.of("8B bnb-4bit", BNB, bnb(), Map.of("U8", 6_979_321_856L, "BF16", 1_050_939_392L)),
                Arguments.of("70B w4a16", PACKED, packed(), Map.of("I32", 68_451_041_280L, "BF16", 2_102_665_216L)),
                Arguments.of(
                        "gpt-oss-20b",
                        MXFP4,
                        Architectures.gptOss(24, 32),
                        Map.of("U8", 19_110_297_600L, "BF16", 1_804_459_584L)),
                Arguments.of(
                        "gpt-oss-120b",
                        MXFP4,
                        Architectures.gptOss(36, 128),
                        Map.of("U8", 114_661_785_600L, "BF16", 2_167_371_072L)),
                Arguments.of(
                        "Kimi-K2.5 by sums",
                        PACKED,
                        kimi2(),
                        Map.of("F32", 23_040L, "I32", 1_014_686_023_680L, "BF16", 12_193_329_648L)),
                Arguments.of(
                        "Kimi-K3 by sums",
                        MXFP4_PACKED,
                        kimi3(),
                        Map.of("F32", 11_122_432L, "BF16", 57_179_884_544L, "U8", 2_722_740_830_208L)),
                Arguments.of(
                        "DeepSeek-V4-Pro by sums",
                        FP8_EXPERTS,
                        deepSeek(),
                        Map.of(
                                "BF16", 2_816_899_328L,
                                "I64", 2_327_040L,
                                "F32", 87_776_414L,
                                "F8_E4M3", 23_169_335_296L,
                                "I8", 1_572_763_336_704L)));
    }

    private static final String GPTQ = """
            {"quantization_config": {"quant_method": "gptq", "bits": 4}}""";
    private static final String BNB = """
            {"quantization_config": {"quant_method": "bitsandbytes", "load_in_4bit": true}}""";
    private static final String MXFP4 = """
            {"quantization_config": {"quant_method": "mxfp4", "modules_to_not_convert":
             ["model.layers.*.self_attn", "model.layers.*.mlp.router", "model.embed_tokens", "lm_head"]}}""";
    private static final String PACKED = """
            {"text_config": {"quantization_config": {"quant_method": "compressed-tensors", "format": "pack-quantized",
             "config_groups": {"group_0": {"targets": ["Linear"], "weights": {"num_bits": 4}}}, "ignore": ["lm_head"]}}}""";
    private static final String MXFP4_PACKED = """
            {"quantization_config": {"quant_method": "compressed-tensors", "format": "mxfp4-pack-quantized",
             "ignore": ["re:.*self_attn.*", "re:.*lm_head.*"]}}""";
    private static final String FP8_EXPERTS = """
            {"quantization_config": {"quant_method": "fp8"}, "expert_dtype": "fp4"}""";

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void parametersAreCountedAsPublished(String model, String config, TensorList tensors, Map<String, Long> expected) {
        MemorySource source = tensors.source();
        var reader = new WeightsReader(path -> source);
        var result = reader.readSafetensors(
                List.of("model.safetensors"), WeightsConfigReader.read(config), Optional.empty());
        assertThat(result).isInstanceOfSatisfying(HeaderResult.Read.class, read -> {
            Parameters parameters = ((WeightsMetadata) read.value()).parameters();
            assertThat(parameters.byType()).isEqualTo(expected);
            assertThat(parameters.total())
                    .isEqualTo(expected.values().stream()
                            .mapToLong(Long::longValue)
                            .sum());
        });
        assertThat(source.fetched()).isLessThan(300_000);
    }

    private static TensorList gptq() {
        return Architectures.Llama.LLAMA_8B.tensors(
                "F16",
                (list, name, out, in) -> list.add(name + ".qweight", "I32", in / 8, out)
                        .add(name + ".qzeros", "I32", in / 128, out / 8)
                        .add(name + ".scales", "F16", in / 128, out)
                        .add(name + ".g_idx", "I32", in)
                        .add(name + ".bias", "F16", out));
    }

    private static TensorList bnb() {
        return Architectures.Llama.LLAMA_8B.tensors(
                "BF16",
                (list, name, out, in) -> list.add(name + ".weight", "U8", out * in / 2, 1)
                        .add(name + ".weight.absmax", "U8", out * in / 64)
                        .add(name + ".weight.quant_map", "F32", 16)
                        .add(name + ".weight.nested_absmax", "F32", out * in / 64 / 256)
                        .add(name + ".weight.nested_quant_map", "F32", 256)
                        .add(name + ".weight.quant_state.bitsandbytes__nf4", "U8", 85));
    }

    private static TensorList packed() {
        return Architectures.Llama.LLAMA_70B.tensors(
                "BF16",
                (list, name, out, in) -> list.add(name + ".weight_packed", "I32", out, in / 8)
                        .add(name + ".weight_scale", "BF16", out, in / 128)
                        .add(name + ".weight_shape", "I64", 2)
                        .add(name + ".weight_g_idx", "I32", in));
    }

    private static TensorList kimi2() {
        return new TensorList()
                .add("language_model.model.layers.1.mlp.gate.bias", "F32", 23_040)
                .add("language_model.model.layers.1.mlp.experts.0.down_proj.weight_packed", "I32", 126_835_752_960L)
                .add("language_model.model.layers.1.mlp.experts.0.down_proj.weight_scale", "BF16", 31_700_000_000L)
                .add("language_model.model.layers.1.mlp.experts.0.down_proj.weight_shape", "I32", 2)
                .add("language_model.model.embed_tokens.weight", "BF16", 12_193_329_648L);
    }

    private static TensorList kimi3() {
        return new TensorList()
                .add("model.layers.1.mlp.gate.bias", "F32", 11_122_432)
                .add("model.layers.1.self_attn.q_proj.weight", "BF16", 57_179_884_544L)
                .add("model.layers.1.mlp.experts.0.weight_packed", "U8", 1_361_370_415_104L)
                .add("model.layers.1.mlp.experts.0.weight_scale", "U8", 85_085_650_944L);
    }

    private static TensorList deepSeek() {
        return new TensorList()
                .add("layers.0.attn.wq.weight", "F8_E4M3", 23_169_335_296L)
                .add("layers.0.attn.wq.scale", "F8_E8M0", 49_150_268_416L)
                .add("layers.0.ffn.experts.3.w1.weight", "I8", 786_381_668_352L)
                .add("layers.0.ffn.gate.tid2eid", "I64", 2_327_040)
                .add("layers.0.ffn.gate.bias", "F32", 87_776_414)
                .add("embed.weight", "BF16", 2_816_899_328L);
    }
}
