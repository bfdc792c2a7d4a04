package licet.web.compare;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import licet.ingest.hub.RepoId;
import licet.registry.catalog.LocalCatalog;
import licet.registry.compare.SubstituteList;
import licet.registry.compare.Substitutes;
import licet.registry.fact.Facts;
import licet.rules.facts.DeploymentKey;
import licet.rules.release.ReleaseDate;
import licet.web.layout.Names;

/** Puts the page of permitted models of the same kind and size together. */
@Singleton
final class AlternativesPages {
    /** So many of the best are held against the model at once. */
    private static final int COMPARED = 4;

    private final Substitutes substitutes;
    private final Facts facts;
    private final Names names;

    AlternativesPages(Substitutes substitutes, Facts facts, Names names) {
        this.substitutes = substitutes;
        this.facts = facts;
        this.names = names;
    }

    AlternativesView of(RepoId model, boolean imported, Optional<DeploymentKey> asked, boolean showValues) {
        var current = facts.current();
        var deployment = DeploymentChoice.chosen(current, asked);
        var found = substitutes.of(model, imported, deployment, showValues);
        return new AlternativesView(
                found,
                imported,
                CompareAddress.ofModel(found.model(), imported, deployment.value()),
                "/models/" + found.model() + "/alternatives",
                DeploymentChoice.of(current, deployment),
                rows(found.permitted(), deployment),
                rows(found.open(), deployment),
                compare(found, imported, deployment));
    }

    private static Optional<String> compare(SubstituteList found, boolean imported, DeploymentKey deployment) {
        var best = Stream.concat(found.permitted().stream(), found.open().stream())
                .limit(COMPARED)
                .map(one -> asked(one.model(), isImported(one)))
                .toList();
        return best.isEmpty()
                ? Optional.empty()
                : Optional.of(CompareAddress.of(
                        deployment.value(),
                        Stream.concat(Stream.of(asked(found.model(), imported)), best.stream())
                                .toList()));
    }

    private static String asked(String model, boolean imported) {
        return imported ? LocalCatalog.SOURCE + ":" + model : model;
    }

    private static boolean isImported(SubstituteList.Substitute one) {
        return one.source().equals(LocalCatalog.SOURCE);
    }

    private List<AlternativesView.Row> rows(List<SubstituteList.Substitute> all, DeploymentKey deployment) {
        return all.stream().map(one -> row(one, deployment)).toList();
    }

    private AlternativesView.Row row(SubstituteList.Substitute one, DeploymentKey deployment) {
        return new AlternativesView.Row(
                one,
                CompareAddress.ofModel(one.model(), isImported(one), deployment.value()),
                isImported(one),
                one.license().map(names::license),
                names.developer(one.developer().orElse("")),
                one.country().flatMap(names::country),
                one.released().map(ReleaseDate::new));
    }
}
