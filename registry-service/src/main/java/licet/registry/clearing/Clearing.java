package licet.registry.clearing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import licet.registry.platform.ClosedChoice;

/**
 * What people concluded about evidence.
 *
 * @param about the evidence as they saw it
 * @param waiting models that are still to be concluded again since its state changed
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Clearing(
        UUID id,
        Concluded concluded,
        About about,
        String reasons,
        Step proposed,
        State state,
        Optional<Step> confirmed,
        Optional<Step> ended,
        long waiting) {
    /**
     * One step by one person.
     *
     * @param login the name to show
     * @param why empty for a proposal, whose reasons stand beside it
     */
    public record Step(UUID person, String login, Instant at, String why) {}

    public enum State implements ClosedChoice {
        PROPOSED("proposed"),
        CONFIRMED("confirmed"),
        WITHDRAWN("withdrawn"),
        REVOKED("revoked");

        private final String word;

        State(String word) {
            this.word = word;
        }

        @Override
        @JsonValue
        public String word() {
            return word;
        }
    }

    /**
     * The case for which it was proposed.
     *
     * @param key identity of the evidence by which the case is counted
     * @param model where the evidence was looked at
     * @param evidence what was seen, each line a place and what stands there
     */
    public record About(QuestionKind question, String key, String model, String revision, List<String> evidence) {
        public About {
            evidence = List.copyOf(evidence);
        }
    }

    /** What a verdict that rests on it says of who concluded it; people by their ids alone. */
    String words() {
        return "%s by reviewer %s at %s, confirmed by reviewer %s at %s: %s"
                .formatted(
                        "proposed",
                        proposed.person(),
                        proposed.at(),
                        confirmed.map(step -> step.person().toString()).orElse("nobody"),
                        confirmed.map(step -> step.at().toString()).orElse("no time"),
                        reasons);
    }
}
