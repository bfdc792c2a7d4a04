package licet.rules.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import licet.rules.cases.CaseWorld;
import licet.rules.cases.FactDraw;
import licet.rules.facts.Deployment;
import licet.rules.facts.Organization;
import licet.rules.lineage.Conclusion;
import licet.rules.lineage.Profile;
import licet.rules.policy.CompiledPolicy;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Soundness: what a verdict says with unknown facts stays true whatever the facts turn out to be. Each try draws a
 * deployment with gaps, fills the gaps at random, and holds the two verdicts against each other.
 */
class SoundnessLawsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @Property(tries = 400, generation = net.jqwik.api.GenerationMode.RANDOMIZED)
    void no_answer_to_an_open_question_contradicts_the_verdict(@ForAll long seed) {
        var draw = new FactDraw(new Random(seed));
        var profile = draw.profile();
        var policy = CaseWorld.policy(seed);
        var open = draw.deployment();
        var organization = draw.organization();
        var before = verdict(profile, open, organization, policy);
        for (int i = 0; i < 4; i++) {
            var after = verdict(profile, draw.completed(open), draw.completed(organization), policy);
            if (before.answer() != Answer.NEEDS) {
                assertThat(after.answer())
                        .as("%s with gaps, then %s: %s", before.answer(), after.answer(), profile.terms())
                        .isEqualTo(before.answer());
            }
            assertThat(breaches(after)).as("a breach on known facts stays one").containsAll(breaches(before));
            assertThat(after.questions()).as("nothing is left to ask for").allMatch(SoundnessLawsTest::standing);
        }
    }

    /** A name that does not fulfil its duty is asked for again even when one is on record. */
    private static boolean standing(licet.rules.facts.Question question) {
        return question.id().equals("deployment:derived-model-name");
    }

    private static Verdict verdict(
            Profile profile, Deployment deployment, Organization organization, CompiledPolicy policy) {
        var assessment = CaseWorld.EVALUATOR.assess(profile, deployment, organization, policy, DAY);
        return Evaluator.conclude(
                assessment,
                List.of(),
                Conclusion.Bindings.NONE,
                DAY.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static Set<String> breaches(Verdict verdict) {
        var ids = new TreeSet<String>();
        for (var cited : verdict.findings()) {
            if (cited.finding() instanceof Finding.Violated violated) {
                ids.add(violated.subject().id());
            }
        }
        return ids;
    }
}
