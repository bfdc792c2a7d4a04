package licet.registry.platform.problem;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a request.
 *
 * @param field a parameter's name, or a JSON pointer into the body
 * @param value what was sent, cut when long; null where it must not be repeated
 * @param mend what to send instead
 */
@Serdeable
public record FieldError(String field, @Nullable String value, String mend) {
    private static final int LONGEST_ECHO = 200;

    public FieldError {
        if (value != null && value.length() > LONGEST_ECHO) {
            value = value.substring(0, LONGEST_ECHO) + "…";
        }
    }
}
