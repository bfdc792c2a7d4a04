package licet.tests.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import licet.registry.change.FactPreviews;
import licet.registry.decision.FacetCounts;
import licet.registry.decision.ModelFilter;
import licet.registry.decision.ModelFilters;
import licet.registry.decision.ModelList;
import licet.registry.decision.ModelQuery;
import licet.registry.decision.ModelSort;
import licet.registry.decision.VerdictTable;
import licet.registry.fact.CurrentFacts;
import licet.registry.fact.Facts;
import licet.registry.fact.Samples;
import licet.registry.knowledge.ActiveKnowledge;
import licet.registry.license.LicenseQuery;
import licet.registry.license.Licenses;
import licet.registry.platform.Database;
import licet.registry.platform.audit.Actor;
import licet.registry.policy.FlipPreviews;
import licet.rules.Knowledge;
import licet.rules.facts.Deployment;
import licet.rules.format.PolicyYaml;
import licet.rules.policy.CompiledPolicy;
import org.junit.jupiter.api.Test;

/**
 * Measures what counts over the whole population: a policy edit until every list shows it, both previews, and the pages
 * of licenses. {@code docs/benchmarks.md} gives the command. Its name keeps it out of the normal build.
 */
class ChangeBarsRun {
    private static final int MODELS = Integer.getInteger("licet.bench.models", 2_500_000);
    private static final int ROUNDS = Integer.getInteger("licet.bench.rounds", 4);
    private static final double EDIT_BAR = 5;

    private final List<String> lines = new ArrayList<>();

    @Test
    void aPolicyEditIsSeenAtOnce() throws Exception {
        try (var database = BigDatabase.open(Knowledge.load(false), MODELS, System.out::println)) {
            var settings = new HashMap<String, Object>(database.properties());
            settings.put("licet.hub", "live");
            settings.put("licet.jobs.enabled", false);
            try (var context = ApplicationContext.builder().properties(settings).start()) {
                context.getBean(ActiveKnowledge.class).activate();
                context.getBean(Samples.class).loadIfEmpty();
                context.getBean(VerdictTable.class).fill();
                note("| %,d models, %,d profiles | first s | median s | slowest s |"
                        .formatted(MODELS, BigDatabase.PROFILES));
                note("|---|---|---|---|");
                var edits = edits(context);
                previews(context);
                pages(context);
                Files.write(Path.of("target", "changes.md"), lines);
                assertThat(edits.median()).as("seconds").isLessThan(EDIT_BAR);
            }
        }
    }

    private void note(String line) {
        lines.add(line);
        System.out.println(line);
    }

    /** Seconds of each round, in their order. */
    private record Rounds(List<Double> all) {
        double median() {
            return all.stream().sorted().toList().get(all.size() / 2);
        }

        String line(String name) {
            return String.format(
                    Locale.ROOT,
                    "| %s | %.2f | %.2f | %.2f |",
                    name,
                    all.getFirst(),
                    median(),
                    all.stream().mapToDouble(Double::doubleValue).max().orElseThrow());
        }
    }

    private Rounds measure(String name, Runnable work) {
        var all = new ArrayList<Double>();
        for (int round = 0; round <= ROUNDS; round++) {
            long start = System.nanoTime();
            work.run();
            all.add((System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1));
        }
        var rounds = new Rounds(all);
        note(rounds.line(name));
        return rounds;
    }

    /** From the edit to the lists and counts that show it; each edit takes the flips of the one before back. */
    private Rounds edits(ApplicationContext context) {
        var number = new int[] {0};
        // An earlier run can have left a policy with the rule of the benchmark in force.
        context.getBean(Facts.class).activatePolicy(Policies.turned(0), Actor.HOST);
        context.getBean(VerdictTable.class).fill();
        var before = answers(context);
        var rounds = measure("a policy edit, until lists and counts show it", () -> {
            number[0]++;
            context.getBean(Facts.class).activatePolicy(Policies.turned(number[0]), Actor.HOST);
            context.getBean(VerdictTable.class).fill();
            context.getBean(FacetCounts.class).count(ModelFilter.NONE);
            var denied = context.getBean(ModelFilters.class)
                    .filter(CatalogCases.parameters("verdict=large-customer-product:DENY"));
            context.getBean(ModelList.class)
                    .list(new ModelQuery(denied, ModelSort.DOWNLOADS, Optional.empty(), ModelQuery.DEFAULT_LIMIT));
        });
        if (number[0] % 2 == 0) {
            context.getBean(Facts.class).activatePolicy(Policies.turned(number[0] + 1), Actor.HOST);
            context.getBean(VerdictTable.class).fill();
        }
        var after = answers(context);
        long flipped = after.entrySet().stream()
                .filter(answer -> !answer.getValue().equals(before.get(answer.getKey())))
                .count();
        note("| (%,d of %,d answers flip) | | | |".formatted(flipped, after.size()));
        return rounds;
    }

    private void previews(ApplicationContext context) {
        var policy = PolicyYaml.parse("policy", Policies.turned(0), 1);
        var compiled = CompiledPolicy.of(policy, context.getBean(Knowledge.class));
        var number = new int[] {0};
        measure("the preview of a policy edit", () -> {
            number[0]++;
            context.getBean(FlipPreviews.class).of(compiled, "round " + number[0]);
        });
        var stored = context.getBean(Facts.class).current().deployments();
        var moved = moved(stored.getFirst());
        measure(
                "the preview of other facts of a deployment",
                () -> context.getBean(FactPreviews.class).of(moved, true));
    }

    /** Tried out where it was in production, and the other way round. */
    private static Deployment moved(CurrentFacts.VersionedDeployment stored) {
        var of = stored.deployment();
        var stage =
                of.stage() == Deployment.Stage.PRODUCTION ? Deployment.Stage.EVALUATION : Deployment.Stage.PRODUCTION;
        return new Deployment(
                of.key(),
                of.name(),
                of.licensee(),
                stage,
                of.channel(),
                of.acts(),
                of.use(),
                of.places(),
                of.context());
    }

    private void pages(ApplicationContext context) {
        var licenses = context.getBean(Licenses.class);
        var everything = new LicenseQuery(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), LicenseQuery.Sort.MODELS);
        measure("the list of all licenses", () -> licenses.list(everything));
        for (String key : List.of("mit", "apache-2.0", "llama-3.3-community")) {
            measure("the page of " + key, () -> licenses.get(key, Optional.empty()));
        }
    }

    /** The newest answer of each profile and deployment. */
    private static Map<String, String> answers(ApplicationContext context) {
        var all = new HashMap<String, String>();
        context.getBean(Database.class)
                .read(sql -> sql.list(
                        "SELECT profile_id || ' ' || deployment_key AS of, verdict FROM verdict ORDER BY policy_version",
                        row -> Map.entry(row.getString("of"), row.getString("verdict"))))
                .forEach(row -> all.put(row.getKey(), row.getValue()));
        return all;
    }
}
