package licet.rules.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import licet.rules.facts.Country;
import licet.rules.facts.Deployment;
import licet.rules.facts.Organization;
import licet.rules.license.Act;
import licet.rules.license.Clause;
import licet.rules.license.LicenseCatalog;
import licet.rules.lineage.Profile;
import licet.rules.verdict.Evaluator;
import licet.rules.verdict.Finding;
import licet.rules.verdict.Instrument;
import licet.rules.verdict.Subject;
import licet.rules.verdict.Verdict;

/** The changes that the findings of a verdict suggest. Only they are tried: never a blind product of everything. */
final class Candidates {
    private static final int MAX_READINGS = 6;
    private static final Set<Act> PURPOSE = Set.of(Act.USE, Act.EVALUATE);

    private final LicenseCatalog catalog;
    private final BiPredicate<Set<String>, Country> holds;

    Candidates(LicenseCatalog catalog, BiPredicate<Set<String>, Country> holds) {
        this.catalog = catalog;
        this.holds = holds;
    }

    List<Change> of(Inputs inputs, Verdict verdict, List<Alternative> alternatives) {
        var open = verdict.findings().stream()
                .map(Verdict.Cited::finding)
                .filter(Candidates::stands)
                .toList();
        var all = new LinkedHashSet<Change>();
        open.forEach(finding -> all.addAll(of(inputs, finding)));
        all.addAll(papers(open));
        alternatives.forEach(other -> all.add(new Change.Instead(other.model(), other.revision(), other.sameModel())));
        var current = inputs.deployment();
        return all.stream()
                .filter(change -> !(change instanceof Change.Design design)
                        || !new Redesign(current).with(design).equals(current))
                .filter(change -> !(change instanceof Change.DropAct(var act)) || !PURPOSE.contains(act))
                .sorted(Comparator.comparing(Change::kind))
                .toList();
    }

    static boolean stands(Finding finding) {
        return switch (finding) {
            case Finding.Violated _ -> true;
            case Finding.Needs _ -> true;
            case Finding.Satisfied _, Finding.Noted _ -> false;
            case Finding.Obliges _ -> false;
            case Finding.Waived _ -> false;
        };
    }

    private List<Change> of(Inputs inputs, Finding finding) {
        return switch (finding.subject()) {
            case Subject.OfClause subject -> ofClause(inputs, subject);
            case Subject.OfGrant grant ->
                List.of(grant.act() == Act.USE ? new Change.OnlyEvaluate() : new Change.DropAct(grant.act()));
            case Subject.OfIdentification subject -> settling(inputs.profile(), subject);
            case Subject.OfLineage _, Subject.OfUsePolicy _ -> List.of();
            case Subject.OfPolicy _ -> design(inputs);
        };
    }

    private List<Change> ofClause(Inputs inputs, Subject.OfClause subject) {
        var all = new ArrayList<Change>();
        var designs = new ClauseChanges(inputs.deployment(), holds);
        find(subject).forEach(clause -> all.addAll(designs.of(clause)));
        boolean open = inputs.profile().terms().stream()
                .anyMatch(term ->
                        term.path().equals(subject.path()) && term.modality() == licet.rules.lineage.Modality.UNKNOWN);
        if (open) {
            all.add(new Change.ShowTextOnly(subject.path()));
        }
        return all;
    }

    private List<Clause> find(Subject.OfClause subject) {
        return catalog.clausesOf(catalog.get(subject.license())).stream()
                .filter(clause -> clause.id().equals(subject.clause())
                        && clause.head().citation().equals(subject.citation()))
                .toList();
    }

    /** A license that could not be settled may turn out to be any that the evidence names. */
    private static List<Change> settling(Profile profile, Subject.OfIdentification subject) {
        return profile.terms().stream()
                .filter(term -> term.path().equals(subject.path())
                        && term.artifact() == subject.artifact()
                        && term.state() == subject.state())
                .flatMap(term -> term.candidates().stream())
                .distinct()
                .limit(MAX_READINGS)
                .<Change>map(license -> new Change.Settle(subject.path(), subject.state(), license))
                .toList();
    }

