package licet.rules.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import licet.rules.cases.CaseWorld;
import licet.rules.cases.FactDraw;
import licet.rules.facts.Deployment;
import licet.rules.facts.Organization;
import licet.rules.license.Clause;
import licet.rules.lineage.Conclusion;
import licet.rules.verdict.Evaluator;
import licet.rules.verdict.Finding;
import licet.rules.verdict.Subject;
import licet.rules.verdict.Verdict;
import org.junit.jupiter.api.Test;

/** Every clause of every license, in every form that it can take, as a person reads it. */
class EverySentenceTest {
    private static final Explainer EXPLAINER = new Explainer(CaseWorld.KNOWLEDGE.licenses(), Locale.ENGLISH);

    @Test
    void sentences_are_whole_and_every_clause_was_seen_in_its_forms() {
        var forms = new TreeMap<String, Set<String>>();
        var broken = new ArrayList<String>();
        for (long seed = 0; seed < 1_200; seed++) {
            var draw = new FactDraw(new Random(seed));
            var deployment = draw.deployment();
            var organization = draw.organization();
            var policy = CaseWorld.policy(seed);
            var day = java.time.LocalDate.of(2026, 11, 22);
            var assessment = CaseWorld.EVALUATOR.assess(draw.profile(), deployment, organization, policy, day);
            var verdict = Evaluator.conclude(
                    assessment,
                    java.util.List.of(),
                    Conclusion.Bindings.NONE,
                    day.atStartOfDay(java.time.ZoneOffset.UTC).toInstant());
            verdict.findings().forEach(cited -> seen(forms, cited.finding()));
            texts(document(verdict, deployment, organization))
                    .filter(text -> text.isBlank() || text.matches(".*([{}]|null|Optional).*"))
                    .forEach(broken::add);
        }
        assertThat(broken).isEmpty();
        assertThat(missing(forms)).isEmpty();
    }

    private static VerdictDocument document(Verdict verdict, Deployment deployment, Organization organization) {
        return EXPLAINER.document(
                verdict,
                new Explainer.Context(
                        new VerdictDocument.ModelRef("sample-lab/model", "1", "", ""),
                        deployment,
                        organization,
                        new VerdictDocument.Inputs(1, 1, "none", 1, "", ""),
                        true));
    }

    private static Stream<String> texts(VerdictDocument document) {
        return Stream.of(
                        Stream.of(document.sentence()),
                        document.reasons().stream().map(VerdictDocument.Reason::text),
                        document.reasons().stream().flatMap(reason -> reason.remedy().stream()),
                        document.obligations().stream().map(VerdictDocument.Duty::text),
                        document.conditionalObligations().stream()
                                .flatMap(duty ->
                                        Stream.of(duty.text(), duty.condition().orElse(""))),
                        document.questions().stream().map(VerdictDocument.Asked::text),
                        document.changes().stream())
                .flatMap(all -> all);
    }

    private static void seen(Map<String, Set<String>> forms, Finding finding) {
        if (finding.subject() instanceof Subject.OfClause clause) {
            String form = finding instanceof Finding.Obliges obliges
                            && !obliges.questions().isEmpty()
                    ? "conditional"
                    : finding.getClass().getSimpleName().toLowerCase(Locale.ROOT);
            forms.computeIfAbsent(clause.id(), _ -> new TreeSet<>()).add(form);
        }
    }

    private static Set<String> missing(Map<String, Set<String>> forms) {
        var missing = new TreeSet<String>();
        for (var license : CaseWorld.KNOWLEDGE.licenses().licenses()) {
            for (var clause : CaseWorld.KNOWLEDGE.licenses().clausesOf(license)) {
                String id = clause.head().citation().document() + "/" + clause.id();
                var expected = new TreeSet<>(expected(clause));
                expected.removeAll(forms.getOrDefault(id, Set.of()));
                expected.forEach(form -> missing.add(id + " was never " + form));
            }
        }
        return missing;
    }

    /** The forms in which a clause of this kind can come out. */
    private static Set<String> expected(Clause clause) {
        return switch (clause) {
            case Clause.UsageCap cap ->
                cap.effect() == Clause.UsageCap.Effect.DISPLAY_DUTY
                        ? Set.of("satisfied", "obliges", "conditional")
                        : Set.of("satisfied", "violated", "needs");
            case Clause.Territory _ -> Set.of("satisfied", "violated", "needs");
            case Clause.PurposeLimit limit ->
                limit.purpose() == Clause.PurposeLimit.Purpose.NON_PRODUCTION
                        ? Set.of("satisfied", "violated")
                        : Set.of("satisfied", "violated", "needs");
            case Clause.FieldOfUse field ->
                field.strength() == Clause.FieldOfUse.Strength.ABSOLUTE
                        ? Set.of("satisfied", "violated", "needs")
                        : Set.of("satisfied", "needs");
            case Clause.OutputTraining _ -> Set.of("satisfied", "violated", "needs");
            case Clause.NamePrefix _ -> Set.of("satisfied", "needs");
            case Clause.Duty duty ->
                duty.head().scope().triggers().isEmpty() ? Set.of("obliges") : Set.of("obliges", "conditional");
            case Clause.Registration _ -> Set.of("needs");
            case Clause.Term _ -> Set.of();
        };
    }
}
