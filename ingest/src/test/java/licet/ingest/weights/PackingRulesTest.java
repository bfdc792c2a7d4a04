package licet.ingest.weights;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many parameters hundred and sixty stored elements stand for, and which modules a quantization covers. */
class PackingRulesTest {
    private static final String EXPERT = "model.layers.0.ffn.experts.3.w1.weight";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # configuration                                        | tensor                                | type    | of 160
                    {}                                                     | a.weight                              | F32     | 160
                    {}                                                     | a.weight                              | F6_E2M3 | 160
                    {}                                                     | a.scale                               | E8M0    | 0
                    {}                                                     | a.scale                               | UE8     | 0
                    {}                                                     | a.scale                               | F8_E8M0 | 0
                    {}                                                     | a.weight_scale                        | F32     | 160
                    {quant_method: fp8}; expert fp4                        | EXPERT                                | I8      | 320
                    {quant_method: fp8}; expert fp4                        | l.0.ffn.shared_experts.w1.weight      | I8      | 160
                    {quant_method: fp8}; expert fp4                        | l.0.ffn.gate.tid2eid                  | I32     | 160
                    {quant_method: fp8}; expert fp4                        | l.0.attn.wkv.weight                   | I8      | 160
                    {quant_method: fp8}; expert fp4                        | EXPERT                                | F8_E4M3 | 160
                    {quant_method: fp8}; expert fp8                        | EXPERT                                | I8      | 160
                    {quant_method: fp8}; expert fp6                        | EXPERT                                | U8      | 160
                    {quant_method: fp8}                                    | EXPERT                                | I8      | 160
                    {quant_method: fp8}                                    | a.weight_scale_inv                    | F32     | 0
                    {quant_method: compressed-tensors, format: pack-quantized, config_groups: {g: {weights: {num_bits: 4}}}} | a.weight_packed | I32 | 1280
                    {quant_method: compressed-tensors, format: pack-quantized, config_groups: {g: {weights: {num_bits: 4}}}} | a.weight_packed | U8  | 320
                    {quant_method: compressed-tensors, format: pack-quantized, config_groups: {g: {weights: {num_bits: 2}}}} | a.weight_packed | I32 | 2560
                    {quant_method: compressed-tensors, format: pack-quantized, config_groups: {g: {weights: {num_bits: 3}}}} | a.weight_packed | I32 | 1707
                    {quant_method: compressed-tensors, format: pack-quantized, config_groups: {g: {weights: {num_bits: 5}}}} | a.weight_packed | I32 | 1024
                    {quant_method: compressed-tensors, format: pack-quantized, config_groups: {g: {weights: {num_bits: 8}}}} | a.weight_packed | I8  | 160
                    {quant_method: compressed-tensors, format: float-quantized} | a.weight                         | U8      | 160
                    {quant_method: compressed-tensors, config_groups: {g: {targets: [a], format: pack-quantized, weights: {num_bits: 2}}, h: {weights: {num_bits: 4}}}} | a.weight_packed | I32 | 2560
                    {quant_method: gptq, bits: 3}                          | a.qweight                             | I32     | 1707
                    {quant_method: awq}                                    | a.qweight                             | I32     | 1280
                    {quant_method: gptq, bits: 4, modules_to_not_convert: [a]} | a.scales                          | F16     | 160
                    {quant_method: bitsandbytes, load_in_4bit: true}       | a.weight                              | U8      | 320
                    {quant_method: bitsandbytes, load_in_8bit: true}       | a.weight                              | U8      | 160
                    {quant_method: mxfp4}                                  | a.weight                              | U8      | 160
                    {bits: 4}                                              | a.weight                              | U8      | 320
                    {bits: 4000000000}                                     | a.weight                              | U8      | 160
                    """)
    void packedValuesAreCountedAndScalesAreNot(String config, String tensor, String type, long expected)
            throws RefusedHeader {
        var rules = new PackingRules(config(config));
        String name = tensor.equals("EXPERT") ? EXPERT : tensor;
        assertThat(rules.ratio(name, type).of(160, name)).isEqualTo(expected);
    }

    /** The table is easier to read without quotes and expert types, which are added here. */
    private static WeightsConfig config(String row) {
        String[] parts = row.split("; expert ", 2);
        String quoted = parts[0].replaceAll("([a-z][a-z0-9_-]*)", "\"$1\"").replace("\"true\"", "true");
        String expert = parts.length > 1 ? ", \"expert_dtype\": \"%s\"".formatted(parts[1]) : "";
        return WeightsConfigReader.read(
                parts[0].equals("{}") ? "{}" : "{\"quantization_config\": %s%s}".formatted(quoted, expert));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # pattern      | text                  | matches
                    foo            | foo                   | true
                    foo            | foobar                | false
                    foo            | xfoo                  | false
                    *.txt          | .txt                  | true
                    *.txt          | file.txt.bak          | false
                    *.txt          | txt                   | false
                    model.*        | model.                | true
                    model.*        | my_model.bin          | false
                    *layer*        | layer                 | true
                    *layer*        | no_match              | false
                    a*b*c          | abc                   | true
                    a*b*c          | aXXbYYc               | true
                    a*b*c          | aXXbYY                | false
                    a*b*c          | XXbYYc                | false
                    ab*ba          | aba                   | false
                    *              | ''                    | true
                    *              | anything              | true
                    """)
    void aStarStandsForAnyText(String pattern, String text, boolean matches) {
        assertThat(ModuleTargets.glob(pattern, text)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # target                           | module                         | matches
                    model.embed_tokens                 | model.embed_tokens             | true
                    model.embed_tokens                 | model.embed_tokens_per_layer   | false
                    Linear                             | model.layers.0.mlp.down_proj   | false
                    re:.*lm_head$                      | model.lm_head                  | true
                    re:.*lm_head$                      | model.lm_head.weight           | false
                    re:model\\.layers.*                | model.layers.0.mlp.gate_proj   | true
                    re:model\\.layers.*                | lm.model.layers.0              | false
                    re:^model\\.layers.*               | model.layers.0                 | true
                    re:.*mlp\\.(gate{or}up)_proj.*     | model.layers.0.mlp.gate_proj   | false
                    re:(a+)+$                          | aaaaaaaaaaaaaaaaaaaaab         | false
                    """)
    void targetsAreMatchedWithoutRunningTheirExpressions(String target, String module, boolean matches) {
        assertThat(ModuleTargets.matches(target.replace("{or}", "|"), module)).isEqualTo(matches);
    }

    @Test
    void modulesThatAreNotConvertedAreNotCovered() {
        Quantization bare = quantization("{\"modules_to_not_convert\": [\"lm_head\", \"embed_tokens\"]}");
        assertThat(bare.covers("model.lm_head.weight")).isFalse();
        assertThat(bare.covers("model.embed_tokens.weight")).isFalse();
        assertThat(bare.covers("model.layers.0.self_attn.q_proj.weight")).isTrue();
        Quantization ignoring = quantization("{\"ignore\": [\"re:.*self_attn.*\", \"re:.*lm_head.*\"]}");
        assertThat(ignoring.covers("model.layers.0.self_attn.q_proj.weight")).isFalse();
        assertThat(ignoring.covers("model.layers.0.mlp.experts.0.weight")).isTrue();
    }

    @Test
    void aConfigurationIsReadAsFarAsItCanBe() {
        assertThat(WeightsConfigReader.read("nonsense")).isEqualTo(WeightsConfig.NONE);
        assertThat(WeightsConfigReader.read("[1]")).isEqualTo(WeightsConfig.NONE);
        assertThat(WeightsConfigReader.read("{\"a\":" + "[".repeat(5_000))).isEqualTo(WeightsConfig.NONE);
        WeightsConfig config = WeightsConfigReader.read("""
                        {"n_positions": 1024, "text_config": {"num_experts": 8, "num_experts_per_tok": 2,
                         "quantization_config": {"quant_method": "AWQ", "bits": 4}}}""");
        assertThat(config.contextLength()).contains(1024L);
        assertThat(config.experts()).contains(new WeightsConfig.Experts(8, 2));
        assertThat(config.quantization()).map(Quantization::label).contains("awq 4-bit");
        assertThat(WeightsConfigReader.read("{\"num_experts\": 2, \"num_experts_per_tok\": 8}")
                        .experts())
                .isEmpty();
    }

    private static Quantization quantization(String json) {
        return WeightsConfigReader.read("{\"quantization_config\": " + json + "}")
                .quantization()
                .orElseThrow();
    }
}
