package licet.rules.verdict;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import licet.rules.evidence.Artifact;
import licet.rules.facts.Country;
import licet.rules.facts.Deployment;
import licet.rules.facts.Ids;
import licet.rules.facts.Organization;
import licet.rules.license.LicenseCatalog;
import licet.rules.license.LicenseClass;
import licet.rules.lineage.Conclusion;
import licet.rules.lineage.Profile;
import licet.rules.policy.CompiledPolicy;
import licet.rules.policy.Rulings;

/** The one evaluator: gate, page, preview, report and replay all call these two functions. */
public final class Evaluator {
    /** Changes whenever the same input can give another answer. */
    public static final String ENGINE = "3";

    private static final Comparator<Profile.Term> BY_PATH_AND_ARTIFACT =
            Comparator.comparing(Profile.Term::path).thenComparing(Profile.Term::artifact);

    private final LicenseCatalog catalog;
    private final Reasons reasons;
    private final BiPredicate<Set<String>, Country> holds;

    /** @param holds whether a set of country and region codes holds a country */
    public Evaluator(LicenseCatalog catalog, BiPredicate<Set<String>, Country> holds) {
        this.catalog = catalog;
        this.reasons = new Reasons(catalog);
        this.holds = holds;
    }

    /**
     * Holds every clause of the lineage and every rule of the policy against the facts.
     *
     * @param day UTC day of the evaluation
     */
    public Assessment assess(
            Profile profile, Deployment deployment, Organization organization, CompiledPolicy policy, LocalDate day) {
        var validity = new Validity();
        var situation = new Situation(deployment, organization.get(deployment.licensee()), holds, false);
        var figures =
                FigureTest.of(organization, deployment, day, policy.policy().factsMaxAgeDays());
        var clauses = new ClauseCheck(situation, figures, validity);
        var licenses = new LicenseCheck(catalog, reasons, situation, clauses);
        var said = new Said();
        weightsKnown(profile).ifPresent(said::settled);
        var terms = relevant(profile, situation);
        for (var term : terms) {
            said.add(licenses.check(term));
        }
        lineage(profile).forEach(said::settled);
        new JointDuties(catalog, clauses).contradictions(profile).forEach(said::settled);
        rules(policy, deployment, policy.evaluate(profile, deployment, organization, day), validity)
                .forEach(said::settled);
        return said.assessment(profile, canRepeat(terms), policy.policy(), Reach.Use.of(deployment), validity);
    }

    /** A profile that says nothing of the weights is one of which nothing was read: never permitted by silence. */
    private static Optional<Finding> weightsKnown(Profile profile) {
        for (var term : profile.terms()) {
            if (isOwn(term) && term.artifact() == Artifact.WEIGHTS) {
                return Optional.empty();
            }
        }
        return Optional.of(LicenseCheck.unsettled("self", Artifact.WEIGHTS, Profile.State.UNREAD, List.of()));
    }

    /**
     * Weights and tokenizer are always used; code and documentation matter when they are passed on. Artifacts of one
     * node under the same terms are judged once.
     */
    private static List<Profile.Term> relevant(Profile profile, Situation situation) {
        boolean passedOn = !situation.distributes().isNo();
        var relevant = new ArrayList<Profile.Term>();
        for (var term : profile.terms()) {
            if (matters(term, passedOn)) {
                relevant.add(term);
            }
        }
        relevant.sort(BY_PATH_AND_ARTIFACT);
        var distinct = new ArrayList<Profile.Term>();
        for (var term : relevant) {
            if (distinct.stream().noneMatch(known -> sameTerms(known, term))) {
                distinct.add(term);
            }
        }
        return distinct;
    }

