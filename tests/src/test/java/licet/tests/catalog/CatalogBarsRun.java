package licet.tests.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import licet.registry.decision.VerdictTable;
import licet.registry.fact.Samples;
import licet.registry.knowledge.ActiveKnowledge;
import licet.rules.Knowledge;
import org.junit.jupiter.api.Test;

/**
 * Measures lists of a catalog of the size of the whole Hub, and prints the tables of {@code docs/benchmarks.md}, which
 * gives the command. Its name keeps it out of the normal build.
 */
class CatalogBarsRun {
    private static final int MODELS = Integer.getInteger("licet.bench.models", 2_500_000);
    private static final double BAR = 100;

    @Test
    void listsAreQuick() throws Exception {
        try (var database = BigDatabase.open(Knowledge.load(false), MODELS, System.out::println)) {
            var settings = new HashMap<String, Object>(database.properties());
            settings.put("licet.hub", "live");
            settings.put("licet.jobs.enabled", false);
            try (var context = ApplicationContext.builder().properties(settings).start()) {
                context.getBean(ActiveKnowledge.class).activate();
                context.getBean(Samples.class).loadIfEmpty();
                context.getBean(VerdictTable.class).fill();
                var lines = new ArrayList<String>();
                lines.add("| %,d models, %,d profiles | p50 ms | p95 ms | p99 ms |"
                        .formatted(MODELS, BigDatabase.PROFILES));
                lines.add("|---|---|---|---|");
                var slow = new ArrayList<String>();
                for (var list : CatalogCases.all()) {
                    var times = list.measure(context);
                    lines.add("| %s | %.0f | %.0f | %.0f |"
                            .formatted(list.name(), times.p50(), times.p95(), times.p99()));
                    System.out.println(lines.getLast());
                    if (times.p95() > BAR) {
                        slow.add(lines.getLast());
                    }
                }
                Files.write(Path.of("target", "catalog.md"), lines);
                lines.forEach(System.out::println);
                assertThat(slow).as("above %.0f ms", BAR).isEmpty();
            }
        }
    }
}
