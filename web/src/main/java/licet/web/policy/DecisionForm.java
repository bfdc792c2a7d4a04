package licet.web.policy;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * Why a draft is put in force or taken back.
 *
 * @param replaces the version in force that the preview was held against
 */
@Serdeable
public record DecisionForm(
        @Nullable String reason, @Nullable String replaces) {
    String reasonText() {
        return reason == null ? "" : reason;
    }

    String replacesText() {
        return replaces == null ? "" : replaces;
    }
}
