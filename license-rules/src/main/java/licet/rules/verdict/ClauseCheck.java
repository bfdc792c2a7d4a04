package licet.rules.verdict;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import licet.rules.facts.Deployment;
import licet.rules.facts.Ids;
import licet.rules.facts.Question;
import licet.rules.facts.Tri;
import licet.rules.license.Act;
import licet.rules.license.Clause;
import licet.rules.license.Field;
import licet.rules.license.License;
import licet.rules.license.Threshold;
import licet.rules.lineage.Modality;
import licet.rules.lineage.Profile;

/** Holds the clauses of one license at one node against the facts. */
final class ClauseCheck {
    private final Situation situation;
    private final FigureTest figures;
    private final Validity validity;
    private final DecidingFacts deciding;

    ClauseCheck(Situation situation, FigureTest figures, Validity validity) {
        this(situation, figures, validity, new DecidingFacts(situation));
    }

    private ClauseCheck(Situation situation, FigureTest figures, Validity validity, DecidingFacts deciding) {
        this.situation = situation;
        this.figures = figures;
        this.validity = validity;
        this.deciding = deciding;
    }

    /** The same check as the terms of one node see the facts. */
    ClauseCheck at(Profile.Term term) {
        return new ClauseCheck(situation.at(term), figures, validity, deciding);
    }

    /** What one clause says, or nothing where it cannot speak of this node. */
    Optional<Finding> check(Profile.Term term, License license, Reasons.Spoken spoken) {
        var clause = spoken.clause();
        if (Situation.outOfScope(clause.head().scope(), term.modality())) {
            return Optional.empty();
        }
        var finding = find(subject(term, license, clause), license, spoken);
        return finding.isEmpty() ? finding : Optional.of(explained(modalityKnown(term, clause, finding.get()), clause));
    }

    private Finding explained(Finding finding, Clause clause) {
        var facts = deciding.of(clause, !(finding instanceof Finding.Satisfied));
        return facts.isEmpty() ? finding : finding.using(facts);
    }

    /** An unknown modality under a clause for multimodal models is asked for only where the clause would bite. */
    private static Finding modalityKnown(Profile.Term term, Clause clause, Finding finding) {
        boolean open = clause.head().scope().modality() == licet.rules.license.Scope.ModalityScope.MULTIMODAL_ONLY
                && term.modality() == Modality.UNKNOWN;
        return open && !(finding instanceof Finding.Satisfied)
                ? new Finding.Needs(
                        finding.subject(),
                        Finding.Because.of("modality.unknown"),
                        Finding.Need.EVIDENCE,
                        new TreeSet<>())
                : finding;
    }

    private Optional<Finding> find(Subject.OfClause subject, License license, Reasons.Spoken spoken) {
        var because = spoken.because();
        return switch (spoken.clause()) {
            case Clause.UsageCap cap -> Optional.of(cap(subject, license, cap, because));
            case Clause.Territory territory ->
                Optional.of(ban(subject, license, territory, situation.excluded(territory), because));
            case Clause.PurposeLimit limit ->
                Optional.of(ban(subject, license, limit, breaks(limit.purpose()), because));
            case Clause.FieldOfUse field -> Optional.of(field(subject, license, field, because));
            case Clause.OutputTraining training ->
                Optional.of(ban(subject, license, training, trains(training), because));
            case Clause.NamePrefix prefix -> name(subject, license, prefix, because);
            case Clause.Duty duty -> duty(subject, license, duty, because);
            case Clause.Registration registration -> registration(subject, license, registration, because);
            case Clause.AgreementGate gate ->
                Optional.of(outcome(subject, due(license, gate), because, Finding.Remedy.AGREEMENT));
            case Clause.Ambiguity ambiguity -> ambiguity(subject, license, ambiguity, because);
            case Clause.Term _ -> Optional.empty();
        };
    }

    private Finding cap(Subject subject, License license, Clause.UsageCap cap, Finding.Because first) {
        var met = Tri.NO;
        var facts = new ArrayList<Finding.FactUsed>();
        var applies = due(license, cap);
        var spoken = cap.anyOf().getFirst();
        if (!applies.isNo()) {
            for (var threshold : cap.anyOf()) {
                var result = figures.test(threshold, license.terms().control());
                spoken = speaksLouder(result.met(), met) ? threshold : spoken;
                met = met.or(result.met());
                facts.addAll(result.facts());
                result.flips().ifPresent(validity::until);
            }
        }
        var because = (spoken.equals(cap.anyOf().getFirst()) ? first : because(license, cap, spoken)).using(facts);
        var triggered = applies.and(met);
        return switch (cap.effect()) {
            case NO_RIGHTS, TERMINATION, SEPARATE_AGREEMENT ->
                outcome(subject, triggered, because, Finding.Remedy.AGREEMENT);
            case UNCLEAR -> unclear(subject, triggered, because);
            case DISPLAY_DUTY -> obliged(subject, triggered, because, Clause.Duty.Kind.DISPLAY_MODEL_NAME);
        };
    }

