package licet.tests.standin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Which requests fail, and how: the same for the same seed and number of the request.
 *
 * @param share of the requests that fail, from 0 to 1
 * @param drip how long a slow answer is kept up before it is cut
 */
public record Faults(long seed, double share, Duration drip) {
    public static final Faults NONE = new Faults(0, 0, Duration.ZERO);

    /** Each kind of failure as often as the others; the three forms of 429 are one kind. */
    private static final List<List<Fault>> KINDS = List.of(
            List.of(Fault.TOO_MANY_BY_QUOTA, Fault.TOO_MANY_WITH_PAUSE, Fault.TOO_MANY_BARE),
            List.of(Fault.SERVER_ERROR),
            List.of(Fault.CUT),
            List.of(Fault.DRIP),
            List.of(Fault.MALFORMED));

    public Faults {
        if (share < 0 || share > 1) {
            throw new IllegalArgumentException("a share of " + share);
        }
    }

    Optional<Fault> find(long request) {
        Draw draw = Draw.of(seed).at(request);
        if (!draw.chance(share)) {
            return Optional.empty();
        }
        List<Fault> kind = KINDS.get(draw.at(0).below(KINDS.size()));
        return Optional.of(kind.get(draw.at(1).below(kind.size())));
    }
}
