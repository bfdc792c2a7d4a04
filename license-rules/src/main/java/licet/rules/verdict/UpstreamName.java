package licet.rules.verdict;

import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import licet.rules.facts.Deployment;
import licet.rules.facts.Tri;
import licet.rules.license.Clause;
import licet.rules.license.License;
import licet.rules.lineage.Conclusion;
import licet.rules.lineage.Profile;

/**
 * The name of a model that somebody else made from one whose license asks for a prefix. A wrong name is its publisher's
 * breach until we pass the model on. Profiles hold no names, so an assessment says what follows from a wrong one, and the
 * names themselves are looked at when it is concluded for a model.
 */
final class UpstreamName {
    private static final String KEY = "name-prefix.upstream";

    private UpstreamName() {}

    static Optional<Finding> find(
            Situation situation,
            Profile.Term term,
            Subject.OfClause subject,
            License license,
            Clause.NamePrefix clause) {
        if (term.path().equals("self") || term.throughOutputs()) {
            return Optional.empty();
        }
        var because = Finding.Because.of(KEY, clause.prefix(), license.names().title());
        var renamed = situation
                .deployment()
                .use()
                .derivedModelName()
                .holds(
                        Situation.about(Deployment.FactName.DERIVED_MODEL_NAME),
                        name -> name.startsWith(clause.prefix()));
        return switch (situation.distributes().and(renamed.not())) {
            case Tri.Yes() -> {
                var asks = new TreeSet<licet.rules.facts.Question>();
                asks.add(Situation.about(Deployment.FactName.DERIVED_MODEL_NAME));
                yield Optional.of(new Finding.Needs(subject, because, Finding.Need.PLANNED_NAME, asks));
            }
            case Tri.No() ->
                situation.distributes().isNo()
                        ? Optional.of(new Finding.Noted(subject, because, Finding.Whose.UPSTREAM))
                        : Optional.empty();
            case Tri.Unknown(var questions) ->
                Optional.of(new Finding.Needs(subject, because, Finding.Need.PLANNED_NAME, questions));
        };
    }

    /** Whether the models between the node and the judged one are named as the license asks; unknown names are not. */
    static boolean isKept(Finding finding, Conclusion.Bound at) {
        if (!finding.because().key().equals(KEY) || at.via().size() < 2) {
            return false;
        }
        String prefix = finding.because().arguments().getFirst().toLowerCase(Locale.ROOT);
        return at.via().stream()
                .limit(Math.max(0, at.via().size() - 1L))
                .map(model ->
                        model.value().substring(model.value().indexOf('/') + 1).toLowerCase(Locale.ROOT))
                .allMatch(name -> name.startsWith(prefix));
    }
}
