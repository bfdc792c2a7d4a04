package licet.tests.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import licet.registry.decision.Facet;
import licet.registry.decision.FacetCounts;
import licet.registry.decision.ModelExport;
import licet.registry.decision.ModelFilter;
import licet.registry.decision.ModelFilters;
import licet.registry.decision.ModelList;
import licet.registry.decision.ModelPage;
import licet.registry.decision.ModelQuery;
import licet.registry.decision.ModelSort;
import licet.registry.decision.VerdictTable;
import licet.registry.fact.Samples;
import licet.registry.knowledge.ActiveKnowledge;
import licet.registry.platform.Cursor;
import licet.registry.testing.TestRegistry;
import licet.rules.Knowledge;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What indexes and profiles find is what one finds by looking at every model. */
class CatalogListsTest {
    private static final int MODELS = 4_000;
    private static TestRegistry registry;
    private static List<ModelPage.Row> all;

    @BeforeAll
    static void load() throws Exception {
        registry = TestRegistry.apart(Map.of("licet.jobs.enabled", "false"));
        registry.bean(ActiveKnowledge.class).activate();
        registry.bean(Samples.class).loadIfEmpty();
        try (var owner = registry.database().owner().connect()) {
            var profiles = new GeneratedProfiles(registry.bean(Knowledge.class)).list(120);
            new CatalogLoader(owner, profiles, "recorded", _ -> {}).load(MODELS);
        }
        registry.bean(VerdictTable.class).fill();
        all = page(ModelFilter.NONE, ModelSort.NAME, Optional.empty(), MODELS).models();
    }

    private static ModelPage page(ModelFilter filter, ModelSort sort, Optional<Cursor> cursor, int limit) {
        return registry.bean(ModelList.class).list(new ModelQuery(filter, sort, cursor, limit));
    }

    private static ModelFilter filter(String query) {
        Map<String, List<String>> given = query.isEmpty()
                ? Map.of()
                : java.util.Arrays.stream(query.split("&"))
                        .map(part -> part.split("=", 2))
                        .collect(Collectors.groupingBy(
                                part -> part[0], Collectors.mapping(part -> part[1], Collectors.toList())));
        return registry.bean(ModelFilters.class).filter(given);
    }

    /** Every page of a few rows, one after the other. */
    private static List<String> paged(ModelFilter filter, ModelSort sort) {
        var names = new ArrayList<String>();
        Optional<Cursor> cursor = Optional.empty();
        do {
            var page = page(filter, sort, cursor, 97);
            page.models().forEach(row -> names.add(row.model()));
            cursor = page.next().flatMap(text -> Cursor.parse(text, sort.word()));
        } while (cursor.isPresent());
        return names;
    }

    private static Comparator<ModelPage.Row> order(ModelSort sort) {
        Comparator<ModelPage.Row> ids = Comparator.comparing(ModelPage.Row::id);
        return switch (sort) {
            case NAME ->
                Comparator.<ModelPage.Row, String>comparing(row -> row.model().toLowerCase(java.util.Locale.ROOT))
                        .thenComparing(ids);
            case RELEASED ->
                last(row -> row.released().map(at -> at.toEpochMilli()))
                        .thenComparing(ids)
                        .reversed();
            case PARAMETERS ->
                last(ModelPage.Row::parameters).thenComparing(ids).reversed();
            case DOWNLOADS -> last(ModelPage.Row::downloads).thenComparing(ids).reversed();
            case LIKES -> last(ModelPage.Row::likes).thenComparing(ids).reversed();
        };
    }

    private static Comparator<ModelPage.Row> last(Function<ModelPage.Row, Optional<Long>> value) {
        return Comparator.comparing(row -> value.apply(row).orElse(-1L));
    }

    @Test
    void everyModelIsListedOnceWithAnAnswerForEachDeployment() {
        assertThat(all)
                .hasSize(MODELS)
                .allSatisfy(row -> assertThat(row.verdicts()).hasSize(3));
        assertThat(all).extracting(ModelPage.Row::model).doesNotHaveDuplicates();
        assertThat(all.stream().flatMap(row -> row.verdicts().values().stream()).distinct())
                .contains("ALLOW", "NEEDS", "DENY");
    }

    @Test
    void whatWasOnlyListedIsNeverAllowed() {
        assertThat(all.stream().filter(row -> row.tier().equals("listed")).toList())
                .isNotEmpty()
                .allSatisfy(
                        row -> assertThat(row.verdicts().values()).isNotEmpty().doesNotContain("ALLOW"));
    }

    @ParameterizedTest
    @EnumSource(ModelSort.class)
    void pagesFollowEachOtherInOrder(ModelSort sort) {
        assertThat(paged(ModelFilter.NONE, sort))
                .isEqualTo(all.stream()
                        .sorted(order(sort))
                        .map(ModelPage.Row::model)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "modality=text&modality=audio",
                "tier=examined",
                "tier=listed&gated=none",
                "identification=identified,conflicting",
                "lineage=undeclared",
                "lineage=parent-not-read&modality=image",
                "country=US,CN",
                "country=??",
                "verdict=DENY",
                "verdict=eu-internal-tool:ALLOW",
                "verdict=eu-internal-tool:NEEDS&verdict=us-hosted-service:DENY,us-hosted-service:NEEDS",
                "verdict=ALLOW&deployment=large-customer-product&tier=examined"
            })
    void facetsFindWhatLookingAtEachFinds(String query) {
        var filter = filter(query);
        var expected = all.stream().filter(row -> fits(row, filter)).toList();
        assertThat(expected).as("a case that shows something").isNotEmpty().hasSizeLessThan(MODELS);
        for (var sort : ModelSort.values()) {
            assertThat(paged(filter, sort))
                    .as(sort.word())
                    .isEqualTo(expected.stream()
                            .sorted(order(sort))
                            .map(ModelPage.Row::model)
                            .toList());
        }
        assertThat(page(filter, ModelSort.NAME, Optional.empty(), 1).total())
                .isEqualTo("%,d".formatted(expected.size()));
    }

