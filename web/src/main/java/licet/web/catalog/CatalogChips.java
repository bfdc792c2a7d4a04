package licet.web.catalog;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import licet.registry.decision.Facet;
import licet.registry.fact.CurrentFacts.VersionedDeployment;
import licet.registry.platform.ClosedChoice;
import licet.web.layout.Texts;

/** What narrows a list, each with the way to do without it. */
@Singleton
final class CatalogChips {
    private final FacetWords words;
    private final Texts texts;

    CatalogChips(FacetWords words, Texts texts) {
        this.words = words;
        this.texts = texts;
    }

    List<CatalogSearch.Chip> of(Map<String, List<String>> parameters, List<VersionedDeployment> deployments) {
        return parameters.entrySet().stream()
                .filter(one -> !one.getKey().equals("sort"))
                .flatMap(one -> one.getValue().stream()
                        .map(value -> new CatalogSearch.Chip(
                                label(one.getKey(), value, deployments),
                                CatalogAddress.of(CatalogAddress.without(parameters, one.getKey(), value)))))
                .toList();
    }

    private String label(String name, String value, List<VersionedDeployment> deployments) {
        return switch (name) {
            case "q" -> texts.get("catalog.chip.words", value);
            case CatalogFacets.VERDICT -> verdict(value, deployments);
            default ->
                ClosedChoice.find(Facet.class, name)
                        .map(facet -> texts.get("catalog.chip", words.title(facet), words.label(facet, value)))
                        .orElse(name);
        };
    }

    private String verdict(String value, List<VersionedDeployment> deployments) {
        int colon = value.indexOf(':');
        String answer = texts.get("answer." + value.substring(colon + 1));
        return colon < 0
                ? texts.get("catalog.chip.any", answer)
                : texts.get("catalog.chip", nameOf(value.substring(0, colon), deployments), answer);
    }

    private static String nameOf(String key, List<VersionedDeployment> deployments) {
        return Stream.concat(
                        deployments.stream()
                                .map(VersionedDeployment::deployment)
                                .filter(deployment -> deployment.key().value().equals(key))
                                .map(deployment -> deployment.name()),
                        Stream.of(key))
                .findFirst()
                .orElseThrow();
    }
}
