package licet.web.request;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody says: an answer, a comment, or why they give up. */
@Serdeable
public record WordsForm(@Nullable String words) {
    String text() {
        return AskForm.text(words);
    }

    Map<String, String> values() {
        return Map.of("words", text());
    }
}