    private static boolean fits(ModelPage.Row row, ModelFilter filter) {
        return filter.facets().entrySet().stream()
                        .allMatch(facet -> facet.getValue().contains(value(row, facet.getKey())))
                && (filter.verdicts().inAny().isEmpty()
                        || filter.verdicts().inAny().stream()
                                .anyMatch(answer -> row.verdicts().containsValue(answer.name())))
                && filter.verdicts().inEach().entrySet().stream()
                        .allMatch(asked -> asked.getValue().stream()
                                .anyMatch(answer -> answer.name()
                                        .equals(row.verdicts()
                                                .get(asked.getKey().value()))));
    }

    private static String value(ModelPage.Row row, Facet facet) {
        return switch (facet) {
            case LICENSE -> row.license().orElse("");
            case DEVELOPER -> row.developer().orElse("");
            case COUNTRY -> row.country().orElse("??");
            case MODALITY -> row.modality().orElse("");
            case GATED -> row.gated().orElse("");
            case LINEAGE -> row.lineage();
            case IDENTIFICATION -> row.identification();
            case TIER -> row.tier();
            case LICENSE_CLASS, SIZE, FORMAT -> throw new IllegalArgumentException(facet + " is not shown in a row");
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"q", "ka", "lo", "zz", "gguf", "labs", "vorel", "-0.5b-dpo", "nothing-like-this"})
    void aTextFindsNames(String text) {
        var found = paged(filter("q=" + text), ModelSort.DOWNLOADS);
        var named = all.stream()
                .sorted(order(ModelSort.DOWNLOADS))
                .map(ModelPage.Row::model)
                .filter(model -> text.length() < 3
                        ? model.toLowerCase(java.util.Locale.ROOT).startsWith(text)
                                || model.toLowerCase(java.util.Locale.ROOT).contains("/" + text)
                        : model.toLowerCase(java.util.Locale.ROOT).contains(text))
                .toList();
        assertThat(found).containsSubsequence(named).doesNotHaveDuplicates();
        if (text.length() < 3) {
            assertThat(found).isEqualTo(named);
        }
    }

    @Test
    void aTextFindsLicensesAndBases() {
        var license =
                all.stream().flatMap(row -> row.license().stream()).findFirst().orElseThrow();
        var under = all.stream()
                .filter(row -> row.license().filter(license::equals).isPresent())
                .toList();
        assertThat(paged(filter("q=" + license), ModelSort.NAME))
                .containsAll(under.stream().map(ModelPage.Row::model).toList());
        var madeFrom = paged(filter("q=/llama-3.1-"), ModelSort.NAME);
        assertThat(madeFrom)
                .anyMatch(model -> !model.toLowerCase(java.util.Locale.ROOT).contains("/llama-3.1-"));
    }

    @Test
    void developersAreFoundByKeyAndStrangersByNamespace() {
        var known = all.stream()
                .flatMap(row -> row.developer().stream())
                .filter(key -> !key.startsWith("hub:"))
                .findFirst()
                .orElseThrow();
        var stranger = all.stream()
                .flatMap(row -> row.developer().stream())
                .filter(key -> key.startsWith("hub:"))
                .findFirst()
                .orElseThrow();
        for (String asked : List.of(known, stranger, known + "," + stranger)) {
            var expected = all.stream()
                    .filter(row ->
                            List.of(asked.split(",")).contains(row.developer().orElse("")))
                    .sorted(order(ModelSort.LIKES))
                    .map(ModelPage.Row::model)
                    .toList();
            assertThat(paged(filter("developer=" + asked), ModelSort.LIKES))
                    .as(asked)
                    .isEqualTo(expected);
        }
    }

    @Test
    void countsOfAFacetAreTheLengthsOfItsLists() {
        var counts = registry.bean(FacetCounts.class).count(filter("tier=examined&modality=text"));
        assertThat(counts.counted()).isTrue();
        for (var count : counts.facets().get("country")) {
            var list = page(
                    filter("tier=examined&modality=text&country=" + count.value()),
                    ModelSort.NAME,
                    Optional.empty(),
                    1);
            assertThat(list.total()).as(count.toString()).isEqualTo("%,d".formatted(count.models()));
        }
        assertThat(counts.find(Facet.TIER, "listed")).isPresent();
        assertThat(counts.verdicts()).hasSize(3);
    }

    /** Four pages and more, one after the other. */
    @ParameterizedTest
    @ValueSource(strings = {"", "verdict=eu-internal-tool:NEEDS"})
    void filesHoldTheWholeListInItsOrder(String query) throws Exception {
        var export = registry.bean(ModelExport.class);
        var listed = paged(filter(query), ModelSort.DOWNLOADS);
        var json = new JsonMapper()
                .readTree(export.json(filter(query), ModelSort.DOWNLOADS).readAllBytes());
        var named = new ArrayList<String>();
        json.forEach(row -> named.add(row.get("model").asText()));
        assertThat(named).hasSizeGreaterThan(1_000).isEqualTo(listed);
        var lines = new String(export.csv(filter(query), ModelSort.DOWNLOADS).readAllBytes(), UTF_8).split("\r\n");
        assertThat(Arrays.stream(lines).skip(1).map(line -> line.substring(0, line.indexOf(','))))
                .containsExactlyElementsOf(listed);
    }
}
