package licet.rules.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import licet.rules.evidence.Artifact;
import licet.rules.license.License;
import licet.rules.license.LicenseKey;
import licet.rules.lineage.Profile;
import licet.rules.regulation.OpenSource;

/** What the license files say of all the terms in a profile. */
final class Terms {
    private final Profile profile;
    private final LicenseFactsTable table;
    private final List<LicenseFacts> licenses = new ArrayList<>();

    Terms(Profile profile, LicenseFactsTable table) {
        this.profile = profile;
        this.table = table;
        var keys = new ArrayList<LicenseKey>();
        for (var term : profile.terms()) {
            for (var key : term.candidates()) {
                if (!keys.contains(key)) {
                    keys.add(key);
                    licenses.add(table.get(key));
                }
            }
        }
    }

    List<String> each(Function<License, String> said) {
        var all = new ArrayList<String>(licenses.size());
        licenses.forEach(facts -> all.add(said.apply(facts.license())));
        return all;
    }

    /** What each license says, one license after the other. */
    <T> List<T> all(Function<LicenseFacts, ? extends Collection<T>> said) {
        var all = new ArrayList<T>();
        licenses.forEach(facts -> all.addAll(said.apply(facts)));
        return all;
    }

    List<LocalDate> effective() {
        return List.copyOf(new TreeSet<>(all(LicenseFacts::effective)));
    }

    boolean someUndated() {
        return licenses.stream().anyMatch(LicenseFacts::isUndated);
    }

    /** Whether the weights are open source once all terms that follow to them are kept. */
    OpenSource openSource() {
        return weights().stream().map(this::openSource).reduce(OpenSource::and).orElse(OpenSource.UNKNOWN);
    }

    private OpenSource openSource(Profile.Term term) {
        if (term.state() == Profile.State.ABSENT) {
            return OpenSource.NO;
        }
        var settled = term.state() == Profile.State.IDENTIFIED ? OpenSource.YES : OpenSource.UNKNOWN;
        return candidates(term).stream().map(LicenseFacts::openSource).reduce(settled, OpenSource::and);
    }

    List<String> obstacles() {
        return weights().stream()
                .flatMap(term -> candidates(term).stream())
                .flatMap(license -> license.obstacles().stream())
                .distinct()
                .toList();
    }

    private List<LicenseFacts> candidates(Profile.Term term) {
        return term.candidates().stream().map(table::get).toList();
    }

    /** Of the nodes whose terms follow to the model's weights. */
    private List<Profile.Term> weights() {
        return profile.terms().stream()
                .filter(term -> term.artifact() == Artifact.WEIGHTS
                        && (!term.throughOutputs()
                                || candidates(term).stream()
                                        .anyMatch(license -> license.license().followsOutputs())))
                .toList();
    }
}
