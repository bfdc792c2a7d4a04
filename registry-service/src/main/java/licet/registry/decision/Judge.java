package licet.registry.decision;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import licet.registry.fact.CurrentFacts;
import licet.registry.instrument.InForce;
import licet.registry.instrument.Instruments;
import licet.registry.knowledge.ActiveKnowledge;
import licet.registry.platform.audit.HeadCache;
import licet.registry.platform.audit.HeadWatch;
import licet.rules.Knowledge;
import licet.rules.change.Alternative;
import licet.rules.change.Change;
import licet.rules.change.Flips;
import licet.rules.change.Inputs;
import licet.rules.change.SmallestChange;
import licet.rules.evidence.Artifact;
import licet.rules.evidence.ModelId;
import licet.rules.explain.Explainer;
import licet.rules.explain.VerdictDocument;
import licet.rules.facts.Organization;
import licet.rules.format.CanonicalJson;
import licet.rules.format.PolicyYaml;
import licet.rules.lineage.Conclusion;
import licet.rules.lineage.Profile;
import licet.rules.obligation.Held;
import licet.rules.policy.CompiledPolicy;
import licet.rules.verdict.Answer;
import licet.rules.verdict.Assessment;
import licet.rules.verdict.Basis;
import licet.rules.verdict.Evaluator;
import licet.rules.verdict.Finding;
import licet.rules.verdict.Instrument;
import licet.rules.verdict.Reach;
import licet.rules.verdict.Verdict;
import licet.rules.verdict.Waivable;

/** The one caller of the evaluator: every surface gets its verdicts here. */
@Singleton
public class Judge {
    private static final int REMEMBERED = 20_000;
    private static final int MOST_ALTERNATIVES = 3;

    private final Evaluator evaluator;
    private final Explainer explainer;
    private final SmallestChange smallest;
    private final ActiveKnowledge knowledge;
    private final Instruments instruments;
    private final Clock clock;
    private final HeadCache<Key, Assessment> assessments;
    private final HeadCache<DatedKey, Flips> flips;

    Judge(
            Evaluator evaluator,
            Explainer explainer,
            SmallestChange smallest,
            ActiveKnowledge knowledge,
            Instruments instruments,
            Clock clock,
            HeadWatch watch) {
        this.evaluator = evaluator;
        this.explainer = explainer;
        this.smallest = smallest;
        this.knowledge = knowledge;
        this.instruments = instruments;
        this.clock = clock;
        var inputs = Set.of("deployment", "organization", "policy", "knowledge");
        this.assessments = watch.cache(REMEMBERED, inputs);
        this.flips = watch.cache(REMEMBERED, inputs);
    }

    /** Every input with its version: an answer made while a fact changes must not be found under the new facts. */
    private record Key(
            String profile, String deployment, int version, int organization, String policy, int policyVersion) {}

    /** Dated comparisons are made by the day, so the changes that flip a verdict hold for one day under the same papers. */
    private record DatedKey(Key key, LocalDate day, List<Instrument> acting) {}

    /**
     * Everything one verdict is made from besides the model.
     *
     * @param showValues whether the reader may see figures
     */
    public record Case(
            CurrentFacts.VersionedDeployment deployment,
            CurrentFacts.VersionedOrganization organization,
            CurrentFacts facts,
            boolean showValues) {
        public static Case of(CurrentFacts facts, CurrentFacts.VersionedDeployment deployment, boolean showValues) {
            return new Case(deployment, facts.organization(), facts, showValues);
        }
    }

    /** The assessment of a profile for a stored deployment, made once and shared by every model with that profile. */
    Assessment assess(Profile profile, CurrentFacts facts, CurrentFacts.VersionedDeployment deployment) {
        var key = key(profile, facts, deployment);
        var organization = facts.organization().organization();
        var known = assessments.get(key, _ -> fresh(profile, facts, deployment, organization));
        if (isValid(known)) {
            return known;
        }
        assessments.forget(key);
        return assessments.get(key, _ -> fresh(profile, facts, deployment, organization));
    }

