package licet.ingest.weights;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How the configuration says that weights were made smaller.
 *
 * @param method the {@code quant_method} in lower case, empty text where none is given
 * @param format of the compressed-tensors family
 * @param ignored modules left alone, as compressed-tensors writes targets
 * @param notConverted modules left alone, as parts of names or with {@code *}
 */
public record Quantization(
        String method,
        OptionalInt bits,
        boolean fourBit,
        Optional<String> format,
        List<Group> groups,
        List<String> ignored,
        List<String> notConverted) {
    public Quantization {
        groups = List.copyOf(groups);
        ignored = List.copyOf(ignored);
        notConverted = List.copyOf(notConverted);
    }

    /** Modules that share a width. */
    public record Group(List<String> targets, OptionalInt bits, Optional<String> format) {
        public Group {
            targets = List.copyOf(targets);
        }
    }

    /** For people: the method, and the width where one is stated. */
    public String label() {
        OptionalInt width = bits.isPresent() || !fourBit ? bits : OptionalInt.of(4);
        String name = method.isEmpty() ? "quantized" : method;
        return width.isPresent() ? "%s %d-bit".formatted(name, width.getAsInt()) : name;
    }

    /** Whether a tensor is among those that were made smaller. */
    boolean covers(String tensor) {
        String module = ModuleTargets.module(tensor);
        return ignored.stream().noneMatch(target -> ModuleTargets.matches(target, module))
                && notConverted.stream().noneMatch(part -> ModuleTargets.excludes(part, tensor));
    }
}
