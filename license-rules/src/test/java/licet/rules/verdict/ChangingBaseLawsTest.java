package licet.rules.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import licet.rules.cases.CaseWorld;
import licet.rules.cases.FactDraw;
import licet.rules.license.License;
import licet.rules.lineage.Conclusion;
import licet.rules.policy.CompiledPolicy;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;

/** A base whose text changed, of which nobody knows which one binds: held against each of its texts alone. */
class ChangingBaseLawsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    /** A policy may well ask for what is not settled, whatever the texts say. */
    private static final CompiledPolicy NO_RULES = CaseWorld.policy(0);

    @Property(tries = 200, generation = GenerationMode.RANDOMIZED)
    void an_older_text_with_the_same_effect_changes_nothing_and_no_other_is_permitted_by_silence(@ForAll long seed) {
        var random = new Random(seed);
        var draw = new FactDraw(random);
        var all = List.copyOf(CaseWorld.KNOWLEDGE.licenses().licenses());
        var now = all.get(random.nextInt(all.size()));
        var before = older(all, now, random);
        var deployment = draw.deployment();
        var organization = draw.organization();
        var judged = List.of(List.of(now.key()), List.of(before.key()), List.of(before.key(), now.key())).stream()
                .map(CaseWorld::tuneOfChanging)
                .map(Conclusion::profile)
                .map(profile -> CaseWorld.EVALUATOR.assess(profile, deployment, organization, NO_RULES, DAY))
                .toList();
        var today = verdict(judged.getFirst());
        var then = verdict(judged.get(1));
        var either = verdict(judged.getLast());
        if (effect(judged.getFirst()).equals(effect(judged.get(1)))) {
            assertThat(either.answer())
                    .as("%s after %s", now.key(), before.key())
                    .isEqualTo(today.answer());
            assertThat(either.questions()).isEqualTo(today.questions());
        }
        if (either.answer() == Answer.ALLOW) {
            assertThat(List.of(today.answer(), then.answer()))
                    .as("%s after %s", now.key(), before.key())
                    .containsOnly(Answer.ALLOW);
        }
    }

    /** Often the same text again or one of the same family, since those are the ones whose effects agree. */
    private static License older(List<License> all, License now, Random random) {
        var near = all.stream()
                .filter(other -> other.family().equals(now.family()))
                .toList();
        return random.nextInt(4) == 0 ? all.get(random.nextInt(all.size())) : near.get(random.nextInt(near.size()));
    }

    /** What the base does to the use; what the tune says for itself is the same in each. */
    private static Effect effect(Assessment assessment) {
        return Effect.of(assessment.findings().stream()
                .filter(finding -> !finding.subject().role().startsWith("self"))
                .toList());
    }

    private static Verdict verdict(Assessment assessment) {
        return Evaluator.conclude(
                assessment,
                List.of(),
                Conclusion.Bindings.NONE,
                DAY.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
