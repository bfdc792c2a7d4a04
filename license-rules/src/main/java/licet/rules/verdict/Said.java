package licet.rules.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import licet.rules.lineage.Profile;
import licet.rules.policy.Policy;

/** Gathers what every term and every rule says. */
final class Said {
    private final List<Finding> all = new ArrayList<>();
    private final List<Finding> settled = new ArrayList<>();
    private final List<Versions> versions = new ArrayList<>();

    void settled(Finding finding) {
        all.add(finding);
        settled.add(finding);
    }

    void add(LicenseCheck.Checked checked) {
        all.addAll(checked.findings());
        checked.versions().ifPresentOrElse(versions::add, () -> settled.addAll(checked.findings()));
    }

    /** @param repeats whether several terms can have said the same */
    Assessment assessment(Profile profile, boolean repeats, Policy policy, Reach.Use use, Validity validity) {
        var open = versions.isEmpty()
                ? Optional.<Assessment.Open>empty()
                : Optional.of(new Assessment.Open(
                        repeats ? distinct(settled) : settled, repeats ? distinct(versions) : versions));
        return new Assessment(
                repeats ? distinct(all) : all, open, profile.terms(), Optional.of(policy), use, validity.earliest());
    }

    private static <T> List<T> distinct(List<T> all) {
        return all.stream().distinct().toList();
    }
}
