package licet.rules.verdict;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import licet.rules.facts.Ordered;

/**
 * What can lift findings. Each kind lifts only its own; the table is in {@link Lifting}.
 *
 * @param lifts ids of the subjects that it names
 * @param reach to which use and evidence it is limited
 * @param from first moment at which it acts
 * @param until first moment at which it no longer acts
 */
public record Instrument(String id, Kind kind, Set<String> lifts, Reach reach, Instant from, Optional<Instant> until) {
    public Instrument {
        lifts = Ordered.copy(lifts);
    }

    /** One without any limit but its term. */
    public Instrument(String id, Kind kind, Set<String> lifts, Instant from, Optional<Instant> until) {
        this(id, kind, lifts, Reach.EVERYWHERE, from, until);
    }

    public enum Kind {
        AGREEMENT,
        ACCEPTANCE,
        CLEARING,
        LEGAL_POSITION,
        APPROVAL,
        WAIVER
    }

    public boolean actsAt(Instant instant) {
        return !instant.isBefore(from) && until.map(instant::isBefore).orElse(true);
    }
}
