package licet.tests.catalog;

import licet.rules.Knowledge;
import org.junit.jupiter.api.Test;

/** Only loads; {@code docs/benchmarks.md} gives the command. Its name keeps it out of the normal build. */
class LoadCatalogRun {
    @Test
    void fillsADatabase() throws Exception {
        int models = Integer.getInteger("licet.bench.models", 2_500_000);
        BigDatabase.open(Knowledge.load(true), models, System.out::println).close();
    }
}
