package licet.web.request;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why something is done. */
@Serdeable
public record ReasonForm(@Nullable String reason) {
    String text() {
        return AskForm.text(reason);
    }

    Map<String, String> values() {
        return Map.of("reason", text());
    }
}
