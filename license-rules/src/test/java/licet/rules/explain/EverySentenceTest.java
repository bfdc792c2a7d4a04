package licet.rules.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import licet.rules.cases.CaseWorld;
import licet.rules.cases.FactDraw;
import licet.rules.facts.Deployment;
import licet.rules.facts.Organization;
import licet.rules.lineage.Conclusion;
import licet.rules.verdict.Evaluator;
import licet.rules.verdict.Verdict;
import org.junit.jupiter.api.Test;

/** Sentences as a person reads them, for facts drawn at random. Every clause in its forms: {@code ClauseTableTest}. */
class EverySentenceTest {
    private static final Explainer EXPLAINER = new Explainer(CaseWorld.KNOWLEDGE.licenses(), Locale.ENGLISH);

    @Test
    void sentences_are_whole() {
        var broken = new ArrayList<String>();
        for (long seed = 0; seed < 600; seed++) {
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
            texts(document(verdict, deployment, organization))
                    .filter(text -> text.isBlank() || text.matches(".*([{}]|null|Optional).*"))
                    .forEach(broken::add);
        }
        assertThat(broken).isEmpty();
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
                        Stream.of(document.sentence(), document.paragraph()),
                        document.reasons().stream().map(VerdictDocument.Reason::paragraph),
                        document.reasons().stream()
                                .flatMap(reason -> reason.facts().stream())
                                .map(VerdictDocument.FactShown::value),
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
}
