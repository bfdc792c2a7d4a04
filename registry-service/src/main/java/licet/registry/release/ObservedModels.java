package licet.registry.release;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import licet.registry.catalog.Catalog;
import licet.registry.catalog.ModelRecords;
import licet.registry.catalog.Recorded;
import licet.rules.Knowledge;
import licet.rules.evidence.Artifact;
import licet.rules.evidence.ModelId;
import licet.rules.license.LicenseKey;
import licet.rules.lineage.Developers;
import licet.rules.release.Observed;
import licet.rules.release.Period;
import licet.rules.release.Release;
import licet.rules.release.Releases;
import licet.rules.release.Size;

/** What is on record about the models that claims name. */
@Singleton
final class ObservedModels {
    private final Catalog catalog;
    private final ModelRecords records;
    private final Releases releases;
    private final Developers developers;
    private final Knowledge knowledge;

    ObservedModels(
            Catalog catalog, ModelRecords records, Releases releases, Developers developers, Knowledge knowledge) {
        this.catalog = catalog;
        this.records = records;
        this.releases = releases;
        this.developers = developers;
        this.knowledge = knowledge;
    }

    /** Those that are on record. */
    List<Observed> of(Collection<ModelId> models) {
        return models.stream().flatMap(model -> find(model).stream()).toList();
    }

    private Optional<Observed> find(ModelId model) {
        var read = catalog.find(model, Optional.empty());
        return read.map(judged -> read(judged))
                .or(() -> catalog.findStated(model).map(this::stated));
    }

    private Observed read(Catalog.Judged judged) {
        var recorded = records.get(judged.id());
        var release = releases.find(judged.model());
        var weights = judged.conclusion().lineage().own().identifications().get(Artifact.WEIGHTS);
        return new Observed(
                judged.model(),
                false,
                release.map(Release::released)
                        .map(Period::of)
                        .or(() -> recorded.released().map(ObservedModels::day)),
                release.flatMap(Release::parameters)
                        .or(() -> recorded.parameters().map(total -> new Size(total, Optional.empty()))),
                weights == null ? List.of() : List.copyOf(weights.candidates()),
                recorded.architecture().contextLength(),
                mixture(recorded.architecture()),
                country(judged));
    }

    /** A configuration that was read and names no experts is of a dense model. */
    private static Optional<Boolean> mixture(Recorded.Architecture architecture) {
        return architecture.experts().isPresent()
                ? architecture.experts().map(count -> count > 1)
                : architecture.type().map(_ -> false);
    }

    private Observed stated(Catalog.Judged judged) {
        var release = releases.find(judged.model());
        return new Observed(
                judged.model(),
                true,
                release.map(Release::released).map(Period::of),
                release.flatMap(Release::parameters),
                release.flatMap(Release::stated)
                        .map(said ->
                                List.<LicenseKey>copyOf(knowledge.licenses().namedByHubId(said.license())))
                        .orElse(List.of()),
                Optional.empty(),
                Optional.empty(),
                country(judged));
    }

    private Optional<String> country(Catalog.Judged judged) {
        return Optional.of(
                        developers.countryOf(judged.conclusion().lineage().own().developer()))
                .filter(code -> code.length() == 2);
    }

    private static Period day(Instant at) {
        var day = at.atOffset(ZoneOffset.UTC).toLocalDate();
        return new Period(day, day);
    }
}
