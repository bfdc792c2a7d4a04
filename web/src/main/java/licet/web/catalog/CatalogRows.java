package licet.web.catalog;

import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import licet.registry.catalog.LocalCatalog;
import licet.registry.decision.ChosenModels;
import licet.registry.decision.ModelList;
import licet.registry.decision.ModelPage;
import licet.registry.fact.CurrentFacts.VersionedDeployment;
import licet.rules.evidence.ModelId;
import licet.rules.release.Release;
import licet.rules.release.ReleaseDate;
import licet.rules.release.Releases;
import licet.rules.verdict.Answer;
import licet.web.layout.Names;

/** One page of the list. */
@Singleton
final class CatalogRows {
    private final ModelList models;
    private final Releases releases;
    private final Names names;

    CatalogRows(ModelList models, Releases releases, Names names) {
        this.models = models;
        this.releases = releases;
        this.names = names;
    }

    /** Without rows where something that was asked for could not be understood. */
    CatalogList of(CatalogRequest request, List<VersionedDeployment> deployments) {
        var page = request.wrong().isEmpty()
                ? models.list(request.query())
                : new ModelPage(List.of(), Optional.empty(), "0");
        Map<String, List<String>> asked = request.parameters();
        return new CatalogList(
                deployments.stream()
                        .map(d -> new CatalogView.Column(
                                d.deployment().key().value(), d.deployment().name()))
                        .toList(),
                page.models().stream().map(row -> row(row, deployments)).toList(),
                count(page.total()),
                page.next().map(cursor -> CatalogAddress.of(CatalogAddress.with(asked, "cursor", cursor))),
                request.isFirstPage() ? Optional.empty() : Optional.of(CatalogAddress.of(asked)),
                CatalogAddress.of("/models.csv", asked),
                CatalogAddress.of("/models.json", asked));
    }

    private CatalogView.Row row(ModelPage.Row row, List<VersionedDeployment> deployments) {
        var model = row.model();
        var slash = model.indexOf('/');
        var imported = row.source().equals(LocalCatalog.SOURCE);
        var href = "/models/" + model + (imported ? "?source=local" : "");
        return new CatalogView.Row(
                model.substring(0, Math.max(slash, 0)),
                model.substring(slash + 1),
                ChosenModels.written(row),
                imported,
                href,
                new CatalogView.Developer(
                        names.developer(row.developer().orElse("")),
                        row.country()
                                .flatMap(code -> names.country(code).map(name -> new CatalogView.Country(code, name)))),
                new CatalogView.LicenseShown(row.license().map(names::license), row.identification()),
                released(row),
                row.parameters(),
                row.tier().equals("stated"),
                deployments.stream().map(d -> mark(row, d, href)).toList());
    }

    private Optional<ReleaseDate> released(ModelPage.Row row) {
        return releases.find(new ModelId(row.model()))
                .map(Release::released)
                .or(() -> row.released()
                        .map(instant -> instant.atOffset(ZoneOffset.UTC).toLocalDate())
                        .map(day -> new ReleaseDate(day.toString())));
    }

    private static CatalogView.Mark mark(ModelPage.Row row, VersionedDeployment versioned, String href) {
        var key = versioned.deployment().key().value();
        var answer = row.verdicts().getOrDefault(key, Answer.NEEDS.name());
        return new CatalogView.Mark(
                answer, versioned.deployment().name(), href + (href.contains("?") ? "&" : "?") + "deployment=" + key);
    }

    /** The registry stops counting where nobody counts on, and says so by a plus. */
    private static CatalogView.Count count(String total) {
        return new CatalogView.Count(Long.parseLong(total.replaceAll("\\D", "")), total.endsWith("+"));
    }
}