    /** What is said of one of the limits of a cap. */
    static Finding.Because because(License license, Clause.UsageCap cap, Threshold limit) {
        return Finding.Because.of(
                "usage-cap." + Ids.of(cap.effect()),
                license.steward(),
                FigureTest.written(limit),
                Ids.of(limit.metric()),
                moment(limit.moment()),
                cap.display());
    }

    /** The reason speaks of a limit that is met, else of one that is open. */
    private static boolean speaksLouder(Tri one, Tri before) {
        return (one.isYes() && !before.isYes()) || (!one.isNo() && before.isNo());
    }

    private static String moment(Threshold.Moment moment) {
        return switch (moment) {
            case Threshold.Moment.InMonth(var month) -> month.toString();
            case Threshold.Moment.PrecedingMonth() -> "preceding-month";
            case Threshold.Moment.PrecedingYear() -> "preceding-year";
            case Threshold.Moment.TrailingTwelveMonths() -> "trailing-twelve-months";
            case Threshold.Moment.AnyTwelveMonths() -> "any-twelve-months";
            case Threshold.Moment.Continuous() -> "continuous";
        };
    }

    /** A ban: violated when the facts meet it inside its scope. */
    private Finding ban(Subject subject, License license, Clause clause, Tri breaks, Finding.Because because) {
        var remedy = switch (clause) {
            case Clause.FieldOfUse _ -> Finding.Remedy.OTHER_DESIGN;
            case Clause.OutputTraining _ -> Finding.Remedy.OTHER_DESIGN;
            case Clause.UsageCap _ -> Finding.Remedy.AGREEMENT;
            case Clause.Territory _ -> Finding.Remedy.AGREEMENT;
            case Clause.PurposeLimit _ -> Finding.Remedy.AGREEMENT;
            case Clause.NamePrefix _ -> Finding.Remedy.OTHER_DESIGN;
            case Clause.Duty _ -> Finding.Remedy.OTHER_DESIGN;
            case Clause.Registration _ -> Finding.Remedy.AGREEMENT;
            case Clause.AgreementGate _ -> Finding.Remedy.AGREEMENT;
            case Clause.Ambiguity _ -> Finding.Remedy.OTHER_MODEL;
            case Clause.Term _ -> Finding.Remedy.OTHER_MODEL;
        };
        return outcome(subject, due(license, clause).and(breaks), because, remedy);
    }

    static Finding outcome(Subject subject, Tri violated, Finding.Because because, Finding.Remedy remedy) {
        return switch (violated) {
            case Tri.Yes() -> new Finding.Violated(subject, because, Finding.Whose.OURS, remedy);
            case Tri.No() -> new Finding.Satisfied(subject, because);
            case Tri.Unknown(var questions) -> new Finding.Needs(subject, because, Finding.Need.FACT, questions);
        };
    }

    private Tri breaks(Clause.PurposeLimit.Purpose purpose) {
        return switch (purpose) {
            case NON_COMMERCIAL -> situation.commercial();
            case RESEARCH_ONLY ->
                situation
                        .commercial()
                        .or(fields(fields -> fields.isEmpty()
                                || !Set.of(Field.RESEARCH, Field.EDUCATION).containsAll(fields)));
            case NON_PRODUCTION -> Tri.of(situation.deployment().stage() == Deployment.Stage.PRODUCTION);
        };
    }

    private Tri fields(java.util.function.Function<Set<Field>, Boolean> test) {
        return situation.deployment().use().fields().holds(Situation.about(Deployment.FactName.FIELDS), test);
    }

    /** A banned field is a breach only where the text is absolute; else counsel has to read it. */
    private Finding field(Subject subject, License license, Clause.FieldOfUse clause, Finding.Because because) {
        var inside = due(license, clause).and(fields(fields -> !Collections.disjoint(clause.banned(), fields)));
        if (inside.isYes() && clause.strength() != Clause.FieldOfUse.Strength.ABSOLUTE) {
            return new Finding.Needs(subject, because, Finding.Need.LEGAL_POSITION, new TreeSet<>());
        }
        return outcome(subject, inside, because, Finding.Remedy.OTHER_DESIGN);
    }

    /** A ban on training with outputs, at the node of a model on whose outputs this one was trained. */
    Optional<Finding> trainedAgainst(Profile.Term term, License license, Clause clause) {
        if (!(clause instanceof Clause.OutputTraining training)) {
            return Optional.empty();
        }
        var subject = subject(term, license, clause);
        var because =
                Finding.Because.of("output-training.upstream", license.names().title());
        return Optional.of(
                switch (training.reach()) {
                    case ANY_MODEL, GENERATIVE_MODEL, ANY_LANGUAGE_MODEL ->
                        new Finding.Violated(subject, because, Finding.Whose.UPSTREAM, Finding.Remedy.OTHER_MODEL);
                    case COMPETING_MODEL ->
                        new Finding.Needs(subject, because, Finding.Need.LEGAL_POSITION, new TreeSet<>());
                });
    }

