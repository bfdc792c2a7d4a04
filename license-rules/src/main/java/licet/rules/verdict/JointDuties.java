package licet.rules.verdict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import licet.rules.evidence.Artifact;
import licet.rules.license.Clause;
import licet.rules.license.License;
import licet.rules.license.LicenseCatalog;
import licet.rules.license.LicenseKey;
import licet.rules.lineage.Profile;

/** Duties of all nodes have to be kept together: where two that are due exclude each other, the use is barred. */
record JointDuties(LicenseCatalog catalog, ClauseCheck clauses) {

    private record Due<T>(T asks, Subject subject) {}

    List<Finding> contradictions(Profile profile) {
        var prefixes = new ArrayList<Due<String>>();
        var shareAlikes = new LinkedHashMap<LicenseKey, Due<Clause.Duty>>();
        for (var term : profile.terms()) {
            if (binds(term)) {
                var license = catalog.get(term.candidates().getFirst());
                for (var clause : catalog.clausesOf(license)) {
                    collect(prefixes, shareAlikes, term, license, clause);
                }
            }
        }
        var all = new ArrayList<Finding>();
        all.addAll(names(prefixes));
        all.addAll(licenses(shareAlikes));
        return all;
    }

    private boolean binds(Profile.Term term) {
        return term.state() == Profile.State.IDENTIFIED
                && term.artifact() == Artifact.WEIGHTS
                && (!term.throughOutputs()
                        || catalog.get(term.candidates().getFirst()).followsOutputs());
    }

    private void collect(
            List<Due<String>> prefixes,
            Map<LicenseKey, Due<Clause.Duty>> shareAlikes,
            Profile.Term term,
            License license,
            Clause clause) {
        if (clause instanceof Clause.NamePrefix name
                && !term.throughOutputs()
                && clauses.at(term).due(license, clause).isYes()
                && prefixes.stream().noneMatch(due -> due.asks().equals(name.prefix()))) {
            prefixes.add(new Due<>(name.prefix(), ClauseCheck.subject(term, license, clause)));
        }
        if (clause instanceof Clause.Duty duty
                && duty.kind() == Clause.Duty.Kind.SAME_LICENSE
                && clauses.at(term).due(license, clause).isYes()) {
            shareAlikes.putIfAbsent(license.key(), new Due<>(duty, ClauseCheck.subject(term, license, clause)));
        }
    }

    /** One name can begin with two prefixes only if one of them begins with the other. */
    private static List<Finding> names(List<Due<String>> due) {
        if (due.size() < 2) {
            return List.of();
        }
        boolean compatible = due.stream()
                .allMatch(left -> due.stream()
                        .allMatch(right -> left.asks().startsWith(right.asks())
                                || right.asks().startsWith(left.asks())));
        var asked = String.join(", ", due.stream().map(Due::asks).toList());
        return compatible
                ? List.of()
                : due.stream().map(each -> barred(each, "name-prefix", asked)).toList();
    }

    private static List<Finding> licenses(Map<LicenseKey, Due<Clause.Duty>> due) {
        if (due.size() < 2) {
            return List.of();
        }
        boolean compatible =
                due.entrySet().stream().allMatch(left -> due.entrySet().stream().allMatch(right -> meet(left, right)));
        var asked =
                String.join(", ", due.keySet().stream().map(LicenseKey::value).toList());
        return compatible
                ? List.of()
                : due.values().stream()
                        .map(each -> barred(each, "same-license", asked))
                        .toList();
    }

    private static boolean meet(
            Map.Entry<LicenseKey, Due<Clause.Duty>> left, Map.Entry<LicenseKey, Due<Clause.Duty>> right) {
        return left.getKey().equals(right.getKey())
                || left.getValue().asks().compatible().contains(right.getKey())
                || right.getValue().asks().compatible().contains(left.getKey());
    }

    private static Finding barred(Due<?> due, String kind, String asked) {
        return new Finding.Violated(
                due.subject(),
                Finding.Because.of(kind + ".contradiction", asked),
                Finding.Whose.OURS,
                Finding.Remedy.OTHER_DESIGN);
    }
}
