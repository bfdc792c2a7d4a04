package licet.registry.waiver;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import licet.registry.instrument.Paper;

/**
 * A waiver as people look at it.
 *
 * @param reference how verdicts cite it
 * @param until first moment at which it lifts nothing any more
 * @param decided who confirmed or rejected it, and why
 * @param ended when it was withdrawn or revoked, or ended by itself
 */
@Schema(name = "Waiver")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Waiver(
        UUID id,
        String reference,
        WaiverState state,
        Rule rule,
        Where where,
        String reason,
        Evidence evidence,
        Instant until,
        Step proposed,
        Optional<Step> decided,
        Optional<End> ended) {
    /**
     * The rule as it was when somebody proposed to waive it.
     *
     * @param finding id by which verdicts name what is lifted
     * @param because why it denies
     * @param maxDays longest that the policy allows, absent where it sets no limit
     */
    @Schema(name = "WaivedRule")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Rule(
            String finding,
            String rule,
            String because,
            Optional<Integer> maxDays,
            String policy,
            int policyVersion,
            @JsonIgnore String digest) {}

    /**
     * Where it acts.
     *
     * @param everyModel whether for every model of the deployment that shows exactly these texts, or for this one only
     * @param texts hashes of the license files that the model showed
     */
    @Schema(name = "WaivedWhere")
    public record Where(
            String deployment,
            String model,
            boolean everyModel,
            SortedSet<String> texts,
            @JsonIgnore String source,
            @JsonIgnore long modelId) {
        public Where {
            texts = new TreeSet<>(texts);
        }
    }

    /** @param link where people find it; nothing ever reads that address */
    @Schema(name = "WaiverEvidence")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Evidence(Optional<String> link, Optional<Paper.Document> document) {}

    /** @param why empty for a proposal, whose reason stands beside it */
    @Schema(name = "WaiverStep")
    public record Step(UUID person, String login, Instant at, String why) {}

    /** @param person absent where it ended by itself */
    @Schema(name = "WaiverEnd")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record End(Optional<UUID> person, Optional<String> login, Instant at, String why) {}

    @Schema(name = "WaiverPage")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Page(List<Waiver> waivers, Optional<String> next) {
        public Page {
            waivers = List.copyOf(waivers);
        }
    }

    /** The state of a moment: what reached its end lifts nothing, whether anything closed it yet or not. */
    public WaiverState stateAt(Instant now) {
        return state == WaiverState.ACTING && !now.isBefore(until) ? WaiverState.EXPIRED : state;
    }
}
