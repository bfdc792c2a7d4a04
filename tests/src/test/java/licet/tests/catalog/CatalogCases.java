package licet.tests.catalog;

import io.micronaut.context.ApplicationContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import licet.registry.decision.Facet;
import licet.registry.decision.FacetChoices;
import licet.registry.decision.ModelFilter;
import licet.registry.decision.ModelFilters;
import licet.registry.decision.ModelList;
import licet.registry.decision.ModelQuery;
import licet.registry.decision.ModelSort;
import licet.registry.platform.Cursor;

/** What people ask of a large catalog, each with several values and, where nothing else is said, in every order. */
final class CatalogCases {
    private static final int ROUNDS = Integer.getInteger("licet.bench.rounds", 4);
    private static final Map<ModelSort, String> MIDDLE = Map.of(
            ModelSort.NAME, "mi",
            ModelSort.RELEASED, "2024-01-01T00:00:00Z",
            ModelSort.PARAMETERS, "40000000000",
            ModelSort.DOWNLOADS, "60",
            ModelSort.LIKES, "2");

    private CatalogCases() {}

    /** @param queries as addresses have them; {@code *facet} stands for every value of it */
    record Case(String name, List<String> queries, List<ModelSort> sorts, boolean fromTheMiddle) {
        Times measure(ApplicationContext context) {
            var filters = context.getBean(ModelFilters.class);
            var list = context.getBean(ModelList.class);
            var asked = queries.stream()
                    .flatMap(query -> expanded(context, query).stream())
                    .map(query -> filters.filter(parameters(query)))
                    .toList();
            var all = new ArrayList<Double>();
            for (int round = -1; round < ROUNDS; round++) {
                for (var filter : asked) {
                    for (var sort : sorts) {
                        double took = time(list, filter, sort);
                        if (round >= 0) {
                            all.add(took);
                        }
                    }
                }
            }
            return Times.of(all);
        }

        private double time(ModelList list, ModelFilter filter, ModelSort sort) {
            Optional<Cursor> cursor = fromTheMiddle
                    ? Optional.of(new Cursor(sort.word(), MIDDLE.get(sort), 1_000_000))
                    : Optional.empty();
            long start = System.nanoTime();
            list.list(new ModelQuery(filter, sort, cursor, ModelQuery.DEFAULT_LIMIT));
            return (System.nanoTime() - start) / (double) TimeUnit.MILLISECONDS.toNanos(1);
        }

        private static List<String> expanded(ApplicationContext context, String query) {
            if (!query.startsWith("*")) {
                return List.of(query);
            }
            var facet = Arrays.stream(Facet.values())
                    .filter(known -> known.word().equals(query.substring(1)))
                    .findFirst()
                    .orElseThrow();
            return context.getBean(FacetChoices.class).of(facet).stream()
                    .map(value -> facet.word() + "=" + value)
                    .toList();
        }
    }

    static Map<String, List<String>> parameters(String query) {
        return query.isEmpty()
                ? Map.of()
                : Arrays.stream(query.split("&"))
                        .map(part -> part.split("=", 2))
                        .collect(Collectors.groupingBy(
                                part -> part[0], Collectors.mapping(part -> part[1], Collectors.toList())));
    }

    /** Milliseconds. */
    record Times(double p50, double p95, double p99) {
        static Times of(List<Double> all) {
            var sorted = all.stream().sorted().toList();
            return new Times(at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99));
        }

        private static double at(List<Double> sorted, double part) {
            return sorted.get((int) Math.min(sorted.size() - 1.0, Math.ceil(sorted.size() * part) - 1));
        }
    }

    static List<Case> all() {
        var all = new ArrayList<Case>();
        for (var sort : ModelSort.values()) {
            all.add(new Case("everything by " + sort.word(), repeated(""), List.of(sort), false));
            all.add(new Case("everything by " + sort.word() + ", from the middle", repeated(""), List.of(sort), true));
        }
        for (var facet : Facet.values()) {
            all.add(each("each value of " + facet.word(), "*" + facet.word()));
        }
        all.add(each("one letter", "q=q", "q=z", "q=7", "q=m"));
        all.add(each("two letters", "q=qw", "q=zz", "q=ll", "q=ka", "q=x7"));
        all.add(each("three letters, common", "q=gguf", "q=ins", "q=lla", "q=7b-"));
        all.add(each("three letters, middling", "q=q1k", "q=9ab", "q=ymo", "q=a7z"));
        all.add(each("three letters, rare or none", "q=%%%", "q=j--", "q=qqq", "q=zzx"));
        all.add(each("eight letters, common", "q=instruct", "q=llama-3.", "q=-i1-gguf"));
        all.add(each("eight letters, middling", "q=wickust1", "q=yi-0.5b-", "q=pixtral-1"));
        all.add(each("eight letters, rare or none", "q=coder-zzz", "q=moonbeam", "q=b-merged-4bit-a1b2"));
        all.add(each("license, family or base by text", "q=apache", "q=exaone", "q=openrail", "q=mit"));
        all.add(each(
                "verdict of one deployment",
                "verdict=eu-internal-tool:ALLOW",
                "verdict=eu-internal-tool:DENY",
                "verdict=large-customer-product:NEEDS"));
        all.add(each(
                "rare verdicts",
                "verdict=us-hosted-service:ALLOW&country=FR",
                "verdict=large-customer-product:ALLOW&class=research-only",
                "verdict=eu-internal-tool:DENY&gated=manual&size=above-100b"));
        all.add(each(
                "several facets",
                "country=US&modality=text&class=community",
                "tier=examined&format=gguf&size=up-to-15b",
                "license=mit,apache-2.0&lineage=undeclared",
                "developer=meta&tier=listed"));
        all.add(each(
                "text and facet",
                "q=instruct&country=FR",
                "q=gguf&class=permissive",
                "q=lla&license=apache-2.0",
                "q=ka&tier=examined",
                "q=chat&lineage=cycle"));
        all.add(new Case(
                "several facets, from the middle",
                List.of("country=US&modality=text", "class=community", "license=mit"),
                sorts(),
                true));
        all.add(new Case(
                "old licenses, newest first",
                repeated("class=research-only", "class=non-commercial&country=??"),
                List.of(ModelSort.RELEASED),
                false));
        all.add(each("one namespace", "developer=hub:" + Words.owner(0), "developer=hub:" + Words.owner(40)));
        return all;
    }

    private static Case each(String name, String... queries) {
        return new Case(name, List.of(queries), sorts(), false);
    }

    private static List<ModelSort> sorts() {
        return List.of(ModelSort.values());
    }

    private static List<String> repeated(String... queries) {
        var all = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            all.addAll(List.of(queries));
        }
        return all;
    }
}
