package licet.rules;

import java.util.regex.Pattern;

/** Checks that records make on themselves: a value that breaks its rule is a bug or bad data, never carried on. */
public final class Check {
    private Check() {}

    /** Returns {@code value} when it matches {@code pattern}; the message names what it should have been. */
    public static String matches(String value, Pattern pattern, String what) {
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException("%s must match %s, but is '%s'".formatted(what, pattern, value));
        }
        return value;
    }

    public static String notBlank(String value, String what) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(what + " must not be blank");
        }
        return value;
    }

    public static void that(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
