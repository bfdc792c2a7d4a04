package licet.web.catalog;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import licet.ingest.hub.RepoId;
import licet.registry.decision.ListAddress;
import licet.registry.decision.ModelSort;
import licet.registry.fact.CurrentFacts.VersionedDeployment;
import licet.registry.fact.Facts;
import licet.registry.platform.http.Principal;
import licet.registry.view.SavedView;
import licet.registry.view.SavedViews;
import licet.web.layout.FormProblem;
import licet.web.layout.Texts;

/** Puts the catalog page together from what the registry lists. */
@Singleton
final class CatalogPages {
    private final CatalogRows rows;
    private final CatalogFacets facets;
    private final CatalogChips chips;
    private final SavedViews views;
    private final Facts facts;
    private final Texts texts;

    CatalogPages(
            CatalogRows rows, CatalogFacets facets, CatalogChips chips, SavedViews views, Facts facts, Texts texts) {
        this.rows = rows;
        this.facets = facets;
        this.chips = chips;
        this.views = views;
        this.facts = facts;
        this.texts = texts;
    }

    /**
     * Who looks, and what was sent along.
     *
     * @param withFacets false where the page that asks keeps those that it has
     * @param chosen models that are ticked
     * @param comparedFor deployment that was picked for a comparison, empty for none yet
     * @param viewName as it was typed
     */
    record Sight(
            Principal caller,
            Optional<String> formToken,
            boolean withFacets,
            Set<String> chosen,
            String comparedFor,
            String viewName,
            List<FormProblem> problems) {
        static Sight of(Principal caller, Optional<String> formToken) {
            return new Sight(caller, formToken, true, Set.of(), "", "", List.of());
        }

        Sight withoutFacets() {
            return new Sight(caller, formToken, false, chosen, comparedFor, viewName, problems);
        }

        Sight choosing(Set<String> models, String deployment, FormProblem problem) {
            return new Sight(caller, formToken, withFacets, models, deployment, viewName, List.of(problem));
        }

        Sight naming(String view, FormProblem problem) {
            return new Sight(caller, formToken, withFacets, chosen, comparedFor, view, List.of(problem));
        }
    }

    CatalogView of(CatalogRequest request, Sight sight) {
        var deployments = facts.current().deployments();
        var list = rows.of(request, deployments);
        return new CatalogView(
                search(request, deployments),
                sight.withFacets() ? facets.of(request, deployments) : List.of(),
                list,
                new Selection(here(request), sight.chosen(), comparable(request, sight, deployments)),
                kept(request, sight),
                request.wrong(),
                sight.problems(),
                list.rows().isEmpty()
                        ? request.query().filter().text().flatMap(CatalogPages::named)
                        : Optional.empty());
    }

    private CatalogSearch search(CatalogRequest request, List<VersionedDeployment> deployments) {
        var sort = request.query().sort();
        return new CatalogSearch(
                request.query().filter().text().orElse(""),
                Stream.of(ModelSort.values())
                        .map(one -> new CatalogSearch.Choice(
                                one.word(), texts.get("catalog.sort." + one.word()), one == sort))
                        .toList(),
                request.parameters().getOrDefault(CatalogFacets.VERDICT, List.of()).stream()
                        .filter(verdict -> verdict.indexOf(':') < 0)
                        .toList(),
                chips.of(request.parameters(), deployments));
    }

    /** The very page, to come back to. */
    private static String here(CatalogRequest request) {
        var parameters = new LinkedHashMap<>(request.parameters());
        request.query().cursor().ifPresent(cursor -> parameters.put("cursor", List.of(cursor.text())));
        return ListAddress.query(parameters);
    }

    /** The deployment that the list speaks of comes first to mind. */
    private static List<CatalogSearch.Choice> comparable(
            CatalogRequest request, Sight sight, List<VersionedDeployment> deployments) {
        String picked = sight.comparedFor().isEmpty()
                ? request.query().filter().verdicts().inEach().keySet().stream()
                        .map(key -> key.value())
                        .sorted()
                        .findFirst()
                        .orElse("")
                : sight.comparedFor();
        return deployments.stream()
                .map(VersionedDeployment::deployment)
                .map(deployment -> new CatalogSearch.Choice(
                        deployment.key().value(),
                        deployment.name(),
                        deployment.key().value().equals(picked)))
                .toList();
    }

    private KeptViews kept(CatalogRequest request, Sight sight) {
        String here = ListAddress.query(request.parameters());
        return new KeptViews(
                views.list(sight.caller()).stream()
                        .map(view -> kept(view, here))
                        .toList(),
                here,
                sight.viewName(),
                sight.formToken());
    }

    private static KeptViews.Kept kept(SavedView view, String here) {
        String href = view.parameters().isEmpty() ? CatalogAddress.PAGE : CatalogAddress.PAGE + "?" + view.parameters();
        return new KeptViews.Kept(
                view.id(), view.name(), href, view.parameters().equals(here), view.problem());
    }

    private static Optional<String> named(String words) {
        return RepoId.find(words).filter(id -> id.owner().isPresent()).map(RepoId::value);
    }
}
