package licet.rules.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import licet.rules.Knowledge;
import licet.rules.ShippedReleases;
import licet.rules.evidence.ModelId;
import licet.rules.format.FormatException;
import licet.rules.format.ReleasesYaml;
import org.junit.jupiter.api.Test;

class ReleasesTest {
    private static final Releases SHIPPED = ShippedReleases.load();

    @Test
    void everyReleaseIsOfADeveloperThatHoldsItsNamespace() {
        var jurisdictions = Knowledge.load(false).jurisdictions();
        assertThat(SHIPPED.list()).hasSizeGreaterThanOrEqualTo(47).allSatisfy(release -> {
            String owner = release.model().value().split("/", 2)[0];
            assertThat(jurisdictions.developerOf(owner).key())
                    .as(release.model().value())
                    .isEqualTo(release.developer());
        });
    }

    @Test
    void aMonthStaysAMonth() {
        var stated = SHIPPED.find(new ModelId("DeepSeek-AI/deepseek-v4-pro")).orElseThrow();
        assertThat(stated.released().text()).isEqualTo("2026-04");
        assertThat(stated.released().isDay()).isFalse();
        assertThat(stated.released().first()).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(new ReleaseDate("2024-12-06").isDay()).isTrue();
    }

    @Test
    void sizesAreCounts() {
        var mixtral = SHIPPED.find(new ModelId("mistralai/Mixtral-8x7B-v0.1")).orElseThrow();
        assertThat(mixtral.parameters()).contains(new Size(46_700_000_000L, Optional.of(12_900_000_000L)));
        assertThat(Size.parse("1.6T")).isEqualTo(1_600_000_000_000L);
    }

    @Test
    void whatIsStatedSaysByWhom() {
        assertThat(SHIPPED.list().stream().filter(Release::isStated))
                .hasSize(6)
                .allSatisfy(release ->
                        assertThat(release.stated().orElseThrow().by()).isNotBlank());
    }

    @Test
    void aBrokenLineIsNamedWithItsPlace() {
        assertThatThrownBy(() -> ReleasesYaml.parse("r.yaml", """
                        schema: 1
                        releases:
                          - {model: a/b, family: B, developer: a, released: 2026-4, basis: stated}
                        """))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("r.yaml:3")
                .hasMessageContaining("2026-04");
        assertThatThrownBy(() -> ReleasesYaml.parse("r.yaml", """
                        schema: 1
                        releases:
                          - {model: a/b, family: B, developer: a, released: 2026-04, basis: stated}
                        """)).hasMessageContaining("a/b must say what is stated");
    }
}
