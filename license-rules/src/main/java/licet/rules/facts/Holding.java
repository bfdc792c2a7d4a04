package licet.rules.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import licet.rules.Check;
import licet.rules.license.License.Terms.ControlTest;

/**
 * A share that one entity holds in another for a time.
 *
 * @param percent of the voting shares
 * @param directs whether the owner has the power to direct management by contract or otherwise
 * @param from first day, absent where it lies before anything that is asked
 * @param until first day on which it is no longer held
 */
public record Holding(
        EntityKey owner,
        EntityKey owned,
        Fact<BigDecimal> percent,
        Fact<Boolean> directs,
        Optional<LocalDate> from,
        Optional<LocalDate> until) {
    private static final BigDecimal HALF = new BigDecimal(50);

    public Holding {
        Check.that(!owner.equals(owned), "an entity cannot hold itself, but " + owner + " does");
        percent.find()
                .ifPresent(share -> Check.that(
                        share.signum() > 0 && share.compareTo(new BigDecimal(100)) <= 0,
                        "percent must be above 0 and at most 100, but is " + share));
    }

    boolean heldOn(LocalDate day) {
        return !from.map(day::isBefore).orElse(false)
                && until.map(day::isBefore).orElse(true);
    }

    /** Whether the owner controls the other under a license's own test; empty where an open fact decides. */
    Optional<Boolean> controls(ControlTest test) {
        return switch (test) {
            case MORE_THAN_HALF -> share(percent -> percent.compareTo(HALF) > 0);
            case AT_LEAST_HALF -> share(percent -> percent.compareTo(HALF) >= 0);
            // A text that counts affiliates and does not say who is one is read as widely as any of the others.
            case POWER_TO_DIRECT, NONE -> majorityOrPower();
        };
    }

    private Optional<Boolean> majorityOrPower() {
        var majority = share(percent -> percent.compareTo(HALF) > 0);
        var power = directs.find();
        if (majority.orElse(false) || power.orElse(false)) {
            return Optional.of(true);
        }
        return majority.flatMap(_ -> power);
    }

    private Optional<Boolean> share(Predicate<BigDecimal> test) {
        return percent.find().map(test::test);
    }
}
