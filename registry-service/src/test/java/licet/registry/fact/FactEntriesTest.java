package licet.registry.fact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import licet.registry.platform.Database;
import licet.registry.platform.audit.Actor;
import licet.registry.testing.TestRegistry;
import licet.rules.facts.DeploymentKey;
import licet.rules.format.CanonicalJson;
import licet.rules.format.DeploymentYaml;
import licet.rules.format.OrganizationYaml;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every change of facts stands in the audit log with what was before and what is after. */
class FactEntriesTest {
    private static TestRegistry registry;
    private static Facts facts;

    @BeforeAll
    static void start() {
        registry = TestRegistry.apart(Map.of("licet.jobs.enabled", "false"));
        registry.bean(Samples.class).loadIfEmpty();
        facts = registry.bean(Facts.class);
    }

    private static String last(String action) {
        return registry.bean(Database.class)
                .read(sql -> sql.get(
                        "SELECT detail FROM audit_entry WHERE action = ? ORDER BY seq DESC LIMIT 1",
                        row -> row.getString("detail"),
                        action));
    }

    private static JsonNode detail(String action) {
        return CanonicalJson.read(last(action), JsonNode.class);
    }

    @Test
    void aDeploymentSaysWhatItWasAndWhatItIs() {
        var stored =
                facts.current().find(new DeploymentKey("us-hosted-service")).orElseThrow();
        var text = DeploymentText.of(stored.deployment());
        var before = text.get("stage").asText();
        text.put("stage", "pilot");
        var changed = DeploymentYaml.parse("changed", text.toString());
        int version = facts.saveDeployment(changed, stored.version(), Actor.PRODUCT);
        var detail = detail("deployment.save");
        assertThat(detail.get("version").asInt()).isEqualTo(version);
        assertThat(detail.get("digest").asText()).isEqualTo(CanonicalJson.digest(changed));
        assertThat(detail.get("before").toString()).isEqualTo("{\"stage\":\"" + before + "\"}");
        assertThat(detail.get("after").toString()).isEqualTo("{\"stage\":\"pilot\"}");

        facts.confirmDeployment(changed, version, Actor.PRODUCT);
        assertThat(detail("deployment.confirm").get("after")).isEmpty();
    }

    @Test
    void aFigureIsNeverInTheLog() {
        assertThat(last("organization.save")).doesNotContain("40000");
        var stored = facts.current().organization();
        var text = OrganizationText.of(stored.organization(), true);
        ((ObjectNode) text.at("/figures/0")).put("value", "39998877");
        facts.saveOrganization(OrganizationYaml.parse("changed", text.toString()), stored.version(), Actor.PRODUCT);
        var name = "figures[monthly-active-users/small-eu/group/2024-06/more-than-half].value";
        var detail = detail("organization.save");
        assertThat(detail.get("before").toString()).isEqualTo("{\"" + name + "\":\"lower\"}");
        assertThat(detail.get("after").toString()).isEqualTo("{\"" + name + "\":\"higher\"}");
        assertThat(detail.toString()).doesNotContain("39998877", "40000");
    }

    @Test
    void aPolicySaysWhichOfItsRulesChanged() {
        var source = registry.bean(Database.class)
                .read(sql -> sql.get(
                        "SELECT source FROM policy_version WHERE state = 'active'", row -> row.getString("source")));
        var rule = facts.current().policy().policy().rules().getFirst();
        var because = rule.because().text();
        assertThat(source).contains(because);
        facts.activatePolicy("# moves every line\n" + source.replace(because, because + " Really."), Actor.PRODUCT);
        var detail = detail("policy.save");
        assertThat(detail.get("before").properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("rules." + rule.id(), "version");
        assertThat(detail.get("after").properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("rules." + rule.id(), "version");
        assertThat(detail.get("before")).isNotEqualTo(detail.get("after"));
    }
}
