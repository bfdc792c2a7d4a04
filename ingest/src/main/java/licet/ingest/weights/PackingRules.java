package licet.ingest.weights;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** How many parameters a stored element stands for: none for scales, several where narrow values are packed into integers. */
final class PackingRules {
    private static final Set<String> BOOKKEEPING = Set.of(
            "weight_scale",
            "weight_scale_inv",
            "weight_scale_2",
            "weight_global_scale",
            "weight_zero_point",
            "input_scale",
            "input_global_scale",
            "input_zero_point",
            "zero_point",
            "weight_shape",
            "weight_g_idx");

    private static final Set<String> GPTQ_BOOKKEEPING = Set.of("qzeros", "g_idx", "scales");
    private static final Set<String> BNB_BOOKKEEPING =
            Set.of("absmax", "quant_map", "nested_absmax", "nested_quant_map");

    /** Widths by the words that name them in a format; six bits are left out, since these have types of their own. */
    private static final Map<String, Integer> WORDS = Map.of("fp4", 4, "int4", 4, "nf4", 4, "int2", 2);

    private final Optional<Quantization> quantization;
    private final OptionalInt expertBits;

    PackingRules(WeightsConfig config) {
        this.quantization = config.quantization();
        this.expertBits = config.expertType().map(PackingRules::bits).orElse(OptionalInt.empty());
    }

    /** So many parameters in so many elements. */
    record Ratio(int parameters, int elements) {
        static final Ratio ONE = new Ratio(1, 1);
        static final Ratio NONE = new Ratio(0, 1);

        long of(long count, String tensor) throws RefusedHeader {
            try {
                return (Math.multiplyExact(count, parameters) + elements / 2) / elements;
            } catch (ArithmeticException e) {
                throw Shapes.overflow(tensor);
            }
        }
    }

    Ratio ratio(String tensor, String type) {
        if (TensorTypes.isScale(type)) {
            return Ratio.NONE;
        }
        return quantization
                .map(q -> isBookkeeping(q, tensor, type) ? Ratio.NONE : packed(q, tensor, type))
                .orElse(Ratio.ONE);
    }

    private static boolean isBookkeeping(Quantization quantization, String tensor, String type) {
        String suffix = tensor.substring(tensor.lastIndexOf('.') + 1);
        return BOOKKEEPING.contains(suffix)
                || switch (quantization.method()) {
                    case "mxfp4" -> type.equals("U8") && suffix.endsWith("_scales");
                    case "bitsandbytes" -> BNB_BOOKKEEPING.contains(suffix) || suffix.startsWith("bitsandbytes__");
                    case "gptq", "awq" -> quantization.covers(tensor) && GPTQ_BOOKKEEPING.contains(suffix);
                    default -> false;
                };
    }

    private Ratio packed(Quantization quantization, String tensor, String type) {
        if (!quantization.covers(tensor)) {
            return Ratio.ONE;
        }
        return switch (quantization.method()) {
            case "mxfp4" ->
                tensor.contains("_blocks") && type.equals("U8") ? ratio(type, OptionalInt.of(4)) : Ratio.ONE;
            case "gptq", "awq" -> gptq(quantization, tensor, type);
            case "compressed-tensors" -> compressed(quantization, tensor, type);
            case "fp8" -> isRoutedExpert(tensor) ? ratio(type, expertBits) : Ratio.ONE;
            case "bitsandbytes" -> type.equals("U8") && quantization.fourBit() ? new Ratio(2, 1) : Ratio.ONE;
            default -> {
                boolean four = quantization.fourBit() || quantization.bits().orElse(0) == 4;
                yield type.equals("U8") && four ? new Ratio(2, 1) : Ratio.ONE;
            }
        };
    }

    private static Ratio gptq(Quantization quantization, String tensor, String type) {
        if (tensor.endsWith("qweight")) {
            return ratio(type, OptionalInt.of(quantization.bits().orElse(4)));
        }
        int bits = quantization.bits().orElse(0);
        return type.equals("U8") && (bits == 4 || bits == 2) ? ratio(type, OptionalInt.of(bits)) : Ratio.ONE;
    }

    /** Modules can differ in width; where no group names the module, the first group with a width speaks for all. */
    private static Ratio compressed(Quantization quantization, String tensor, String type) {
        String module = ModuleTargets.module(tensor);
        List<Quantization.Group> groups = quantization.groups();
        Optional<Quantization.Group> own = groups.stream()
                .filter(g -> g.targets().stream().anyMatch(target -> ModuleTargets.matches(target, module)))
                .findFirst();
        String format = own.flatMap(Quantization.Group::format)
                .or(quantization::format)
                .orElse("")
                .toLowerCase(Locale.ROOT);
        if (!format.endsWith("pack-quantized")) {
            return Ratio.ONE;
        }
        OptionalInt stated = own.map(Quantization.Group::bits)
                .filter(OptionalInt::isPresent)
                .or(() -> groups.stream()
                        .map(Quantization.Group::bits)
                        .filter(OptionalInt::isPresent)
                        .findFirst())
                .orElseGet(() -> bits(format));
        return ratio(type, OptionalInt.of(stated.orElse(4)));
    }

    /** Packing runs across elements, so that a width that does not divide the integer still fills it. */
    private static Ratio ratio(String type, OptionalInt bits) {
        OptionalInt container = TensorTypes.container(type);
        if (container.isEmpty() || bits.isEmpty() || bits.getAsInt() >= container.getAsInt()) {
            return Ratio.ONE;
        }
        return new Ratio(container.getAsInt(), bits.getAsInt());
    }

    private static boolean isRoutedExpert(String tensor) {
        return tensor.contains(".experts.") && !tensor.contains("shared_experts");
    }

    private static OptionalInt bits(String format) {
        String lower = format.toLowerCase(Locale.ROOT);
        return WORDS.entrySet().stream()
                .filter(word -> lower.contains(word.getKey()))
                .mapToInt(Map.Entry::getValue)
                .findFirst();
    }
}