    static Subject.OfClause subject(Profile.Term term, License license, Clause clause) {
        return new Subject.OfClause(
                term.path(),
                term.artifact(),
                license.key(),
                clause.id(),
                clause.head().citation());
    }

    private Tri trains(Clause.OutputTraining clause) {
        return situation
                .does(Act.TRAIN_ON_OUTPUTS)
                .and(situation
                        .deployment()
                        .use()
                        .outputsTrain()
                        .holds(Situation.about(Deployment.FactName.OUTPUTS_TRAIN), made -> reaches(clause, made)));
    }

    private static boolean reaches(Clause.OutputTraining clause, Deployment.OutputsTrain made) {
        return switch (made) {
            case NOTHING -> false;
            case OWN_DERIVATIVE -> clause.ownDerivatives();
            case OTHER_MODEL -> clause.reach() == Clause.OutputTraining.Reach.ANY_MODEL;
            case GENERATIVE_MODEL ->
                clause.reach() == Clause.OutputTraining.Reach.ANY_MODEL
                        || clause.reach() == Clause.OutputTraining.Reach.GENERATIVE_MODEL;
            case LANGUAGE_MODEL -> clause.reach() != Clause.OutputTraining.Reach.COMPETING_MODEL;
            case COMPETING_MODEL -> true;
        };
    }

    /** A planned name is the user's to choose, so a missing or wrong one is asked for, not refused. */
    private Optional<Finding> name(
            Subject subject, License license, Clause.NamePrefix clause, Finding.Because because) {
        var due = due(license, clause);
        if (due.isNo()) {
            return Optional.empty();
        }
        var fulfilled = situation
                .deployment()
                .use()
                .derivedModelName()
                .holds(
                        Situation.about(Deployment.FactName.DERIVED_MODEL_NAME),
                        name -> name.startsWith(clause.prefix()));
        if (fulfilled.isYes()) {
            return Optional.of(new Finding.Satisfied(subject, because));
        }
        var questions = new TreeSet<Question>();
        questions.add(Situation.about(Deployment.FactName.DERIVED_MODEL_NAME));
        if (due instanceof Tri.Unknown(var open)) {
            questions.addAll(open);
        }
        return Optional.of(new Finding.Needs(subject, because, Finding.Need.PLANNED_NAME, questions));
    }

    /** Whether the deployment comes under the clause, its triggers included. */
    Tri due(License license, Clause clause) {
        var scope = clause.head().scope();
        // The name of somebody else's derivative is looked at apart: see UpstreamName.
        var here = clause instanceof Clause.NamePrefix ? situation.ofOwnWork() : situation;
        return here.applies(scope).and(here.triggered(scope, license.licensor()));
    }

    private Optional<Finding> ambiguity(
            Subject subject, License license, Clause.Ambiguity clause, Finding.Because because) {
        var due = due(license, clause);
        return due.isNo() ? Optional.empty() : Optional.of(unclear(subject, due, because));
    }

    /** Nobody but counsel can say how a text is read that does not say it itself. */
    private static Finding unclear(Subject subject, Tri due, Finding.Because because) {
        return switch (due) {
            case Tri.Yes() -> new Finding.Needs(subject, because, Finding.Need.LEGAL_POSITION, new TreeSet<>());
            case Tri.No() -> new Finding.Satisfied(subject, because);
            case Tri.Unknown(var questions) -> new Finding.Needs(subject, because, Finding.Need.FACT, questions);
        };
    }

    private Optional<Finding> duty(Subject subject, License license, Clause.Duty duty, Finding.Because because) {
        var finding = obliged(subject, due(license, duty), because, duty.kind());
        return finding instanceof Finding.Satisfied ? Optional.empty() : Optional.of(finding);
    }

    private static Finding obliged(Subject subject, Tri due, Finding.Because because, Clause.Duty.Kind kind) {
        return switch (due) {
            case Tri.Yes() -> new Finding.Obliges(subject, because, kind, new TreeSet<>());
            case Tri.No() -> new Finding.Satisfied(subject, because);
            case Tri.Unknown(var questions) -> new Finding.Obliges(subject, because, kind, questions);
        };
    }

    private Optional<Finding> registration(
            Subject subject, License license, Clause.Registration clause, Finding.Because because) {
        SortedSet<Question> none = new TreeSet<>();
        return switch (due(license, clause)) {
            case Tri.Yes() -> Optional.of(new Finding.Needs(subject, because, Finding.Need.REGISTRATION, none));
            case Tri.No() -> Optional.empty();
            case Tri.Unknown(var questions) ->
                Optional.of(new Finding.Needs(subject, because, Finding.Need.FACT, questions));
        };
    }
}
