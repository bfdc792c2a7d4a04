package licet.registry.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import licet.registry.platform.problem.ProblemException;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.facts.Country;
import licet.rules.facts.Deployment;
import licet.rules.facts.Fact;
import licet.rules.facts.Organization;
import licet.rules.format.DeploymentYaml;
import licet.rules.format.OrganizationYaml;
import licet.rules.license.Act;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupposedTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final Organization ACME = OrganizationYaml.parse("organization.yaml", """
            schema: 1
            entities:
              - {key: acme, name: Acme, seat: unknown}
            figures:
              - metric: annual-revenue
                entity: acme
                breadth: group
                period: 2026-10
                value: 5
                unit: USD
                as-of: 2026-11-01
                source: books
                owner: finance
            """);
    private static final Deployment OPEN = DeploymentYaml.parse("open.yaml", """
            schema: 1
            key: open
            name: Open
            licensee: acme
            stage: production
            channel: own-weights
            acts:
              done: [use]
              unknown: [modify]
            use:
              commercial: unknown
              outputs-leave-organization: unknown
              outputs-train: unknown
              fields: unknown
              derived-model-name: unknown
            places:
              use: unknown
              outputs: unknown
              serving: unknown
              residency: unknown
            """);

    private static Supposed with(String id, String... values) {
        return new Supposed(OPEN, ACME).with(Map.of(id, List.of(values)), DAY);
    }

    @Test
    void answersTheFactsOfADeployment() {
        assertThat(with("deployment:commercial", "yes").deployment().use().commercial())
                .isEqualTo(Fact.known(true));
        assertThat(with("deployment:outputs-train", "language-model")
                        .deployment()
                        .use()
                        .outputsTrain())
                .isEqualTo(Fact.known(Deployment.OutputsTrain.LANGUAGE_MODEL));
        assertThat(with("deployment:derived-model-name", "none")
                        .deployment()
                        .use()
                        .derivedModelName())
                .isEqualTo(Fact.known(""));
        assertThat(with("deployment:places-of-use", "germany, US")
                        .deployment()
                        .places()
                        .use())
                .isEqualTo(Fact.known(new TreeSet<>(Set.of(new Country("DE"), new Country("US")))));
        assertThat(with("deployment:fields", "none").deployment().use().fields())
                .isEqualTo(Fact.known(Set.of()));
        assertThat(with("deployment:recipients", "cloud-host")
                        .deployment()
                        .context()
                        .recipients())
                .isEqualTo(Fact.known(Set.of(Deployment.Recipient.CLOUD_HOST)));
        assertThat(with("act:modify", "no").deployment().acts().unknown()).isEmpty();
        assertThat(with("act:modify", "yes").deployment().acts().done()).contains(Act.MODIFY);
    }

    @Test
    void answersTheFactsOfAnEntity() {
        assertThat(with("seat:acme", "DE").organization().entities().getFirst().seat())
                .isEqualTo(Fact.known(new Country("DE")));
        assertThat(with("entity:competes-with:acme", "meta, google")
                        .organization()
                        .entities()
                        .getFirst()
                        .competesWith())
                .isEqualTo(Fact.known(new TreeSet<>(Set.of("meta", "google"))));
    }

    @Test
    void aSupposedFigureTakesThePlaceOfTheOneOnRecord() {
        var figures = with("figure:annual-revenue:acme:group:2026-10", "25,000,000", "EUR")
                .organization()
                .figures()
                .all();
        assertThat(figures).hasSize(1);
        assertThat(figures.getFirst().value()).isEqualTo(new BigDecimal("25000000"));
        assertThat(figures.getFirst().unit()).isEqualTo("EUR");
        assertThat(figures.getFirst().asOf()).isEqualTo(DAY);
    }

    @Test
    void anEmptyAnswerLeavesTheFactOpen() {
        assertThat(with("deployment:commercial", " ")).isEqualTo(new Supposed(OPEN, ACME));
        assertThat(with("figure:annual-revenue:acme:group:2026-10", "", "USD")).isEqualTo(new Supposed(OPEN, ACME));
    }

    @ParameterizedTest
    @CsvSource({
        "deployment:commercial, perhaps",
        "deployment:outputs-train, anything",
        "deployment:places-of-use, Atlantis",
        "deployment:recipients, customer",
        "figure:annual-revenue:acme:group:2026-10, -5",
        "figure:annual-revenue:acme:group:2026-10, 1e9",
        "figure:monthly-revenue:nobody:group:2026-10, 5",
        "seat:nobody, DE",
        "color:red, yes"
    })
    void namesWhatIsWrong(String id, String value) {
        assertThatThrownBy(() -> with(id, value)).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.problem()).isInstanceOf(RegistryProblem.Malformed.class);
            var error = ((RegistryProblem.Malformed) refused.problem()).errors().getFirst();
            assertThat(error.field()).isEqualTo(id);
            assertThat(error.mend()).isNotBlank();
        });
    }
}
