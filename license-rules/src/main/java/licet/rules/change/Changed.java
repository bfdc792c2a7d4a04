package licet.rules.change;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import licet.rules.lineage.Modality;
import licet.rules.lineage.Profile;
import licet.rules.verdict.Instrument;

/** The inputs as they would be once a change is made. */
final class Changed {
    private final List<Alternative> alternatives;

    Changed(List<Alternative> alternatives) {
        this.alternatives = alternatives;
    }

    Inputs by(Inputs inputs, List<Change> changes) {
        var now = inputs;
        for (var change : changes) {
            now = by(now, change);
        }
        return now;
    }

    private Inputs by(Inputs inputs, Change change) {
        return switch (change) {
            case Change.Design design -> inputs.with(new Redesign(inputs.deployment()).with(design));
            case Change.Paper(var kind, var lifts) ->
                inputs.with(new Instrument(change.id(), kind, lifts, Instant.EPOCH, Optional.empty()));
            case Change.Settle settle -> inputs.with(settled(inputs.profile(), settle));
            case Change.ShowTextOnly(var path) -> inputs.with(textOnly(inputs.profile(), path));
            case Change.Instead(var model, var revision, var _) ->
                inputs.insteadOf(alternatives.stream()
                        .filter(other ->
                                other.model().equals(model) && other.revision().equals(revision))
                        .findFirst()
                        .orElseThrow()
                        .profile());
        };
    }

    /** Every artifact of the node that is open in the same way turns out to stand under the license. */
    private static Profile settled(Profile profile, Change.Settle settle) {
        return terms(
                profile,
                term -> term.path().equals(settle.path())
                                && term.state() == settle.state()
                                && term.candidates().contains(settle.license())
                        ? new Profile.Term(
                                term.path(),
                                term.artifact(),
                                Profile.State.IDENTIFIED,
                                new TreeSet<>(Set.of(settle.license())),
                                term.modality(),
                                term.licensor(),
                                term.policies(),
                                term.policyGaps())
                        : term);
    }

    private static Profile textOnly(Profile profile, String path) {
        return terms(
                profile,
                term -> term.path().equals(path) && term.modality() == Modality.UNKNOWN
                        ? new Profile.Term(
                                term.path(),
                                term.artifact(),
                                term.state(),
                                term.candidates(),
                                Modality.TEXT,
                                term.licensor(),
                                term.policies(),
                                term.policyGaps())
                        : term);
    }

    private static Profile terms(Profile profile, java.util.function.UnaryOperator<Profile.Term> change) {
        var terms = new TreeSet<Profile.Term>();
        profile.terms().forEach(term -> terms.add(change.apply(term)));
        return new Profile(
                terms,
                profile.lineageGaps(),
                profile.developer(),
                profile.developers(),
                profile.countries(),
                profile.traits());
    }
}
