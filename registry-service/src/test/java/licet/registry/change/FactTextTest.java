package licet.registry.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import licet.registry.fact.DeploymentText;
import licet.registry.fact.OrganizationText;
import licet.rules.facts.Country;
import licet.rules.facts.Deployment;
import licet.rules.facts.EntityKey;
import licet.rules.facts.Exchange;
import licet.rules.facts.Fact;
import licet.rules.facts.Holding;
import licet.rules.facts.Organization;
import licet.rules.format.CanonicalJson;
import licet.rules.format.DeploymentYaml;
import licet.rules.format.OrganizationYaml;
import licet.rules.license.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read back as the same facts: an editor that loses one would change it unseen. */
class FactTextTest {
    private static String sample(String file) throws IOException {
        try (var in = Objects.requireNonNull(
                licet.rules.Knowledge.class.getResourceAsStream("/licet/samples/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Deployment again(Deployment deployment) {
        return DeploymentYaml.parse("again", CanonicalJson.write(DeploymentText.of(deployment)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"eu-internal-tool", "large-customer-product", "us-hosted-service"})
    void keepsEveryFactOfADeployment(String key) throws IOException {
        var deployment = DeploymentYaml.parse(key, sample("deployments/" + key + ".yaml"));
        assertThat(again(deployment)).isEqualTo(deployment);
    }

    @Test
    void keepsWhatStandsAroundTheUse() throws IOException {
        var sample = DeploymentYaml.parse("sample", sample("deployments/us-hosted-service.yaml"));
        var full = new Deployment(
                sample.key(),
                sample.name(),
                sample.licensee(),
                sample.stage(),
                sample.channel(),
                sample.acts(),
                sample.use(),
                new Deployment.Places(
                        Fact.known(new TreeSet<>()), Fact.unknown(), Fact.unknown(), Fact.known(new Country("DE"))),
                new Deployment.Context(
                        Fact.known(Set.of(Deployment.Recipient.CLOUD_HOST)),
                        Fact.known(Set.of()),
                        Fact.known(true),
                        Fact.unknown()));
        assertThat(again(full)).isEqualTo(full);
    }

    @Test
    void keepsEveryFactOfTheOrganization() throws IOException {
        var sample = OrganizationYaml.parse("sample", sample("organization.yaml"));
        var small = new EntityKey("small-eu");
        var large = new EntityKey("large-us");
        var full = new Organization(
                List.of(
                        new Organization.Entity(
                                small,
                                "Small",
                                Fact.known(new Country("DE")),
                                Fact.known(new Country("FR")),
                                Fact.known(Set.of(Scope.Business.IMAGE_GENERATION)),
                                Fact.known(new TreeSet<>(Set.of("meta")))),
                        sample.get(large),
                        sample.get(new EntityKey("startup-us"))),
                List.of(new Holding(
                        large,
                        small,
                        Fact.known(new BigDecimal("50.5")),
                        Fact.unknown(),
                        Optional.of(LocalDate.parse("2025-01-01")),
                        Optional.empty())),
                sample.figures(),
                new Exchange(
                        List.of(new Exchange.Rate(
                                "EUR", "USD", new BigDecimal("1.08"), LocalDate.parse("2026-11-01"), "central bank")),
                        new BigDecimal("2.5")));
        assertThat(OrganizationYaml.parse("again", CanonicalJson.write(OrganizationText.of(full, true))))
                .isEqualTo(full);
    }

    @Test
    void tellsNoFigureToThoseWhoMayNotSeeIt() throws IOException {
        var sample = OrganizationYaml.parse("sample", sample("organization.yaml"));
        assertThat(CanonicalJson.write(OrganizationText.of(sample, false)))
                .doesNotContain("900000000")
                .contains("monthly-active-users");
    }
}
