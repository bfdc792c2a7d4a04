package licet.registry.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Optional;
import licet.registry.platform.ClosedChoice;

/**
 * Something that happened, or will, to a model or a whole family.
 *
 * @param id the same as long as it is the same event
 * @param family key of a family, or a namespace in lower case
 * @param model owner/name; absent where it is about the whole family
 * @param first the first day on which it can have been
 * @param last the last one; the same where the day is known
 * @param certain whether the day is settled
 * @param successor of what is superseded
 * @param basis how it is known
 * @param source who says so, in words or as an address
 */
@Schema(name = "ReleaseEvent")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ReleaseEvent(
        String id,
        ReleaseKind kind,
        String family,
        Optional<String> model,
        LocalDate first,
        LocalDate last,
        boolean certain,
        Optional<String> successor,
        Basis basis,
        Optional<String> source,
        Optional<String> note) {
    private static final int SHOWN = 80;

    /** What it is about: a model, or a family with what is said of it, since a family ends part by part. */
    String name() {
        return name(model, family, note);
    }

    static String name(Optional<String> model, String family, Optional<String> note) {
        return model.orElseGet(() -> family + note.map(ReleaseEvent::shown).orElse(""));
    }

    private static String shown(String note) {
        return " ("
                + (note.length() <= SHOWN ? note : note.substring(0, SHOWN - 1).strip() + "…") + ")";
    }

    /** How well an event is known. */
    public enum Basis implements ClosedChoice {
        /** Seen in the repository. */
        REPOSITORY("repository"),
        /** The license text that the model came with dates it. */
        LICENSE_TEXT("license-text"),
        GENERAL_KNOWLEDGE("general-knowledge"),
        /** Somebody says so, and nothing else shows it. */
        STATED("stated"),
        /** A person entered it with a source. */
        ENTERED("entered");

        private final String word;

        Basis(String word) {
            this.word = word;
        }

        @Override
        @JsonValue
        public String word() {
            return word;
        }
    }

    /** Whether the day itself is known. */
    public boolean isDay() {
        return first.equals(last);
    }
}
