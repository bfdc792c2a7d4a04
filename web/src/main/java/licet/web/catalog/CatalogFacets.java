package licet.web.catalog;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import licet.registry.decision.Facet;
import licet.registry.decision.FacetCounts;
import licet.registry.decision.ModelFacets;
import licet.registry.decision.ModelFilter;
import licet.registry.fact.CurrentFacts.VersionedDeployment;
import licet.rules.verdict.Answer;
import licet.web.layout.Show;
import licet.web.layout.Texts;

/** What the list can be narrowed by, with how many models each choice would leave. */
@Singleton
final class CatalogFacets {
    static final List<Answer> ANSWERS = List.of(Answer.ALLOW, Answer.NEEDS, Answer.DENY);
    static final String VERDICT = "verdict";

    /** All owners that nobody knows stand under one name, by which none of them can be asked for. */
    private static final String STRANGERS = "hub:?";

    /** What decides most comes first. */
    private static final List<Facet> ORDER = List.of(
            Facet.LICENSE_CLASS,
            Facet.LICENSE,
            Facet.DEVELOPER,
            Facet.COUNTRY,
            Facet.MODALITY,
            Facet.SIZE,
            Facet.FORMAT,
            Facet.LINEAGE,
            Facet.IDENTIFICATION,
            Facet.GATED,
            Facet.TIER);

    private static final int TOP = 7;
    private static final Set<Facet> OPEN = Set.of(Facet.LICENSE_CLASS, Facet.LICENSE);

    private final FacetCounts counts;
    private final FacetWords words;
    private final Texts texts;
    private final Show show;

    CatalogFacets(FacetCounts counts, FacetWords words, Texts texts) {
        this.counts = counts;
        this.words = words;
        this.texts = texts;
        this.show = new Show(texts);
    }

    List<FacetView> of(CatalogRequest request, List<VersionedDeployment> deployments) {
        var counted = counts.count(request.query().filter());
        var offered = counted.counted()
                ? counted
                : counts.count(byProfile(request.query().filter()));
        var all = new ArrayList<FacetView>();
        all.add(verdicts(request.parameters(), deployments, counted));
        ORDER.stream()
                .flatMap(facet -> facet(facet, request.parameters(), offered, counted.counted()).stream())
                .forEach(all::add);
        return all;
    }

    /** Words and namespaces cannot be counted; what else there is to choose is the same without them. */
    private static ModelFilter byProfile(ModelFilter filter) {
        var facets = new LinkedHashMap<>(filter.facets());
        facets.remove(Facet.DEVELOPER);
        return new ModelFilter(Optional.empty(), facets, filter.verdicts());
    }

    private FacetView verdicts(
            Map<String, List<String>> parameters, List<VersionedDeployment> deployments, ModelFacets counted) {
        var asked = parameters.getOrDefault(VERDICT, List.of());
        var groups = deployments.stream()
                .map(versioned -> versioned.deployment())
                .map(deployment -> {
                    String key = deployment.key().value();
                    var byAnswer = counted.verdicts().getOrDefault(key, Map.of());
                    var options = ANSWERS.stream()
                            .map(answer -> new FacetView.Option(
                                    VERDICT + "-" + key + "-" + answer,
                                    VERDICT,
                                    key + ":" + answer,
                                    texts.get("answer." + answer),
                                    counted.counted()
                                            ? Optional.of(show.number(byAnswer.getOrDefault(answer.name(), 0L)))
                                            : Optional.empty(),
                                    Optional.of(answer.name()),
                                    asked.contains(key + ":" + answer)))
                            .toList();
                    return new FacetView.Group(Optional.of(deployment.name()), options, List.of());
                })
                .toList();
        return new FacetView("facet-" + VERDICT, texts.get("catalog.facet.verdict"), true, groups);
    }

    /** Empty where there is nothing to choose from. */
    private Optional<FacetView> facet(
            Facet facet, Map<String, List<String>> parameters, ModelFacets offered, boolean counted) {
        var asked = parameters.getOrDefault(facet.word(), List.of());
        var models = new LinkedHashMap<String, Long>();
        offered.facets().getOrDefault(facet.word(), List.of()).forEach(one -> models.put(one.value(), one.models()));
        asked.forEach(value -> models.putIfAbsent(value, 0L));
        models.remove(STRANGERS);
        if (models.isEmpty()) {
            return Optional.empty();
        }
        var options = models.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(FacetWords.order(facet)))
                .map(one -> option(facet, one.getKey(), one.getValue(), counted, asked.contains(one.getKey())))
                .toList();
        var group = FacetWords.known(facet).isEmpty() ? shortened(options) : whole(options);
        boolean open = OPEN.contains(facet) || !asked.isEmpty();
        return Optional.of(new FacetView("facet-" + facet.word(), words.title(facet), open, List.of(group)));
    }

    private FacetView.Option option(Facet facet, String value, long models, boolean counted, boolean chosen) {
        return new FacetView.Option(
                facet.word() + "-" + value.replaceAll("[^A-Za-z0-9._-]", "_"),
                facet.word(),
                value,
                words.label(facet, value),
                counted ? Optional.of(show.number(models)) : Optional.empty(),
                Optional.empty(),
                chosen);
    }

    private static FacetView.Group whole(List<FacetView.Option> options) {
        return new FacetView.Group(Optional.empty(), options, List.of());
    }

    /** A list that is hardly longer is shown as it is. */
    private static FacetView.Group shortened(List<FacetView.Option> options) {
        if (options.size() <= TOP + 2) {
            return whole(options);
        }
        var sorted = options.stream()
                .sorted(Comparator.comparing(FacetView.Option::chosen).reversed())
                .toList();
        int top = Math.max(
                TOP, (int) options.stream().filter(FacetView.Option::chosen).count());
        return new FacetView.Group(
                Optional.empty(), sorted.subList(0, Math.min(top, sorted.size())), sorted.subList(top, sorted.size()));
    }
}
