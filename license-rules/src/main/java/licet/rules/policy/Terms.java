package licet.rules.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import licet.rules.evidence.Artifact;
import licet.rules.facts.Ids;
import licet.rules.license.Act;
import licet.rules.license.Clause;
import licet.rules.license.License;
import licet.rules.license.LicenseCatalog;
import licet.rules.lineage.Profile;
import licet.rules.regulation.OpenSource;

/** What the license files say of all the terms in a profile. */
final class Terms {
    private final Profile profile;
    private final LicenseCatalog catalog;
    private final List<License> licenses;

    Terms(Profile profile, LicenseCatalog catalog) {
        this.profile = profile;
        this.catalog = catalog;
        this.licenses = profile.terms().stream()
                .flatMap(term -> term.candidates().stream())
                .distinct()
                .map(catalog::get)
                .toList();
    }

    List<String> each(Function<License, String> said) {
        return licenses().map(said).toList();
    }

    private Stream<License> licenses() {
        return licenses.stream();
    }

    private Stream<Clause> clauses() {
        return licenses().flatMap(license -> catalog.clausesOf(license).stream());
    }

    /** The kinds in which the texts can change, those of their use policies included. */
    List<String> changes() {
        return licenses()
                .flatMap(license -> Stream.concat(
                        Stream.of(license.terms().kind()),
                        license.usePolicies().stream()
                                .map(key -> catalog.policy(key).terms())))
                .map(Ids::of)
                .toList();
    }

    List<String> clauseKinds() {
        return clauses().map(Terms::kind).toList();
    }

    private static String kind(Clause clause) {
        return switch (clause) {
            case Clause.UsageCap _ -> "usage-cap";
            case Clause.Territory _ -> "territory";
            case Clause.PurposeLimit _ -> "purpose-limit";
            case Clause.FieldOfUse _ -> "field-of-use";
            case Clause.OutputTraining _ -> "output-training";
            case Clause.NamePrefix _ -> "name-prefix";
            case Clause.Duty _ -> "duty";
            case Clause.Registration _ -> "registration";
            case Clause.AgreementGate _ -> "agreement-gate";
            case Clause.Ambiguity _ -> "ambiguity";
            case Clause.Term _ -> "term";
        };
    }

    List<Clause.Duty.Kind> duties() {
        return of(Clause.Duty.class).map(Clause.Duty::kind).distinct().toList();
    }

    List<String> excluded(Clause.Territory.Test test) {
        return of(Clause.Territory.class)
                .filter(territory -> territory.test() == test)
                .flatMap(territory -> territory.excluded().stream())
                .toList();
    }

    List<String> details(Clause.Term.Kind kind) {
        return of(Clause.Term.class)
                .filter(term -> term.kind() == kind)
                .map(Clause.Term::detail)
                .toList();
    }

    private <T extends Clause> Stream<T> of(Class<T> kind) {
        return clauses().filter(kind::isInstance).map(kind::cast);
    }

    /** Acts that some text withholds or does not speak of. */
    List<Act> notGranted() {
        return Stream.of(Act.values())
                .filter(act -> licenses()
                        .anyMatch(license -> switch (license.grant(act).state()) {
                            case GRANTED, CONDITIONED -> false;
                            case WITHHELD, SILENT -> true;
                        }))
                .toList();
    }

    List<LocalDate> effective() {
        return licenses()
                .flatMap(license -> Stream.concat(
                        license.effective().stream(),
                        license.usePolicies().stream().flatMap(key -> catalog.policy(key).effective().stream())))
                .distinct()
                .sorted()
                .toList();
    }

    boolean someUndated() {
        return licenses().anyMatch(license -> license.effective().isEmpty());
    }

    /** Whether the weights are open source once all terms that follow to them are kept. */
    OpenSource openSource() {
        return weights().map(this::openSource).reduce(OpenSource::and).orElse(OpenSource.UNKNOWN);
    }

    private OpenSource openSource(Profile.Term term) {
        if (term.state() == Profile.State.ABSENT) {
            return OpenSource.NO;
        }
        var settled = term.state() == Profile.State.IDENTIFIED ? OpenSource.YES : OpenSource.UNKNOWN;
        return term.candidates().stream()
                .map(key -> OpenSource.of(catalog.get(key), catalog))
                .reduce(settled, OpenSource::and);
    }

    List<String> obstacles() {
        return weights()
                .flatMap(term -> term.candidates().stream())
                .distinct()
                .flatMap(key -> OpenSource.obstacles(catalog.get(key), catalog).stream())
                .map(OpenSource.Obstacle::id)
                .toList();
    }

    /** Of the nodes whose terms follow to the model's weights. */
    private Stream<Profile.Term> weights() {
        return profile.terms().stream()
                .filter(term -> term.artifact() == Artifact.WEIGHTS
                        && (!term.throughOutputs()
                                || term.candidates().stream()
                                        .anyMatch(key -> catalog.get(key).followsOutputs())));
    }
}
