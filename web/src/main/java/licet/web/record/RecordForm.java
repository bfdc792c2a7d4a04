package licet.web.record;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is to be put on record, as the form sends it. */
@Serdeable
public record RecordForm(
        @Nullable String model,
        @Nullable String revision,
        @Nullable String source,
        @Nullable String deployment,
        @Nullable String reason) {
    static String text(@Nullable String typed) {
        return Optional.ofNullable(typed).orElse("").strip();
    }
}
