package licet.registry.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import licet.registry.platform.ClosedChoice;

/**
 * A decision of record, computed again.
 *
 * @param flaws what is not as it was stored; then nothing is computed
 * @param stored the answer on record
 * @param computed the answer that the stored inputs give to this program
 * @param differences between these two
 * @param today the answer to the same question by what is on record today; absent where model or deployment are gone
 * @param changes between the answer on record and that of today
 */
@Schema(name = "Replay")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Replay(
        DecisionRecord record,
        Result result,
        List<Flaw> flaws,
        Optional<JsonNode> stored,
        Optional<JsonNode> computed,
        List<Difference> differences,
        Optional<JsonNode> today,
        List<Difference> changes) {
    public Replay {
        flaws = List.copyOf(flaws);
        differences = List.copyOf(differences);
        changes = List.copyOf(changes);
    }

    public enum Result implements ClosedChoice {
        EQUAL("equal"),
        DIFFERS("differs"),
        DAMAGED("damaged");

        private final String word;

        Result(String word) {
            this.word = word;
        }

        @Override
        @JsonValue
        public String word() {
            return word;
        }
    }

    public enum Flaw implements ClosedChoice {
        /** The inputs do not hash to what the record says. */
        CLOSURE("closure"),
        /** Nor does the answer. */
        RESULT("result"),
        /** The audit log says something else of the record, or nothing. */
        ENTRY("entry"),
        /** The files of the knowledge are not there, or not the same. */
        KNOWLEDGE("knowledge"),
        /** All is as it was stored, but this program cannot read it. */
        FOREIGN("foreign");

        private final String word;

        Flaw(String word) {
            this.word = word;
        }

        @Override
        @JsonValue
        public String word() {
            return word;
        }
    }
}