    /** The same without memory: for all profiles at once, of which most are never asked for one by one. */
    Assessment assessOnce(Profile profile, CurrentFacts facts, CurrentFacts.VersionedDeployment deployment) {
        return fresh(profile, facts, deployment, facts.organization().organization());
    }

    private static Key key(Profile profile, CurrentFacts facts, CurrentFacts.VersionedDeployment deployment) {
        var policy = facts.policy().policy();
        return new Key(
                CanonicalJson.digest(profile),
                deployment.deployment().key().value(),
                deployment.version(),
                facts.organization().version(),
                policy.key(),
                policy.version());
    }

    private boolean isValid(Assessment assessment) {
        Instant now = clock.instant();
        return assessment.validUntil().map(now::isBefore).orElse(true);
    }

    private Assessment fresh(
            Profile profile,
            CurrentFacts facts,
            CurrentFacts.VersionedDeployment deployment,
            Organization organization) {
        return evaluator.assess(profile, deployment.deployment(), organization, facts.policy(), today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** What would flip a verdict, made once and shared by every model with the same profile and the same papers. */
    private Flips flips(Profile profile, Case of, List<Instrument> acting) {
        var key = new DatedKey(key(profile, of.facts(), of.deployment()), today(), acting);
        return flips.get(key, _ -> freshFlips(profile, of, acting));
    }

    /** What lifted something here, for this model: whether it would in another design is asked when that is tried. */
    private static List<Instrument> acting(Verdict verdict, List<Instrument> known) {
        var lifting = verdict.findings().stream()
                .flatMap(cited -> cited.finding() instanceof Finding.Waived waived
                        ? Stream.of(waived.instrument())
                        : Stream.<String>of())
                .collect(Collectors.toSet());
        return lifting.isEmpty()
                ? List.of()
                : known.stream()
                        .filter(instrument -> lifting.contains(instrument.id()))
                        .map(Judge::forThisModel)
                        .toList();
    }

    private static Instrument forThisModel(Instrument instrument) {
        var reach = instrument.reach();
        return new Instrument(
                instrument.id(),
                instrument.kind(),
                instrument.lifts(),
                new Reach(reach.deployments(), reach.licensees(), Set.of(), reach.acts(), reach.places(), Set.of()),
                instrument.from(),
                instrument.until(),
                instrument.text().filter(text -> text.key().isPresent()),
                instrument.pin().map(pin -> new Instrument.Pin(pin.rule(), Optional.empty())));
    }

    private Flips freshFlips(Profile profile, Case of, List<Instrument> acting) {
        var inputs = new Inputs(
                profile,
                of.deployment().deployment(),
                of.organization().organization(),
                of.facts().policy(),
                acting,
                clock.instant());
        return smallest.find(inputs, List.of());
    }

    /** The verdict on one model for a stored deployment. */
    public VerdictDocument judge(ModelId model, String revision, Conclusion conclusion, Case of) {
        return judge(model, revision, conclusion, of, List.of());
    }

    /** @param alternatives what else is on record; those that are permitted are named among the changes */
    VerdictDocument judge(
            ModelId model, String revision, Conclusion conclusion, Case of, List<Alternative> alternatives) {
        return stand(model, revision, conclusion, of, alternatives).document();
    }

    /** An answer, with what would have to differ for another one. */
    record Stood(VerdictDocument document, Named named) {}

    /**
     * What could lift something in an answer.
     *
     * @param judged the model that its evidence is about
     */
    record Named(Assessment assessment, Optional<ModelId> judged, List<Instrument> papers) {
        boolean isSameIn(InForce now) {
            return now.naming(assessment, judged).equals(papers);
        }
    }

    Stood stand(ModelId model, String revision, Conclusion conclusion, Case of, List<Alternative> alternatives) {
        knowledge.requireActive();
        var assessment = assess(conclusion.profile(), of.facts(), of.deployment());
        var naming = instruments.current().naming(assessment, conclusion.bindings());
        var verdict = Evaluator.conclude(assessment, naming, conclusion.bindings(), clock.instant());
        var changes = flips(conclusion.profile(), of, acting(verdict, naming));
        var document = explainer.document(
                verdict,
                context(model, revision, conclusion, of),
                verdict.answer() == Answer.ALLOW ? changes : with(changes, alternatives, of));
        return new Stood(document, new Named(assessment, conclusion.bindings().judged(), naming));
    }

    /** Assessments are shared, so an alternative costs little; changes of the design stay in sight beside it. */
    private Flips with(Flips changes, List<Alternative> alternatives, Case of) {
        var permitted = alternatives.stream()
                .filter(other -> isPermitted(other.profile(), of))
                .limit(MOST_ALTERNATIVES)
                .map(other -> new Flips.Flip(
                        List.of(new Change.Instead(other.model(), other.revision(), other.sameModel())), Answer.ALLOW));
        return new Flips(Stream.concat(changes.flips().stream(), permitted).toList(), changes.complete());
    }

    private boolean isPermitted(Profile profile, Case of) {
        return verdict(profile, of).answer() == Answer.ALLOW;
    }

    /** The verdict that every model with this profile gets, without the places of its evidence. */
    Verdict verdict(Profile profile, Case of) {
        var assessment = assess(profile, of.facts(), of.deployment());
        return verdict(assessment, Conclusion.Bindings.NONE);
    }

    /** The verdict for facts that are not on record: nothing is remembered. */
    public VerdictDocument preview(ModelId model, String revision, Conclusion conclusion, Case of) {
        knowledge.requireActive();
        var assessment = fresh(
                conclusion.profile(),
                of.facts(),
                of.deployment(),
                of.organization().organization());
        var verdict = verdict(assessment, conclusion.bindings());
        var changes = freshFlips(conclusion.profile(), of, acting(verdict, instruments()));
        return explainer.document(verdict, context(model, revision, conclusion, of), changes);
    }

    /** The sentences of the reasons that a profile would have with facts that are not on record, by their ids. */
    public Map<String, String> reasons(Profile profile, Case of) {
        knowledge.requireActive();
        var assessment =
                fresh(profile, of.facts(), of.deployment(), of.organization().organization());
        var verdict = verdict(assessment, Conclusion.Bindings.NONE);
        var nobody = new VerdictDocument.ModelRef("", "", "", "");
        var sentences = new HashMap<String, String>();
        explainer
                .document(verdict, context(nobody, of))
                .reasons()
                .forEach(reason -> sentences.putIfAbsent(reason.id(), reason.text()));
        return sentences;
    }

    /** What can lift findings now. */
    List<Instrument> instruments() {
        return instruments.current().all();
    }

    /**
     * The verdict that these inputs give, whatever is on record by now: nothing else is read and nothing is remembered.
     *
     * @param with the knowledge that the inputs name
     */
    public VerdictDocument again(Closure closure, Knowledge with) {
        return of(closure, with);
    }

    /** The same without a registry. */
    static VerdictDocument of(Closure closure, Knowledge with) {
        var use = closure.use();
        var rules = closure.policy();
        var profile = closure.conclusion().profile();
        var policy = CompiledPolicy.of(PolicyYaml.parse(rules.key() + ".yaml", rules.source(), rules.version()), with);
        var then = new Evaluator(with.licenses(), with.regions()::contains);
        var day = LocalDate.ofInstant(closure.at(), ZoneOffset.UTC);
        var assessment = then.assess(profile, use.deployment(), use.organization(), policy, day);
        var verdict = Evaluator.conclude(
                assessment, closure.instruments(), closure.conclusion().bindings(), closure.at());
        var acting = acting(verdict, closure.instruments());
        var inputs = new Inputs(profile, use.deployment(), use.organization(), policy, acting, closure.at());
        var changes = new SmallestChange(then, with.licenses(), with.regions()::contains).find(inputs, List.of());
        return new Explainer(with.licenses(), Locale.ENGLISH).document(verdict, context(closure, with), changes);
    }

    private static Explainer.Context context(Closure closure, Knowledge with) {
        var use = closure.use();
        return new Explainer.Context(
                reference(closure.model(), closure.revision(), closure.conclusion()),
                use.deployment(),
                use.organization(),
                new VerdictDocument.Inputs(
                        use.deploymentVersion(),
                        use.organizationVersion(),
                        closure.policy().key(),
                        closure.policy().version(),
                        with.digest(),
                        Evaluator.ENGINE),
                true);
    }

    /**
     * @param basis what an approval of the verdict's moment would stand on
     * @param waivable what a waiver could lift
     */
    record Considered(Verdict verdict, Basis basis, List<Waivable> waivable) {}

    Considered consider(Conclusion conclusion, Case of) {
        knowledge.requireActive();
        var assessment = assess(conclusion.profile(), of.facts(), of.deployment());
        var naming = instruments.current().naming(assessment, conclusion.bindings());
        var now = clock.instant();
        return new Considered(
                Evaluator.conclude(assessment, naming, conclusion.bindings(), now),
                Evaluator.basis(assessment, naming, conclusion.bindings(), now),
                Evaluator.waivable(assessment, conclusion.bindings()));
    }

    /** The verdict itself, for what is made from the verdicts of several models. */
    Held held(ModelId model, String revision, Conclusion conclusion, Case of) {
        knowledge.requireActive();
        var assessment = assess(conclusion.profile(), of.facts(), of.deployment());
        return new Held(model, revision, verdict(assessment, conclusion.bindings()));
    }

    /**
     * The verdict at this moment under every instrument on record that reaches it.
     *
     * @param evidence of one model, or none for what every model with the profile gets
     */
    Verdict verdict(Assessment assessment, Conclusion.Bindings evidence) {
        var naming = instruments.current().naming(assessment, evidence);
        return Evaluator.conclude(assessment, naming, evidence, clock.instant());
    }

    /** Two answers of one model, without an instrument that is not on record and with it. */
    record Turn(Answer before, Answer after) {
        boolean changes() {
            return before != after;
        }
    }

    /** @param at moment of both */
    Turn turn(Conclusion conclusion, Case of, Instrument more, Instant at) {
        return turn(conclusion, conclusion, of, List.of(more), at);
    }

    /**
     * The same where the conclusion about the model becomes another one.
     *
     * @param more what is not on record and acts on the second alone
     */
    Turn turn(Conclusion before, Conclusion after, Case of, List<Instrument> more, Instant at) {
        knowledge.requireActive();
        return new Turn(answer(before, of, List.of(), at), answer(after, of, more, at));
    }

    private Answer answer(Conclusion conclusion, Case of, List<Instrument> more, Instant at) {
        var assessment = assess(conclusion.profile(), of.facts(), of.deployment());
        var naming = instruments.current().naming(assessment, conclusion.bindings());
        var with = Stream.concat(naming.stream(), more.stream()).toList();
        return Evaluator.conclude(assessment, with, conclusion.bindings(), at).answer();
    }

    private Explainer.Context context(ModelId model, String revision, Conclusion conclusion, Case of) {
        return context(reference(model, revision, conclusion), of);
    }

    private Explainer.Context context(VerdictDocument.ModelRef model, Case of) {
        var policy = of.facts().policy().policy();
        return new Explainer.Context(
                model,
                of.deployment().deployment(),
                of.organization().organization(),
                new VerdictDocument.Inputs(
                        of.deployment().version(),
                        of.organization().version(),
                        policy.key(),
                        policy.version(),
                        knowledge.digest(),
                        Evaluator.ENGINE),
                of.showValues());
    }

    private static VerdictDocument.ModelRef reference(ModelId model, String revision, Conclusion conclusion) {
        var weights = conclusion.profile().terms().stream()
                .filter(term -> term.path().equals("self") && term.artifact() == Artifact.WEIGHTS)
                .findFirst();
        return new VerdictDocument.ModelRef(
                model.value(),
                revision,
                weights.map(term -> String.join(
                                " or ",
                                term.candidates().stream()
                                        .map(key -> key.value())
                                        .toList()))
                        .orElse(""),
                weights.map(term -> licet.rules.facts.Ids.of(term.state())).orElse("unread"));
    }
}
