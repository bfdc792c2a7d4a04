package licet.registry.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import licet.registry.catalog.OnHub;
import licet.registry.decision.ModelPage;
import licet.registry.decision.Peers;
import licet.rules.verdict.Answer;
import licet.rules.verdict.Verdict;
import org.junit.jupiter.api.Test;

/** The order of substitutes: each step of the rule decides before the next one. */
class LikenessTest {
    private static final Likeness LIKENESS = new Likeness(
            Optional.of("Sample 2"), Set.of("maker/base"), "maker", Optional.of("up-to-40b"), Optional.of(30_000L));
    private static final Verdict ALLOW =
            new Verdict(Answer.ALLOW, List.of(), new TreeSet<>(), Instant.EPOCH, Optional.empty());

    private static Candidate candidate(
            String name, String family, String base, String developer, long parameters, String tier, long downloads) {
        var row = new ModelPage.Row(
                1,
                name,
                "hub",
                Optional.empty(),
                Optional.of(developer),
                Optional.empty(),
                Optional.empty(),
                "identified",
                "none",
                Optional.of("text"),
                parameters == 0 ? Optional.empty() : Optional.of(parameters),
                Optional.empty(),
                Optional.of("none"),
                tier,
                Optional.of(1L),
                Optional.of(downloads),
                Optional.of(0L),
                Map.of());
        var onHub = new OnHub(false, false, base.isEmpty() ? List.of() : List.of(base));
        return new Candidate(
                new Peers.Peer(row, onHub, ALLOW), Optional.of(family).filter(text -> !text.isEmpty()));
    }

    private static final List<Candidate> IN_ORDER = List.of(
            candidate("maker/large", "Sample 2", "", "maker", 99_000, "examined", 0),
            candidate("other/large", "Sample 2", "", "other", 99_000, "examined", 9),
            candidate("other/sibling", "", "maker/base", "other", 99_000, "examined", 8),
            candidate("maker/Base", "", "", "other", 99_000, "examined", 7),
            candidate("maker/unrelated", "", "", "maker", 99_000, "examined", 0),
            candidate("other/equal", "", "", "other", 27_001, "examined", 0),
            candidate("other/similar", "", "", "other", 37_000, "examined", 0),
            candidate("other/class", "", "", "other", 99_000, "examined", 0),
            candidate("other/unknown", "", "", "other", 0, "examined", 0),
            candidate("other/listed-liked", "", "", "other", 99_000, "listed", 9_000),
            candidate("other/listed", "", "", "other", 99_000, "listed", 3));

    @Test
    void each_step_decides_before_the_next() {
        for (int seed = 0; seed < 20; seed++) {
            var shuffled = new ArrayList<>(IN_ORDER);
            Collections.shuffle(shuffled, new Random(seed));
            shuffled.sort(LIKENESS.order());
            assertThat(shuffled.stream().map(one -> one.peer().row().model()))
                    .containsExactlyElementsOf(IN_ORDER.stream()
                            .map(one -> one.peer().row().model())
                            .toList());
        }
    }

    @Test
    void each_row_says_why_in_the_order_of_the_rule() {
        assertThat(LIKENESS.why(IN_ORDER.getFirst()).stream().map(SubstituteList.Why::text))
                .containsExactly(
                        "Same family: Sample 2",
                        "Same developer",
                        "Same size class",
                        "Nothing has to be done",
                        "No downloads");
        assertThat(LIKENESS.why(IN_ORDER.get(2)).getFirst().reason()).isEqualTo("same-base");
        assertThat(LIKENESS.why(IN_ORDER.get(3)).getFirst().reason()).isEqualTo("its-base");
        assertThat(LIKENESS.why(IN_ORDER.getLast()).stream().map(SubstituteList.Why::reason))
                .containsExactly("size-class", "duties", "only-listed", "downloads");
    }
}
