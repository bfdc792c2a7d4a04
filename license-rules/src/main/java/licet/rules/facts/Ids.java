package licet.rules.facts;

import java.util.Arrays;
import java.util.Locale;

/** The one written form of enum values: lower case with hyphens, in ids, YAML and JSON alike. */
public final class Ids {
    /** Each form is written once; evaluations ask for them by the hundred. */
    private static final ClassValue<String[]> WRITTEN = new ClassValue<>() {
        @Override
        protected String[] computeValue(Class<?> type) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant ->
                            ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .toArray(String[]::new);
        }
    };

    private Ids() {}

    public static String of(Enum<?> value) {
        return WRITTEN.get(value.getDeclaringClass())[value.ordinal()];
    }

    /** The enum constant for a written form, or an error that lists what is allowed. */
    public static <E extends Enum<E>> E parse(Class<E> type, String written) {
        for (E constant : type.getEnumConstants()) {
            if (of(constant).equals(written)) {
                return constant;
            }
        }
        var allowed = Arrays.stream(type.getEnumConstants()).map(Ids::of).toList();
        throw new IllegalArgumentException("'" + written + "' is not one of " + String.join(", ", allowed));
    }
}
