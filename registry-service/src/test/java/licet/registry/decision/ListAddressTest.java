package licet.registry.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import licet.registry.fact.Samples;
import licet.registry.ingest.IngestProgress;
import licet.registry.platform.problem.ProblemException;
import licet.registry.start.FirstStart;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListAddressTest {
    private static final TestRegistry REGISTRY = TestRegistry.shared();

    @BeforeAll
    static void start() {
        REGISTRY.bean(FirstStart.class).run(IngestProgress.SILENT);
        REGISTRY.bean(Samples.class).loadIfEmpty();
    }

    private static String canonical(String query) {
        var asked = REGISTRY.bean(ModelFilters.class).query(ListAddress.parse(query));
        return ListAddress.query(ListAddress.parameters(asked.filter(), asked.sort()));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            ``,                                                    ``
            `sort=name&q=&license=`,                               ``
            `sort=likes&limit=7`,                                  `sort=likes`
            `license=mit&license=apache-2.0`,                      `license=apache-2.0,mit`
            `country=??&size=up-to-4b&class=permissive`,           `class=permissive&country=%3F%3F&size=up-to-4b`
            `verdict=ALLOW,DENY`,                                  `verdict=DENY,ALLOW`
            `verdict=ALLOW&deployment=eu-internal-tool`,           `verdict=eu-internal-tool:ALLOW`
            `deployment=eu-internal-tool`,                         ``
            `q=a%26b%2Cc%20d&sort=released`,                       `q=a%26b%2Cc+d&sort=released`
            `q=%E6%A8%A1%2Fx`,                                     `q=%E6%A8%A1/x`
            """)
    void saysTheSameInOneWay(String query, String expected) {
        assertThat(canonical(query)).isEqualTo(expected);
        assertThat(canonical(expected)).isEqualTo(expected);
    }

    @Test
    void readsWhatItWrites() {
        var asked = ListAddress.parse("q=a%2Cb&verdict=us-hosted-service:NEEDS,eu-internal-tool:DENY&format=gguf");
        var filters = REGISTRY.bean(ModelFilters.class);
        var query = filters.query(asked);
        var written = ListAddress.query(ListAddress.parameters(query.filter(), query.sort()));
        assertThat(filters.query(ListAddress.parse(written))).isEqualTo(query);
        assertThat(ListAddress.query(Map.of())).isEmpty();
    }

    @Test
    void saysThatAPercentSignNeedsWriting() {
        assertThatThrownBy(() -> ListAddress.parse("q=100%"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("%25");
    }
}