    /** A policy's conditions are expressions, so every point of the design that they can read is tried. */
    private static List<Change> design(Inputs inputs) {
        var deployment = inputs.deployment();
        var all = new ArrayList<Change>();
        all.add(new Change.OtherStage(Deployment.Stage.PILOT));
        all.add(new Change.OtherStage(Deployment.Stage.EVALUATION));
        deployment.acts().done().stream().map(Change.DropAct::new).forEach(all::add);
        deployment.acts().unknown().stream().map(Change.DropAct::new).forEach(all::add);
        for (var channel : Deployment.Channel.values()) {
            all.add(new Change.OtherChannel(channel));
        }
        all.add(new Change.KeepInside());
        all.add(new Change.NotCommercial());
        near(deployment, inputs.organization()).stream()
                .map(Change.ServeIn::new)
                .forEach(all::add);
        return all;
    }

    /** Countries that the deployment already has to do with. */
    private static SortedSet<Country> near(Deployment deployment, Organization organization) {
        var all = new TreeSet<Country>();
        organization.get(deployment.licensee()).seat().find().ifPresent(all::add);
        deployment.places().residency().find().ifPresent(all::add);
        deployment.places().use().find().ifPresent(all::addAll);
        return all;
    }

    /**
     * One instrument for each finding, and one for all that a single signature can cover: the clauses of one licensor,
     * or all reviews.
     */
    private List<Change> papers(List<Finding> findings) {
        var single = new LinkedHashSet<Change>();
        var together = new TreeMap<String, SortedSet<String>>();
        var kinds = new TreeMap<String, Instrument.Kind>();
        for (var finding : findings) {
            String subject = finding.subject().id();
            for (var kind : Evaluator.liftedBy(finding)) {
                if (!isOffered(kind, finding)) {
                    continue;
                }
                single.add(new Change.Paper(kind, new TreeSet<>(Set.of(subject))));
                String party = kind + "/" + party(kind, finding.subject());
                together.computeIfAbsent(party, _ -> new TreeSet<>()).add(subject);
                kinds.put(party, kind);
            }
        }
        var all = new ArrayList<>(single);
        together.forEach((party, subjects) -> {
            if (subjects.size() > 1) {
                all.add(new Change.Paper(java.util.Objects.requireNonNull(kinds.get(party)), subjects));
            }
        });
        return all;
    }

    /**
     * An agreement is proposed only where nothing less helps, and a clearing only where it says what it clears. Which
     * version was accepted is no proposal: it is so, or it is not.
     */
    private static boolean isOffered(Instrument.Kind kind, Finding finding) {
        return switch (kind) {
            case AGREEMENT -> isForTheLicensor(finding);
            case CLEARING ->
                finding.subject() instanceof Subject.OfLineage || finding.subject() instanceof Subject.OfUsePolicy;
            case ACCEPTANCE -> !(finding.subject() instanceof Subject.OfIdentification);
            case LEGAL_POSITION, APPROVAL, WAIVER -> true;
        };
    }

    private static boolean isForTheLicensor(Finding finding) {
        return switch (finding) {
            case Finding.Violated violated -> violated.remedy() == Finding.Remedy.AGREEMENT;
            case Finding.Needs needs -> needs.need() != Finding.Need.PLANNED_NAME;
            case Finding.Satisfied _, Finding.Noted _ -> false;
            case Finding.Obliges _ -> false;
            case Finding.Waived _ -> false;
        };
    }

    /** Who signs: findings with the same party can be named in one instrument. */
    private String party(Instrument.Kind kind, Subject subject) {
        return switch (kind) {
            case AGREEMENT, ACCEPTANCE ->
                switch (subject) {
                    case Subject.OfClause clause ->
                        catalog.get(clause.license()).steward();
                    case Subject.OfGrant grant -> catalog.get(grant.license()).steward();
                    case Subject.OfIdentification _ -> subject.id();
                    case Subject.OfLineage _, Subject.OfUsePolicy _ -> subject.id();
                    case Subject.OfPolicy _ -> subject.id();
                };
            case APPROVAL -> "";
            case CLEARING, LEGAL_POSITION, WAIVER -> subject.id();
        };
    }
}
