package licet.tests.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import licet.registry.change.AnswerCounts;
import licet.registry.change.FactPreview;
import licet.registry.decision.FacetCounts;
import licet.registry.decision.LicensePopulation;
import licet.registry.decision.LicenseUse;
import licet.registry.decision.ModelFilter;
import licet.registry.decision.ModelFilters;
import licet.registry.decision.ModelList;
import licet.registry.decision.ModelPage;
import licet.registry.decision.ModelQuery;
import licet.registry.decision.ModelSort;
import licet.registry.decision.VerdictTable;
import licet.registry.fact.Facts;
import licet.registry.fact.Samples;
import licet.registry.knowledge.ActiveKnowledge;
import licet.registry.platform.audit.Actor;
import licet.registry.policy.FlipPreview;
import licet.registry.policy.FlipPreviews;
import licet.registry.testing.TestRegistry;
import licet.rules.Knowledge;
import licet.rules.format.PolicyYaml;
import licet.rules.license.LicenseKey;
import licet.rules.policy.CompiledPolicy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is counted by profile is what one counts by looking at every model. */
class CatalogChangesTest {
    private static final int MODELS = 4_000;
    private static TestRegistry registry;

    @BeforeAll
    static void load() throws Exception {
        registry = TestRegistry.apart(Map.of("licet.jobs.enabled", "false"));
        registry.bean(ActiveKnowledge.class).activate();
        registry.bean(Samples.class).loadIfEmpty();
        try (var owner = registry.database().owner().connect()) {
            var profiles = new GeneratedProfiles(registry.bean(Knowledge.class)).list(700);
            new CatalogLoader(owner, profiles, "recorded", _ -> {}).load(MODELS);
        }
        registry.bean(VerdictTable.class).fill();
    }

    /** The most downloaded first. */
    private static List<ModelPage.Row> listed(String query) {
        ModelFilter filter = registry.bean(ModelFilters.class).filter(CatalogCases.parameters(query));
        return registry.bean(ModelList.class)
                .list(new ModelQuery(filter, ModelSort.DOWNLOADS, Optional.empty(), MODELS))
                .models();
    }

    private static CompiledPolicy policy(String source) {
        return CompiledPolicy.of(PolicyYaml.parse("policy", source, 1), registry.bean(Knowledge.class));
    }

    private record Way(String deployment, String from, String to) {}

    private static Map<Way, List<String>> turned(List<ModelPage.Row> before, List<ModelPage.Row> after) {
        var now = after.stream().collect(Collectors.toMap(ModelPage.Row::model, ModelPage.Row::verdicts));
        record Turned(Way way, String model) {}
        return before.stream()
                .flatMap(row -> row.verdicts().entrySet().stream()
                        .map(answer -> new Turned(
                                new Way(
                                        answer.getKey(),
                                        answer.getValue(),
                                        now.get(row.model()).get(answer.getKey())),
                                row.model())))
                .filter(turned -> !turned.way().from().equals(turned.way().to()))
                .collect(Collectors.groupingBy(Turned::way, Collectors.mapping(Turned::model, Collectors.toList())));
    }

    @Test
    void aPreviewOfAnEditSaysWhatListsAndCountsSayAfterIt() {
        var before = listed("");
        var preview = registry.bean(FlipPreviews.class).of(policy(Policies.turned(1)), "turned");
        registry.bean(Facts.class).activatePolicy(Policies.turned(1), Actor.HOST);
        int written = registry.bean(VerdictTable.class).fill();
        var after = listed("");

        var seen = turned(before, after);
        assertThat(seen).isNotEmpty();
        assertThat(preview.flips())
                .extracting(group -> new Way(group.deployment(), group.from(), group.to()))
                .containsExactlyInAnyOrderElementsOf(seen.keySet());
        assertThat(preview.flips()).allSatisfy(group -> {
            var models = seen.get(new Way(group.deployment(), group.from(), group.to()));
            assertThat(group.models()).isEqualTo(models.size());
            assertThat(group.examples())
                    .as("the most downloaded first")
                    .isEqualTo(models.stream().limit(10).toList());
            assertThat(group.added()).contains("policy/balanced/bench-1");
        });
        assertThat(preview.flips())
                .as("refusals first")
                .isSortedAccordingTo(Comparator.comparing((FlipPreview.Group group) -> rank(group.to())));
        assertThat(preview.same() + preview.flipped() + models(preview.otherReasons()))
                .isEqualTo(3L * MODELS);
        assertThat(preview.combinations()).isEqualTo(written);
        assertThat(registry.bean(VerdictTable.class).fill()).as("all are made").isZero();

        var counts = registry.bean(FacetCounts.class).count(ModelFilter.NONE);
        assertThat(counts.verdicts()).isEqualTo(byDeployment(after));
        assertThat(registry.bean(AnswerCounts.class).byDeployment())
                .allSatisfy((deployment, answers) -> assertThat(written(answers))
                        .isEqualTo(byDeployment(after).get(deployment)));
    }

    private static int rank(String answer) {
        return List.of("DENY", "NEEDS", "ALLOW").indexOf(answer);
    }

    private static long models(List<FlipPreview.Group> groups) {
        return groups.stream().mapToLong(FlipPreview.Group::models).sum();
    }

    private static Map<String, Long> written(FactPreview.Answers answers) {
        var all = new TreeMap<>(Map.of("ALLOW", answers.allow(), "NEEDS", answers.needs(), "DENY", answers.deny()));
        all.values().removeIf(count -> count == 0);
        return all;
    }

    private static Map<String, Map<String, Long>> byDeployment(List<ModelPage.Row> rows) {
        return rows.stream()
                .flatMap(row -> row.verdicts().entrySet().stream())
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        TreeMap::new,
                        Collectors.groupingBy(Map.Entry::getValue, TreeMap::new, Collectors.counting())));
    }

    @Test
    void aLicenseIsUsedByWhatTheListNarrowedToItShows() {
        var counts = registry.bean(LicensePopulation.class).counts();
        assertThat(listed("license=apache-2.0")).isNotEmpty();
        for (String key : List.of("mit", "apache-2.0", "llama-3.3-community")) {
            var rows = listed("license=" + key);
            var use = registry.bean(LicenseUse.class).of(Set.of(new LicenseKey(key)));
            assertThat(use.count().concluded()).as(key).isEqualTo(rows.size());
            assertThat(use.count()).isEqualTo(counts.getOrDefault(new LicenseKey(key), LicensePopulation.Count.NONE));
            assertThat(use.models())
                    .isEqualTo(rows.stream().limit(50).map(ModelPage.Row::model).toList());
            var answers = byDeployment(rows);
            assertThat(use.deployments())
                    .hasSize(3)
                    .allSatisfy(in -> assertThat(written(new FactPreview.Answers(in.allow(), in.needs(), in.deny())))
                            .isEqualTo(answers.getOrDefault(in.key(), Map.of())));
        }
    }
}
