package licet.registry.stack;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import licet.registry.decision.GateAnswers;
import licet.registry.platform.ClosedChoice;

/**
 * A slot, and whether what fills it may be used now.
 *
 * @param answer of the gate; absent where nothing fills it, or its deployment is gone
 */
@Schema(name = "SlotState")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record SlotState(
        String key, String role, Standing standing, Optional<Filling> filling, Optional<GateAnswers.One> answer) {
    public enum Standing implements ClosedChoice {
        PERMITTED("permitted"),
        /** Red everywhere. */
        NOT_PERMITTED("not-permitted"),
        EMPTY("empty");

        private final String word;

        Standing(String word) {
            this.word = word;
        }

        @Override
        @JsonValue
        public String word() {
            return word;
        }
    }

    static SlotState of(Slot slot, Optional<GateAnswers.One> answer) {
        var standing = slot.filling().isEmpty()
                ? Standing.EMPTY
                : answer.filter(GateAnswers.One::permitted)
                        .map(_ -> Standing.PERMITTED)
                        .orElse(Standing.NOT_PERMITTED);
        return new SlotState(slot.key(), slot.role(), standing, slot.filling(), answer);
    }

    public boolean isRed() {
        return standing == Standing.NOT_PERMITTED;
    }

    /** In a word of answers: what cannot be asked needs something. */
    public String verdict() {
        return answer.map(GateAnswers.One::verdict).orElse("NEEDS");
    }
}
