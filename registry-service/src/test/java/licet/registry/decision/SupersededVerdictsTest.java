package licet.registry.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import licet.registry.fact.Facts;
import licet.registry.platform.Database;
import licet.registry.platform.audit.Actor;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.Test;

/** The table of answers holds what lists read, and does not grow with every edit. */
class SupersededVerdictsTest {
    private static List<ModelPage.Row> listed(TestRegistry registry) {
        var query = new ModelQuery(ModelFilter.NONE, ModelSort.NAME, Optional.empty(), 50);
        return registry.bean(ModelList.class).list(query).models();
    }

    private static long rows(TestRegistry registry) {
        return registry.bean(Database.class)
                .read(sql -> sql.get("SELECT count(*) AS n FROM verdict", row -> row.getLong("n")));
    }

    @Test
    void answersOfFactsThatHoldNoLongerGoAfterAWhile() {
        var registry = TestRegistry.filled(Map.of("licet.jobs.enabled", "false"));
        var superseded = registry.bean(SupersededVerdicts.class);
        var facts = registry.bean(Facts.class);
        long each = rows(registry);
        int deployments = facts.current().deployments().size();

        facts.saveDeployment(facts.current().deployments().getFirst().deployment(), Actor.HOST);
        int written = registry.bean(VerdictTable.class).fill();
        assertThat(written * deployments).as("one deployment's answers").isEqualTo((int) each);
        var listed = listed(registry);

        registry.clock().advance(SupersededVerdicts.KEPT);
        assertThat(superseded.prune())
                .as("another instance may still read them")
                .isZero();
        registry.clock().advance(Duration.ofSeconds(1));
        assertThat(superseded.prune()).isEqualTo(written);
        assertThat(rows(registry)).isEqualTo(each);
        assertThat(superseded.prune()).isZero();
        assertThat(listed(registry)).isEqualTo(listed);

        facts.saveOrganization(facts.current().organization().organization(), Actor.HOST);
        registry.bean(VerdictTable.class).fill();
        registry.clock().advance(SupersededVerdicts.KEPT.plusSeconds(1));
        assertThat(superseded.prune()).as("all depend on the organization").isEqualTo((int) each);
        assertThat(listed(registry)).isEqualTo(listed);
    }
}
