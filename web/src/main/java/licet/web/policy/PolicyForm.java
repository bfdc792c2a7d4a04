package licet.web.policy;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * The fields as they were typed.
 *
 * @param basedOn the version in force when the page was made
 */
@Serdeable
public record PolicyForm(
        @Nullable String source,
        @Nullable String reason,
        @Nullable String basedOn) {
    static PolicyForm of(String source, String basedOn) {
        return new PolicyForm(source, "", basedOn);
    }

    String sourceText() {
        return source == null ? "" : source.replace("\r\n", "\n");
    }

    String reasonText() {
        return reason == null ? "" : reason;
    }

    String basedOnText() {
        return basedOn == null ? "" : basedOn;
    }
}
