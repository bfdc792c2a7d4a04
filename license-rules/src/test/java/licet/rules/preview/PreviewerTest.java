package licet.rules.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import licet.rules.cases.CaseWorld;
import licet.rules.cases.FactDraw;
import licet.rules.verdict.Answer;
import licet.rules.verdict.Instrument;
import org.junit.jupiter.api.Test;

class PreviewerTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Previewer PREVIEWER = new Previewer(CaseWorld.EVALUATOR);

    private static Portfolio portfolio(int size) {
        var draw = new FactDraw(new Random(7));
        var organization = draw.organization();
        var items = LongStream.rangeClosed(1, size)
                .mapToObj(models -> new Portfolio.Item(draw.profile(), draw.deployment(), models, List.of()))
                .toList();
        return new Portfolio(organization, items);
    }

    @Test
    void the_same_policy_changes_nothing() {
        var portfolio = portfolio(40);
        var preview = PREVIEWER.compare(portfolio, CaseWorld.shipped("balanced"), CaseWorld.shipped("balanced"), DAY);
        assertThat(preview.flips()).isEmpty();
        assertThat(preview.otherReasons()).isEmpty();
        assertThat(preview.same()).isEqualTo(820);
    }

    @Test
    void every_model_is_counted_once_and_every_flip_names_what_changed() {
        var preview = PREVIEWER.compare(
                portfolio(60), CaseWorld.shipped("balanced"), CaseWorld.shipped("permissive-only"), DAY);
        long flipped =
                preview.flips().stream().mapToLong(flip -> flip.item().models()).sum();
        long reworded = preview.otherReasons().stream()
                .mapToLong(flip -> flip.item().models())
                .sum();
        assertThat(flipped + reworded + preview.same()).isEqualTo(1_830);
        assertThat(preview.flips()).isNotEmpty().allSatisfy(flip -> {
            assertThat(flip.to()).isNotEqualTo(flip.from());
            assertThat(flip.gone().size() + flip.added().size()).isPositive();
        });
        assertThat(preview.flips())
                .filteredOn(flip -> flip.to() == Answer.DENY)
                .allSatisfy(flip ->
                        assertThat(flip.added()).anyMatch(reason -> reason.startsWith("policy/permissive-only/")));
        assertThat(preview.models(Answer.NEEDS, Answer.DENY)).isPositive();
        assertThat(preview.flips()).isSortedAccordingTo((a, b) -> a.to().compareTo(b.to()));
    }

    @Test
    void one_profile_is_evaluated_once_and_instruments_count() {
        var first = portfolio(1);
        var item = first.items().getFirst();
        var reason = "policy/permissive-only/permissive-licenses";
        var waiver = new Instrument(
                "w",
                Instrument.Kind.WAIVER,
                Set.of(reason),
                Instant.parse("2026-11-01T00:00:00Z"),
                Optional.of(Instant.parse("2026-12-01T00:00:00Z")));
        var twice = new Portfolio(
                first.organization(),
                List.of(item, new Portfolio.Item(item.profile(), item.deployment(), 3, List.of(waiver))));
        var preview =
                PREVIEWER.compare(twice, CaseWorld.shipped("balanced"), CaseWorld.shipped("permissive-only"), DAY);
        assertThat(preview.evaluated()).isEqualTo(1);
    }
}