    /** Only nodes that are reached along the same relations can say the same thing twice. */
    private static boolean canRepeat(List<Profile.Term> sorted) {
        for (int i = 1; i < sorted.size(); i++) {
            if (BY_PATH_AND_ARTIFACT.compare(sorted.get(i - 1), sorted.get(i)) == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean sameTerms(Profile.Term one, Profile.Term other) {
        return one.path().equals(other.path())
                && one.state() == other.state()
                && one.modality() == other.modality()
                && one.licensor().equals(other.licensor())
                && one.candidates().equals(other.candidates())
                && one.policies().equals(other.policies())
                && one.policyGaps().equals(other.policyGaps());
    }

    private static boolean matters(Profile.Term term, boolean passedOn) {
        return switch (term.artifact()) {
            case WEIGHTS -> true;
            case TOKENIZER -> term.state() != Profile.State.ABSENT;
            case CODE, DOCUMENTATION -> passedOn && term.state() != Profile.State.ABSENT;
        };
    }

    private List<Finding> lineage(Profile profile) {
        var all = new ArrayList<Finding>();
        for (var gap : profile.lineageGaps()) {
            var kind = Subject.OfLineage.Kind.valueOf(gap.name());
            all.add(new Finding.Needs(
                    new Subject.OfLineage(kind),
                    Finding.Because.of("lineage." + Ids.of(kind)),
                    gap == Profile.LineageGap.PARENT_NOT_READ ? Finding.Need.EVIDENCE : Finding.Need.CLEARING,
                    new TreeSet<>()));
        }
        relaxes(profile)
                .ifPresent(base -> all.add(new Finding.Needs(
                        new Subject.OfLineage(Subject.OfLineage.Kind.RELAXES_BASE),
                        Finding.Because.of("lineage.relaxes-base", base),
                        Finding.Need.CLEARING,
                        new TreeSet<>())));
        return all;
    }

    /** The base's license, when the model itself claims a more permissive one than another developer's base has. */
    public Optional<String> relaxes(Profile profile) {
        Optional<LicenseClass> claimed = Optional.empty();
        for (var term : profile.terms()) {
            if (isOwn(term) && term.artifact() == Artifact.WEIGHTS && claimed.isEmpty()) {
                claimed = binding(term).stream().min(Comparator.naturalOrder());
            }
        }
        for (var term : profile.terms()) {
            if (!isOwn(term) && term.artifact() == Artifact.WEIGHTS && isStricter(term, claimed)) {
                return Optional.of(term.candidates().getFirst().value());
            }
        }
        return Optional.empty();
    }

    private boolean isStricter(Profile.Term base, Optional<LicenseClass> claimed) {
        return claimed.isPresent() && binding(base).stream().anyMatch(kind -> kind.compareTo(claimed.get()) > 0);
    }

    private static boolean isOwn(Profile.Term term) {
        return term.path().equals("self");
    }

    /** Kinds of the licenses whose terms follow from this node to the model. */
    private List<LicenseClass> binding(Profile.Term term) {
        var kinds = new ArrayList<LicenseClass>();
        for (var key : term.candidates()) {
            var license = catalog.get(key);
            if (!term.throughOutputs() || license.followsOutputs()) {
                kinds.add(license.licenseClass());
            }
        }
        return kinds;
    }

    private static List<Finding> rules(
            CompiledPolicy policy, Deployment deployment, Rulings rulings, Validity validity) {
        rulings.flips().forEach(validity::until);
        var findings = new PolicyFindings(policy.policy(), deployment.stage());
        var all = new ArrayList<Finding>();
        rulings.all().forEach(ruling -> all.addAll(findings.of(ruling)));
        return all;
    }

    /** Applies the instruments, binds the evidence and gives the answer for one model at one moment. */
    public static Verdict conclude(
            Assessment assessment, List<Instrument> instruments, Conclusion.Bindings evidence, Instant now) {
        var others = independent(instruments);
        var undecided = lift(assessment, others, evidence, now);
        if (others.size() == instruments.size()) {
            return undecided;
        }
        String basis = Basis.of(assessment, evidence, undecided).digest();
        var standing =
                instruments.stream().filter(one -> one.reach().standsOn(basis)).toList();
        return lift(assessment, standing, evidence, now);
    }

    /** What an approval given at this moment would be given for. */
    public static Basis basis(
            Assessment assessment, List<Instrument> instruments, Conclusion.Bindings evidence, Instant now) {
        return Basis.of(assessment, evidence, lift(assessment, independent(instruments), evidence, now));
    }

    /** What acts whatever people decided on the model; decisions stand on the answer that it leaves. */
    private static List<Instrument> independent(List<Instrument> instruments) {
        return instruments.stream()
                .filter(one -> one.kind() != Instrument.Kind.APPROVAL
                        && one.reach().basis().isEmpty())
                .toList();
    }

    private static Verdict lift(
            Assessment assessment, List<Instrument> instruments, Conclusion.Bindings evidence, Instant now) {
        return new Lifted(assessment, instruments, evidence, now).verdict();
    }

    /** What can be waived here, with what a waiver of this moment would be pinned to. */
    public static List<Waivable> waivable(Assessment assessment, Conclusion.Bindings evidence) {
        return Waivable.of(assessment, evidence);
    }

    /** The kinds of instrument that could lift a finding if they named it; none for what nothing can lift. */
    public static SortedSet<Instrument.Kind> liftedBy(Finding finding) {
        var kinds = new TreeSet<Instrument.Kind>();
        for (var kind : Instrument.Kind.values()) {
            if (Lifting.canLift(kind, finding) || Lifting.canAnswer(kind, finding)) {
                kinds.add(kind);
            }
        }
        return kinds;
    }
}
