package licet.registry.policy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import licet.registry.platform.ClosedChoice;

/**
 * One text of a policy on its way.
 *
 * @param state draft, withdrawn, active or retired
 * @param digest SHA-256 of the text in hex
 * @param proposedBy login; absent for what the product starts with
 * @param activated absent for what was never in force
 */
@Schema(name = "PolicyVersion")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record PolicyVersion(
        String key,
        int version,
        String title,
        State state,
        String digest,
        Instant proposedAt,
        Optional<String> proposedBy,
        @JsonIgnore Optional<UUID> proposer,
        String reason,
        Optional<Activation> activated) {
    /** @param by login; absent for the product itself */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Activation(Instant at, Optional<String> by, String reason) {}

    public enum State implements ClosedChoice {
        DRAFT("draft"),
        WITHDRAWN("withdrawn"),
        ACTIVE("active"),
        RETIRED("retired");

        private final String word;

        State(String word) {
            this.word = word;
        }

        @Override
        @com.fasterxml.jackson.annotation.JsonValue
        public String word() {
            return word;
        }
    }

    /** For example {@code balanced/3}. */
    @JsonIgnore
    public String id() {
        return key + "/" + version;
    }

    public boolean is(State asked) {
        return state == asked;
    }
}
