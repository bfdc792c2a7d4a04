package licet.rules.release;

import java.util.Set;
import licet.rules.license.Act;
import licet.rules.license.Grant;
import licet.rules.license.LicenseKey;

/** One point of a claim that a repository, its license text or the release data can bear out or refute. */
public sealed interface Said {
    record Released(Period period) implements Said {}

    record HasSize(Size size) implements Said {}

    record Licensed(LicenseKey license) implements Said {}

    /** @param tokens that it reads at once */
    record Context(long tokens) implements Said {}

    /** @param experts whether only some of its parts work on a token */
    record Mixture(boolean experts) implements Said {}

    /** What the license says about an act. */
    record Grants(Act act, Grant.State state) implements Said {}

    /** @param users a month, above which the license wants another one */
    record UsersCap(long users) implements Said {}

    record UsePolicy(boolean comesAlong) implements Said {}

    /** @param countries ISO 3166 codes, in one of which the developer has its seat */
    record Seat(Set<String> countries) implements Said {
        public Seat {
            countries = Set.copyOf(countries);
        }
    }
}
