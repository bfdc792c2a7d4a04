package licet.rules.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import licet.rules.evidence.ModelId;
import licet.rules.lineage.Conclusion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A finding about an upstream name falls away only where the names are known and right. */
class UpstreamNameTest {
    private static final Finding WRONG_NAME = new Finding.Noted(
            new Subject.OfLineage(Subject.OfLineage.Kind.UNDECLARED),
            Finding.Because.of("name-prefix.upstream", "Llama", "A license"),
            Finding.Whose.UPSTREAM);

    @ParameterizedTest
    @CsvSource(nullValues = "none", textBlock = """
            none,                                     false
            lab/Llama-Tune,                           false
            lab/Llama-Tune > meta/Base,               true
            lab/llama-tune > meta/Base,               true
            lab/Wise > meta/Base,                     false
            lab/Llama-Tune > lab/Wise > meta/Base,    false
            lab/Llama-Tune > lab/Llama-2 > meta/Base, true
            """)
    void is_kept_only_by_known_names(String via, boolean kept) {
        List<ModelId> models = via == null
                ? List.of()
                : Stream.of(via.split(" > ")).map(ModelId::new).toList();
        assertThat(UpstreamName.isKept(WRONG_NAME, new Conclusion.Bound(List.of(), models)))
                .isEqualTo(kept);
    }
}
