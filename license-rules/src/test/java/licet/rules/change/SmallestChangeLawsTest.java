package licet.rules.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import licet.rules.cases.CaseWorld;
import licet.rules.cases.FactDraw;
import licet.rules.evidence.ModelId;
import licet.rules.lineage.Conclusion;
import licet.rules.verdict.Answer;
import licet.rules.verdict.Evaluator;
import licet.rules.verdict.Verdict;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What must hold of every change that is shown, whatever the model and the deployment. */
class SmallestChangeLawsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final SmallestChange SMALLEST = new SmallestChange(
            CaseWorld.EVALUATOR, CaseWorld.KNOWLEDGE.licenses(), CaseWorld.KNOWLEDGE.regions()::contains);

    private record Asked(Inputs inputs, List<Alternative> alternatives) {
        static Asked of(long seed) {
            var draw = new FactDraw(new Random(seed));
            var inputs = new Inputs(
                    draw.profile(),
                    seed % 2 == 0 ? draw.completed(draw.deployment()) : draw.deployment(),
                    seed % 2 == 0 ? draw.completed(draw.organization()) : draw.organization(),
                    CaseWorld.policy(seed / 2),
                    List.of(),
                    NOW);
            var others = List.of(
                    new Alternative(new ModelId("sample-lab/model"), "2", draw.profile(), true),
                    new Alternative(new ModelId("other-lab/model"), "1", draw.profile(), false));
            return new Asked(inputs, seed % 3 == 0 ? others : List.of());
        }

        Verdict with(List<Change> changes) {
            var changed = new Changed(alternatives).by(inputs, changes);
            return Evaluator.conclude(
                    CaseWorld.EVALUATOR.assess(
                            changed.profile(),
                            changed.deployment(),
                            changed.organization(),
                            changed.policy(),
                            LocalDate.ofInstant(NOW, ZoneOffset.UTC)),
                    changed.instruments(),
                    Conclusion.Bindings.NONE,
                    NOW);
        }
    }

    @Property(tries = 20, generation = GenerationMode.RANDOMIZED)
    void every_shown_change_flips_and_none_is_larger_than_it_must_be(@ForAll long seed) {
        var asked = Asked.of(seed);
        var before = asked.with(List.of()).answer();
        var found = SMALLEST.find(asked.inputs(), asked.alternatives());
        for (var flip : found.flips()) {
            assertThat(asked.with(flip.changes()).answer())
                    .as("%s", flip.changes())
                    .isEqualTo(flip.answer())
                    .isGreaterThan(before);
            for (var change : flip.changes()) {
                var rest = new ArrayList<>(flip.changes());
                rest.remove(change);
                assertThat(asked.with(rest).answer()).as("without %s", change).isLessThan(flip.answer());
            }
        }
        assertThat(SMALLEST.find(asked.inputs(), asked.alternatives())).isEqualTo(found);
    }

    @Property(tries = 20, generation = GenerationMode.RANDOMIZED)
    void no_shown_change_touches_a_figure_or_a_seat_and_some_use_remains(@ForAll long seed) {
        var asked = Asked.of(seed);
        for (var flip : SMALLEST.find(asked.inputs(), asked.alternatives()).flips()) {
            var changed = new Changed(asked.alternatives()).by(asked.inputs(), flip.changes());
            assertThat(changed.organization()).isSameAs(asked.inputs().organization());
            assertThat(changed.deployment().licensee())
                    .isEqualTo(asked.inputs().deployment().licensee());
            assertThat(changed.deployment().acts().done()).isNotEmpty();
        }
    }

    @Test
    void the_answers_that_are_shown_are_of_one_kind_and_singles_hide_pairs() {
        var seen = new TreeSet<String>();
        for (long seed = 0; seed < 400; seed++) {
            var asked = Asked.of(seed);
            var flips = SMALLEST.find(asked.inputs(), asked.alternatives()).flips();
            assertThat(flips.stream().map(Flips.Flip::answer).distinct().count())
                    .as("one goal")
                    .isLessThanOrEqualTo(1);
            assertThat(flips.stream()
                            .map(flip -> flip.changes().size())
                            .distinct()
                            .count())
                    .as("one size")
                    .isLessThanOrEqualTo(1);
            var before = asked.with(List.of()).answer();
            flips.forEach(flip -> {
                seen.add(before + " to " + flip.answer() + " by "
                        + flip.changes().size());
                flip.changes().forEach(change -> seen.add(change.getClass().getSimpleName()));
            });
        }
        assertThat(seen)
                .contains("DENY to ALLOW by 1", "DENY to ALLOW by 2", "DENY to NEEDS by 1", "NEEDS to ALLOW by 1")
                .contains("DropAct", "Paper", "Instead", "PlannedName", "Settle", "KeepInside", "NotCommercial");
    }

    @Test
    void an_allowed_use_needs_no_change() {
        for (long seed = 0; seed < 100; seed++) {
            var asked = Asked.of(seed);
            if (asked.with(List.of()).answer() == Answer.ALLOW) {
                assertThat(SMALLEST.find(asked.inputs(), asked.alternatives())).isEqualTo(Flips.NONE);
            }
        }
    }

    @Test
    void a_search_ends_after_so_many_evaluations_and_says_so() {
        var denied = java.util.stream.LongStream.range(0, 400)
                .mapToObj(Asked::of)
                .filter(asked -> asked.with(List.of()).answer() == Answer.DENY)
                .findFirst()
                .orElseThrow();
        var others = new ArrayList<Alternative>();
        for (int i = 0; i < 1_000; i++) {
            others.add(new Alternative(
                    new ModelId("other-lab/model-" + i), "1", denied.inputs().profile(), false));
        }
        assertThat(SMALLEST.find(denied.inputs(), List.of()).complete()).isTrue();
        assertThat(SMALLEST.find(denied.inputs(), others).complete()).isFalse();
    }
}
