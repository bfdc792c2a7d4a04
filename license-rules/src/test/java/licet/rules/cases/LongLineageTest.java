package licet.rules.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import licet.rules.evidence.ModelId;
import licet.rules.lineage.Conclusion;
import licet.rules.lineage.Lineage;
import licet.rules.lineage.ModelEvidence;
import licet.rules.lineage.Profile;
import licet.rules.lineage.Relation;
import licet.rules.lineage.Traits;
import org.junit.jupiter.api.Test;

/** Chains of fine-tunes of fine-tunes; the first ancestor stands under Llama 3.3. */
class LongLineageTest {
    private static ModelEvidence model(int number, String license, List<ModelEvidence.Parent> parents) {
        var id = new ModelId("lab-%d/model".formatted(number));
        return new ModelEvidence(
                id, CaseReader.REVISION, Traits.UNKNOWN, List.of(CaseEvidence.file(id, license)), parents, List.of());
    }

    private static Conclusion chain(int ancestors) {
        var conclusion = Judge.CONCLUDER.conclude(model(0, "llama-3.3-community", List.of()), _ -> Optional.empty());
        for (int number = 1; number <= ancestors; number++) {
            Lineage parent = conclusion.lineage();
            var at = CaseReader.at(parent.own().model(), "README.md", Optional.empty(), Optional.empty());
            var edge = new ModelEvidence.Parent(parent.own().model(), Relation.FINETUNE, at);
            conclusion = Judge.CONCLUDER.conclude(model(number, "mit", List.of(edge)), _ -> Optional.of(parent));
        }
        return conclusion;
    }

    private static boolean bindsLlama(Conclusion conclusion) {
        return conclusion.profile().terms().stream()
                .anyMatch(term -> term.candidates().toString().contains("llama-3.3-community"));
    }

    @Test
    void more_than_twenty_generations_are_followed_to_the_first() {
        var conclusion = chain(64);
        assertThat(conclusion.profile().lineageGaps()).isEmpty();
        assertThat(bindsLlama(conclusion)).isTrue();
        assertThat(conclusion.lineage().nodes()).hasSize(65);
    }

    @Test
    void of_a_model_that_nobody_read_nothing_is_known() {
        var unread = Judge.CONCLUDER.unread(new ModelId("lab/model"));
        assertThat(unread.lineage().nodes()).hasSize(1);
        assertThat(unread.profile().terms())
                .singleElement()
                .satisfies(term -> assertThat(term.state()).isEqualTo(Profile.State.UNREAD));
    }

    @Test
    void a_longer_chain_is_a_gap_and_never_cut_silently() {
        for (int ancestors : List.of(65, 66, 90)) {
            var gaps = new TreeSet<>(chain(ancestors).profile().lineageGaps());
            assertThat(gaps).as("%d ancestors", ancestors).contains(Profile.LineageGap.TOO_DEEP);
        }
    }
}
