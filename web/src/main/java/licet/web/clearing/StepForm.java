package licet.web.clearing;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** Why somebody confirms, takes back or revokes. */
@Serdeable
public record StepForm(@Nullable String reason) {
    String reasonText() {
        return reason == null ? "" : reason;
    }
}
