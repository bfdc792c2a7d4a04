package licet.rules.release;

import java.util.List;
import java.util.SortedSet;
import licet.rules.evidence.ModelId;

/**
 * A claim beside what is on record.
 *
 * @param points in the order of the claim
 * @param against ids of other claims that cannot be true beside it
 */
public record CheckedClaim(Claim claim, List<Result> points, SortedSet<String> against) {
    public enum Outcome {
        /** Something on record shows it. */
        BORNE_OUT,
        /** What is on record says otherwise. */
        REFUTED,
        /** Nothing on record speaks of it. */
        OPEN
    }

    /** @param shown what is on record about this point, as far as anything is */
    public record Result(Said said, Outcome outcome, List<Shown> shown) {
        public Result {
            shown = List.copyOf(shown);
        }
    }

    /** @param value as it is written in data @param stated whether this, too, is only stated */
    public record Shown(ModelId model, String value, boolean stated) {}

    public CheckedClaim {
        points = List.copyOf(points);
    }

    /** Refuted if any point is; borne out only if every point is, and nothing more is said. */
    public Outcome outcome() {
        if (points.stream().anyMatch(point -> point.outcome() == Outcome.REFUTED)) {
            return Outcome.REFUTED;
        }
        boolean whole = !points.isEmpty() && !claim.partly();
        return whole && points.stream().allMatch(point -> point.outcome() == Outcome.BORNE_OUT)
                ? Outcome.BORNE_OUT
                : Outcome.OPEN;
    }

    /** Whether evidence or another claim stands against it. */
    public boolean isContradicted() {
        return outcome() == Outcome.REFUTED || !against.isEmpty();
    }
}
