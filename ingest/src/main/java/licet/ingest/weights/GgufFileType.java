package licet.ingest.weights;

import java.util.List;
import java.util.Optional;

/** The mixtures of types that {@code general.file_type} names by number. */
final class GgufFileType {
    /** By number; empty where a number was withdrawn. */
    private static final List<String> NAMES = List.of(
            "F32",
            "F16",
            "Q4_0",
            "Q4_1",
            "",
            "",
            "",
            "Q8_0",
            "Q5_0",
            "Q5_1",
            "Q2_K",
            "Q3_K_S",
            "Q3_K_M",
            "Q3_K_L",
            "Q4_K_S",
            "Q4_K_M",
            "Q5_K_S",
            "Q5_K_M",
            "Q6_K",
            "IQ2_XXS",
            "IQ2_XS",
            "Q2_K_S",
            "IQ3_XS",
            "IQ3_XXS",
            "IQ1_S",
            "IQ4_NL",
            "IQ3_S",
            "IQ3_M",
            "IQ2_S",
            "IQ2_M",
            "IQ4_XS",
            "IQ1_M",
            "BF16",
            "",
            "",
            "",
            "TQ1_0",
            "TQ2_0",
            "MXFP4_MOE",
            "NVFP4",
            "Q1_0");

    private GgufFileType() {}

    static Optional<String> find(long number) {
        return number >= 0 && number < NAMES.size()
                ? Optional.of(NAMES.get((int) number)).filter(name -> !name.isEmpty())
                : Optional.empty();
    }
}
