package licet.registry.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is on record about a model besides its license.
 *
 * @param released when its repository was made
 * @param parameters all of them, as the weights' headers or the Hub count them
 * @param lastRead when the Hub was last asked about it in full
 * @param names that it had and has, the first first
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Recorded(
        Optional<Instant> released,
        Optional<Long> parameters,
        Optional<String> library,
        Optional<String> pipeline,
        Architecture architecture,
        HubState hub,
        Instant firstSeen,
        Optional<Instant> lastRead,
        List<FormerName> names) {
    public Recorded {
        names = List.copyOf(names);
    }

    /**
     * As {@code config.json} states it.
     *
     * @param contextLength in tokens
     * @param experts of a mixture; {@code expertsUsed} of them work on a token
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Architecture(
            Optional<String> type,
            Optional<Long> contextLength,
            Optional<Long> experts,
            Optional<Long> expertsUsed,
            Optional<String> quantization) {
        static final Architecture UNKNOWN = new Architecture(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * What can change on the Hub without a commit.
     *
     * @param scan {@code done}, {@code running}, or empty where the Hub did not say
     * @param due whether it moved since it was read
     * @param missingSince since when the Hub denies it or complete lists lack it
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record HubState(
            Optional<String> gated,
            boolean disabled,
            Optional<String> scan,
            boolean due,
            Optional<Instant> missingSince,
            Optional<Long> downloads,
            Optional<Long> likes) {}

    /** @param to empty for the name that it has */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record FormerName(String name, Instant from, Optional<Instant> to) {}
}
