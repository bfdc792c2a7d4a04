package licet.ingest.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import licet.ingest.weights.WeightsProblem.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightsReaderTest {
    private static final String FIRST = "model-00001-of-000003.safetensors";
    private static final String SECOND = "model-00002-of-000003.safetensors";

    @Test
    void shardsAreAddedUpAndMissingOnesNoted() {
        Map<String, RangeSource> files = new HashMap<>();
        files.put(FIRST, new TensorList().add("a", "BF16", 10, 10).source());
        files.put(
                SECOND, new TensorList().add("b", "BF16", 5).add("c", "F32", 7).source());
        WeightsMetadata metadata = read(files, List.of(FIRST, SECOND), "{}", Optional.empty());
        assertThat(metadata.parameters().byType()).isEqualTo(Map.of("BF16", 105L, "F32", 7L));
        assertThat(metadata.parameters().mainType()).contains("BF16");
        assertThat(metadata.problems()).extracting(WeightsProblem::kind).containsExactly(Kind.MISSING_SHARDS);
    }

    @Test
    void claimsBeyondTheTensorsAreNotBelieved() {
        var tensors = new TensorList().add("weight", "F32", 10, 20);
        Map<String, RangeSource> files = Map.of(
                "honest", tensors.metadata("total_parameters", "200").source(),
                "boasting", tensors.metadata("total_parameters", "999000000000").source());
        assertThat(read(files, List.of("honest"), "{}", Optional.of(200L)).problems())
                .isEmpty();
        WeightsMetadata boasting = read(files, List.of("boasting"), "{}", Optional.of(201L));
        assertThat(boasting.parameters().total()).isEqualTo(200);
        assertThat(boasting.problems())
                .extracting(WeightsProblem::kind)
                .containsExactly(Kind.INFLATED_TOTAL, Kind.INFLATED_TOTAL);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # layout of the routed experts                   | active
                    model.layers.0.mlp.experts.%d.w1.weight          | 1200
                    model.layers.0.mlp.experts.expert_%d.wi.weight   | 1200
                    experts.%d.down_proj.weight                      | 1200
                    model.layers.0.mlp.shared_experts.%d.w1.weight   | 1800
                    """)
    void activeParametersAreTheRestAndTheChosenExperts(String layout, long active) {
        var tensors = new TensorList().add("embed", "BF16", 1_000).add("scalar", "I64");
        for (int i = 0; i < 8; i++) {
            tensors.add(layout.formatted(i), "BF16", 10, 10);
        }
        var metadata = read(Map.of("m", tensors.source()), List.of("m"), MIXTURE, Optional.empty());
        assertThat(metadata.parameters().total()).isEqualTo(1_800);
        assertThat(metadata.parameters()
                        .mixture()
                        .map(Parameters.Mixture::active)
                        .orElse(1_800L))
                .isEqualTo(active);
    }

    @Test
    void stackedExpertsAreKnownByTheirFirstDimension() {
        var tensors = new TensorList()
                .add("model.layers.0.mlp.experts.gate_up_proj", "BF16", 8, 100)
                .add("model.layers.0.mlp.experts.router_scale", "BF16", 3)
                .add("embed", "BF16", 1_000);
        var metadata = read(Map.of("m", tensors.source()), List.of("m"), MIXTURE, Optional.empty());
        assertThat(metadata.parameters().mixture()).contains(new Parameters.Mixture(8, 2, 800, 1_203));
        var dense = read(
                Map.of("m", new TensorList().add("a", "F32", 8).source()), List.of("m"), MIXTURE, Optional.empty());
        assertThat(dense.parameters().mixture()).isEmpty();
    }

    private static final String MIXTURE = "{\"num_local_experts\": 8, \"num_experts_per_tok\": 2}";

    /** A dense part and experts of which four of thirty-two work on each token. */
    @Test
    void theActivePartOfARealMixtureIsAsPublished() {
        String config = """
                {"num_local_experts": 32, "num_experts_per_tok": 4, "max_position_embeddings": 131072,
                 "quantization_config": {"quant_method": "mxfp4"}}""";
        var metadata = read(Map.of("m", Architectures.gptOss(24, 32).source()), List.of("m"), config, Optional.empty());
        long active = metadata.parameters().mixture().orElseThrow().active();
        assertThat(active).isBetween(3_500_000_000L, 4_300_000_000L);
        assertThat(metadata.contextLength()).contains(131_072L);
        assertThat(metadata.quantization()).contains("mxfp4");
    }

    @Test
    void textsBesideTheTensorsNameLicenseAndBase() {
        var tensors = new TensorList()
                .add("a", "F32", 1)
                .metadata("modelspec.license", "openrail++")
                .metadata("modelspec.architecture", "stable-diffusion-xl-v1-base/lora")
                .metadata("ss_sd_model_name", "base.safetensors");
        var metadata = read(Map.of("m", tensors.source()), List.of("m"), "{}", Optional.empty());
        assertThat(metadata.license().id()).contains("openrail++");
        assertThat(metadata.architecture()).contains("stable-diffusion-xl-v1-base/lora");
        assertThat(metadata.bases())
                .singleElement()
                .satisfies(base -> assertThat(base.name()).contains("base.safetensors"));
    }

    @Test
    void aSourceThatFailsSaysNothingAboutTheFile() {
        var result = new WeightsReader(path -> {
                    throw new IOException("connection reset");
                })
                .readSafetensors(List.of("m"), WeightsConfig.NONE, Optional.empty());
        assertThat(result).isInstanceOfSatisfying(HeaderResult.Refused.class, refused -> {
            WeightsProblem problem = ((HeaderResult.Refused<?>) refused).problem();
            assertThat(problem).isEqualTo(new WeightsProblem(Kind.READ_FAILED, "m: connection reset"));
            assertThat(problem.isPassing()).isTrue();
        });
    }

    @Test
    void localFilesAreReadWhereTheyLie(@TempDir Path folder) throws IOException {
        String json = new TensorList().add("a", "F32", 2).json();
        byte[] header = TensorList.file(json);
        Files.write(folder.resolve("model.safetensors"), GgufBytes.join(header, new byte[8]));
        var result = new WeightsReader(path -> FileSource.open(folder.resolve(path)))
                .readSafetensors(List.of("model.safetensors"), WeightsConfig.NONE, Optional.empty());
        assertThat(result).isInstanceOf(HeaderResult.Read.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    model_00005-of-00072.safetensors        | model   | 5 | 72
                    model-00001-of-000163.safetensors       | model   | 1 | 163
                    transformer/m-00002-of-00009.safetensors| transformer/m | 2 | 9
                    Grok-100B-v1.0-Q4_0-00003-of-00009.gguf | Grok-100B-v1.0-Q4_0 | 3 | 9
                    model.safetensors                       | -       | 0 | 0
                    model-0001-of-0002.safetensors          | -       | 0 | 0
                    """)
    void shardsAreKnownByTheirNames(String path, String stem, int number, int count) {
        assertThat(ShardName.find(path).map(ShardName::stem)).isEqualTo(Optional.ofNullable(stem));
        assertThat(ShardName.find(path).map(ShardName::number).orElse(0)).isEqualTo(number);
        assertThat(ShardName.find(path).map(ShardName::count).orElse(0)).isEqualTo(count);
    }

    private static WeightsMetadata read(
            Map<String, ? extends RangeSource> files, List<String> names, String config, Optional<Long> stated) {
        var result = new WeightsReader(files::get).readSafetensors(names, WeightsConfigReader.read(config), stated);
        assertThat(result).isInstanceOf(HeaderResult.Read.class);
        return ((HeaderResult.Read<WeightsMetadata>) result).value();
    }
}
