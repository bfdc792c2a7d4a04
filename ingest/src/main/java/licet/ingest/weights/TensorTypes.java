package licet.ingest.weights;

import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** The types of safetensors: how wide one element is, and which types can hold several packed values. */
final class TensorTypes {
    /** Only exponents: the scales of blocks, never parameters. */
    private static final Set<String> SCALES = Set.of("F8_E8M0", "E8M0", "UE8");

    private static final Map<String, Integer> BITS = Map.ofEntries(
            Map.entry("BOOL", 8),
            Map.entry("F4", 4),
            Map.entry("F6_E2M3", 6),
            Map.entry("F6_E3M2", 6),
            Map.entry("U8", 8),
            Map.entry("I8", 8),
            Map.entry("F8_E4M3", 8),
            Map.entry("F8_E5M2", 8),
            Map.entry("F8_E4M3FNUZ", 8),
            Map.entry("F8_E5M2FNUZ", 8),
            Map.entry("F8_E8M0", 8),
            Map.entry("U16", 16),
            Map.entry("I16", 16),
            Map.entry("F16", 16),
            Map.entry("BF16", 16),
            Map.entry("U32", 32),
            Map.entry("I32", 32),
            Map.entry("F32", 32),
            Map.entry("U64", 64),
            Map.entry("I64", 64),
            Map.entry("F64", 64),
            Map.entry("C64", 64));

    private TensorTypes() {}

    /** Empty for a type that is newer than this table. */
    static OptionalInt bits(String type) {
        Integer bits = BITS.get(type);
        return bits == null ? OptionalInt.empty() : OptionalInt.of(bits);
    }

    static boolean isScale(String type) {
        return SCALES.contains(type);
    }

    /** The width of an integer that can hold packed values; empty for floats, which hold one. */
    static OptionalInt container(String type) {
        return switch (type) {
            case "U8", "I8", "U16", "I16", "U32", "I32" -> bits(type);
            default -> OptionalInt.empty();
        };
    }
}
