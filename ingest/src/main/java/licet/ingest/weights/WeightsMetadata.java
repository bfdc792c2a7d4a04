package licet.ingest.weights;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the headers of one set of weights say.
 *
 * @param files that were read, in their order
 * @param contextLength in tokens
 * @param quantization for people, such as {@code gptq 4-bit} or {@code Q4_K_M}
 * @param problems oddities that did not keep the headers from being read
 */
public record WeightsMetadata(
        Format format,
        List<String> files,
        Parameters parameters,
        Optional<Long> contextLength,
        Optional<String> architecture,
        Optional<String> quantization,
        HeaderLicense license,
        List<HeaderBase> bases,
        List<WeightsProblem> problems) {
    public WeightsMetadata {
        files = List.copyOf(files);
        bases = List.copyOf(bases);
        problems = List.copyOf(problems);
    }

    WeightsMetadata withProblems(List<WeightsProblem> more) {
        List<WeightsProblem> all = new ArrayList<>(more);
        all.addAll(problems);
        return new WeightsMetadata(
                format, files, parameters, contextLength, architecture, quantization, license, bases, all);
    }

    public enum Format {
        SAFETENSORS,
        GGUF
    }
}
