package licet.web.catalog;

import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import licet.registry.catalog.LocalCatalog;
import licet.registry.decision.ModelFilters;
import licet.registry.decision.ModelList;
import licet.registry.decision.ModelPage;
import licet.registry.decision.ModelSort;
import licet.registry.fact.CurrentFacts.VersionedDeployment;
import licet.registry.fact.Facts;
import licet.rules.Knowledge;
import licet.rules.evidence.ModelId;
import licet.rules.jurisdiction.Developer;
import licet.rules.release.Release;
import licet.rules.release.ReleaseDate;
import licet.rules.release.Releases;
import licet.rules.verdict.Answer;
import licet.web.catalog.CatalogFilters.Choice;
import licet.web.layout.Names;
import licet.web.layout.Texts;

/** Puts the catalog page together from what the registry lists. */
@Singleton
final class CatalogPages {
    private static final List<Answer> ANSWERS = List.of(Answer.ALLOW, Answer.NEEDS, Answer.DENY);

    private final ModelList models;
    private final ModelFilters filters;
    private final Facts facts;
    private final Knowledge knowledge;
    private final Releases releases;
    private final Names names;
    private final Texts texts;

    CatalogPages(
            ModelList models,
            ModelFilters filters,
            Facts facts,
            Knowledge knowledge,
            Releases releases,
            Names names,
            Texts texts) {
        this.models = models;
        this.filters = filters;
        this.facts = facts;
        this.knowledge = knowledge;
        this.releases = releases;
        this.names = names;
        this.texts = texts;
    }

    CatalogView of(CatalogRequest request) {
        var page = models.list(request.query(filters));
        var deployments = facts.current().deployments();
        return new CatalogView(
                filters(request, deployments),
                deployments.stream()
                        .map(d -> new CatalogView.Column(
                                d.deployment().key().value(), d.deployment().name()))
                        .toList(),
                page.models().stream().map(row -> row(row, deployments)).toList(),
                count(page.total()),
                page.next().map(cursor -> CatalogAddress.of(request, cursor)),
                request.cursor().isEmpty() ? Optional.empty() : Optional.of(CatalogAddress.of(request, "")));
    }

    private CatalogView.Row row(ModelPage.Row row, List<VersionedDeployment> deployments) {
        var model = row.model();
        var slash = model.indexOf('/');
        var imported = row.source().equals(LocalCatalog.SOURCE);
        var href = "/models/" + model + (imported ? "?source=local" : "");
        return new CatalogView.Row(
                model.substring(0, Math.max(slash, 0)),
                model.substring(slash + 1),
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

    private CatalogFilters filters(CatalogRequest request, List<VersionedDeployment> deployments) {
        return new CatalogFilters(
                request.q(),
                withAny(request.license(), licenses(request.license())),
                withAny(request.country(), countries(request.country())),
                withAny(
                        request.verdict(),
                        ANSWERS.stream()
                                .map(a -> choice(a.name(), texts.get("answer." + a.name()), request.verdict()))),
                withAny(
                        request.deployment(),
                        deployments.stream()
                                .map(d -> choice(
                                        d.deployment().key().value(),
                                        d.deployment().name(),
                                        request.deployment()))),
                Stream.of(ModelSort.values())
                        .map(sort -> choice(sort.word(), texts.get("catalog.sort." + sort.word()), request.sort()))
                        .toList());
    }

    private Stream<Choice> licenses(String chosen) {
        return knowledge.licenses().licenses().stream()
                .map(license -> choice(license.key().value(), license.names().title(), chosen))
                .sorted(Comparator.comparing(Choice::label));
    }

    private Stream<Choice> countries(String chosen) {
        return knowledge.jurisdictions().developers().stream()
                .map(Developer::country)
                .distinct()
                .flatMap(code -> names.country(code).map(name -> choice(code, name, chosen)).stream())
                .sorted(Comparator.comparing(Choice::label));
    }

    private List<Choice> withAny(String chosen, Stream<Choice> choices) {
        return Stream.concat(Stream.of(choice("", texts.get("catalog.filter.any"), chosen)), choices)
                .toList();
    }

    private static Choice choice(String value, String label, String chosen) {
        return new Choice(value, label, value.equalsIgnoreCase(chosen));
    }
}
