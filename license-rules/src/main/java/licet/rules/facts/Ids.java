package licet.rules.facts;

import java.util.Locale;

/** The one written form of enum values: lower case with hyphens, in ids, YAML and JSON alike. */
public final class Ids {
    private Ids() {}

    public static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The enum constant for a written form, or an error that lists what is allowed. */
    public static <E extends Enum<E>> E parse(Class<E> type, String written) {
        for (E constant : type.getEnumConstants()) {
            if (of(constant).equals(written)) {
                return constant;
            }
        }
        var allowed =
                java.util.Arrays.stream(type.getEnumConstants()).map(Ids::of).toList();
        throw new IllegalArgumentException("'" + written + "' is not one of " + String.join(", ", allowed));
    }
}
