package licet.registry.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import licet.ingest.hub.RepoId;
import licet.ingest.hub.Revision;
import licet.registry.fact.CurrentFacts;
import licet.registry.fact.Facts;
import licet.registry.platform.Database;
import licet.registry.testing.TestRegistry;
import licet.rules.verdict.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The page, the gate with its memory, the gate for many, and the lists say the same of every model in every deployment at
 * every moment. {@code -Dlicet.agreement=100000} asks as often as that.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class AgreementTest {
    private static final int QUESTIONS = Integer.getInteger("licet.agreement", 6_000);
    private static final int AT_ONCE = 200;
    private static final TestRegistry REGISTRY = TestRegistry.filled(Map.of("licet.jobs.enabled", "false"));

    private final Verdicts verdicts = REGISTRY.bean(Verdicts.class);
    private final Gate gate = REGISTRY.bean(Gate.class);
    private final BulkGate bulk = REGISTRY.bean(BulkGate.class);
    private final CurrentAnswers lists = REGISTRY.bean(CurrentAnswers.class);
    private final VerdictTable table = REGISTRY.bean(VerdictTable.class);

    /** @param profile by which lists find its answer */
    private record Known(String name, long profile) {}

    @Test
    void everySurfaceSaysTheSame() {
        var random = new SplittableRandom(8);
        var models = REGISTRY.bean(Database.class)
                .read(sql -> sql.list(
                        "SELECT owner || '/' || name AS model, current_profile_id FROM model WHERE owner <> ''"
                                + " AND current_conclusion_id IS NOT NULL AND source = 'recorded' ORDER BY id",
                        row -> new Known(row.getString("model"), row.getLong("current_profile_id"))));
        var seen = new TreeSet<String>();
        for (int asked = 0; asked < QUESTIONS; asked += AT_ONCE) {
            REGISTRY.clock().advance(Duration.ofHours(random.nextInt(24 * 12)));
            if (random.nextBoolean()) {
                table.fill();
            }
            var facts = REGISTRY.bean(Facts.class).current();
            var use = facts.deployments().get(random.nextInt(facts.deployments().size()));
            var some = new ArrayList<Known>();
            for (int i = 0; i < AT_ONCE; i++) {
                some.add(models.get(random.nextInt(models.size())));
            }
            compare(some, use, facts).forEach(seen::add);
        }
        assertThat(seen).as("the questions had different answers").hasSizeGreaterThan(1);
    }

    private List<String> compare(List<Known> models, CurrentFacts.VersionedDeployment use, CurrentFacts facts) {
        var key = use.deployment().key();
        var many = bulk.ask(
                        models.stream()
                                .map(model -> BulkGate.Asked.of(model.name()))
                                .toList(),
                        key,
                        false)
                .answers();
        var listed = REGISTRY.bean(Database.class).read(sql -> lists.ofProfiles(sql, facts));
        var all = new ArrayList<String>();
        for (int i = 0; i < models.size(); i++) {
            var model = models.get(i);
            var id = new RepoId(model.name());
            var page = GateReply.Brief.of(
                    verdicts.of(id, Revision.MAIN, key, false).document());
            var one = gate.ask(new GateQuestion(false, id, Optional.empty(), key, false))
                    .brief();
            assertThat(one).isEqualTo(page);
            assertThat(brief(many.get(i))).as("many at once").isEqualTo(page);
            var list = listed.getOrDefault(model.profile(), CurrentAnswers.unanswered(facts))
                    .get(key.value());
            assertThat(list == Answer.ALLOW).as("a list never permits more").isIn(false, page.permitted());
            all.add(page.verdict());
        }
        return all;
    }

    private static GateReply.Brief brief(GateAnswers.One one) {
        return new GateReply.Brief(
                one.model(), one.revision(), one.verdict(), one.permitted(), one.reasons(), one.validUntil());
    }
}
