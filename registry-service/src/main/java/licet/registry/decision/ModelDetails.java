package licet.registry.decision;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import licet.ingest.hub.RepoId;
import licet.registry.catalog.Catalog;
import licet.registry.catalog.LocalCatalog;
import licet.registry.catalog.ModelRecords;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.evidence.Artifact;
import licet.rules.evidence.Evidence;
import licet.rules.evidence.EvidenceRef;
import licet.rules.evidence.Identification;
import licet.rules.evidence.ModelId;
import licet.rules.explain.VerdictDocument;
import licet.rules.facts.Ids;
import licet.rules.license.LicenseKey;
import licet.rules.lineage.Conclusion;
import licet.rules.lineage.Developers;
import licet.rules.lineage.Lineage;
import licet.rules.release.Releases;

/** Puts together what is on record about one model. */
@Singleton
public class ModelDetails {
    private static final int MOST_HINTED = 10;

    private final Catalog catalog;
    private final Verdicts verdicts;
    private final Developers developers;
    private final ModelRecords records;
    private final Releases releases;

    ModelDetails(Catalog catalog, ModelRecords records, Verdicts verdicts, Developers developers, Releases releases) {
        this.catalog = catalog;
        this.records = records;
        this.verdicts = verdicts;
        this.developers = developers;
        this.releases = releases;
    }

    /** @param local whether the imported model of that name is meant instead of the Hub's */
    public ModelDetail get(RepoId id, boolean local, boolean showValues) {
        return get(id, Optional.empty(), local, showValues);
    }

    /** As it stands at a commit. */
    public ModelDetail get(RepoId id, String revision) {
        return get(id, Optional.of(revision), false, false);
    }

    private ModelDetail get(RepoId id, Optional<String> revision, boolean local, boolean showValues) {
        String source = local ? LocalCatalog.SOURCE : catalog.source();
        var named = new ModelId(id.value());
        var read = catalog.find(source, named, revision);
        var model = read.or(() -> local || revision.isPresent() ? Optional.empty() : catalog.findStated(named))
                .orElseThrow(() -> new RegistryProblem.NotFound("model", id.value()).asException());
        var lineage = model.conclusion().lineage();
        var traits = model.conclusion().profile().traits();
        String developer = lineage.own().developer();
        return new ModelDetail(
                model.model().value(),
                model.revision(),
                source,
                developer,
                developers.countryOf(developer),
                read.isEmpty(),
                local ? Optional.empty() : releases.find(model.model()).map(ModelDetail.Published::of),
                new ModelDetail.Traits(
                        Ids.of(traits.modality()),
                        Ids.of(traits.gating()),
                        Ids.of(traits.scan()),
                        traits.formats().stream().map(Ids::of).toList(),
                        Ids.of(traits.size())),
                records.get(model.id()),
                artifacts(lineage),
                catalog.findEvidence(model.id()).map(found -> found.license()).orElse(List.of()).stream()
                        .map(ModelDetails::statement)
                        .toList(),
                lineage(model.conclusion()),
                catalog.listSnapshots(model.id()),
                catalog.listFiles(model.id()),
                verdicts.all(model, showValues));
    }

    private static Map<String, ModelDetail.Artifact> artifacts(Lineage lineage) {
        var all = new TreeMap<String, ModelDetail.Artifact>();
        lineage.own().identifications().forEach((artifact, found) -> all.put(Ids.of(artifact), artifact(found)));
        return all;
    }

    private static ModelDetail.Artifact artifact(Identification found) {
        return new ModelDetail.Artifact(
                state(found),
                names(found),
                basis(found),
                nearMiss(found),
                found.evidence().stream().map(ModelDetails::source).toList());
    }

    private static Optional<String> basis(Identification found) {
        return found instanceof Identification.Identified identified
                ? Optional.of(Ids.of(identified.basis()))
                : Optional.empty();
    }

    private static Optional<ModelDetail.NearMiss> nearMiss(Identification found) {
        return found instanceof Identification.Unrecognized unrecognized
                ? unrecognized
                        .nearMiss()
                        .map(near -> new ModelDetail.NearMiss(
                                near.license().value(), near.similarity(), near.added(), near.missingSections()))
                : Optional.empty();
    }

    private static String state(Identification found) {
        return found.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static List<String> names(Identification found) {
        return found.candidates().stream().map(LicenseKey::value).toList();
    }

    private static ModelDetail.Statement statement(Evidence evidence) {
        return switch (evidence) {
            case Evidence.CardTag(var at, var value) -> new ModelDetail.Statement("card-tag", value, source(at));
            case Evidence.LicenseName(var at, var value) ->
                new ModelDetail.Statement("license-name", value, source(at));
            case Evidence.LicenseLink(var at, var value) ->
                new ModelDetail.Statement("license-link", value, source(at));
            case Evidence.FileText(var at, var role, var text) ->
                new ModelDetail.Statement("file-text", firstLine(text), source(at));
            case Evidence.FileUnread(var at, var role, var reason) ->
                new ModelDetail.Statement("file-unread", reason.toLowerCase(Locale.ROOT), source(at));
            case Evidence.HeaderField(var at, var field, var value) ->
                new ModelDetail.Statement("header-field", field + " = " + value, source(at));
            case Evidence.Settled(var at, var by, var artifacts, var license) ->
                new ModelDetail.Statement("settled", Ids.of(by) + ": " + license, source(at));
        };
    }

    private static String firstLine(String text) {
        String line = text.lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .findFirst()
                .orElse("");
        return line.length() <= 160 ? line : line.substring(0, 159) + "…";
    }

    private ModelDetail.Lineage lineage(Conclusion conclusion) {
        var lineage = conclusion.lineage();
        return new ModelDetail.Lineage(
                conclusion.lineageState(),
                lineage.nodes().stream().map(ModelDetails::node).toList(),
                lineage.gaps().stream()
                        .map(gap -> new ModelDetail.Gap(
                                gap.parent().value(),
                                gap.path().stream().map(Ids::of).toList(),
                                Ids.of(gap.reason()),
                                source(gap.at())))
                        .toList(),
                hints(lineage));
    }

    private List<ModelDetail.Hint> hints(Lineage lineage) {
        var licenses = new HashMap<ModelId, Optional<String>>();
        return lineage.undeclared().stream()
                .map(hint -> new ModelDetail.Hint(
                        Ids.of(hint.kind()),
                        hint.named().map(ModelId::value),
                        hint.named().flatMap(named -> license(named, licenses)),
                        source(hint.at())))
                .toList();
    }

    /** A hostile card can name any number of models; few of them are looked up. */
    private Optional<String> license(ModelId model, Map<ModelId, Optional<String>> known) {
        return known.containsKey(model) || known.size() < MOST_HINTED
                ? known.computeIfAbsent(model, this::license)
                : Optional.empty();
    }

    private Optional<String> license(ModelId model) {
        return catalog.find(model, Optional.empty())
                .flatMap(found -> Optional.ofNullable(
                        found.conclusion().lineage().own().identifications().get(Artifact.WEIGHTS)))
                .map(found -> String.join(" or ", names(found)))
                .filter(license -> !license.isEmpty());
    }

    private static ModelDetail.Node node(Lineage.Node node) {
        var weights = Optional.ofNullable(node.identifications().get(Artifact.WEIGHTS));
        return new ModelDetail.Node(
                node.model().value(),
                node.path().stream().map(Ids::of).toList(),
                node.via().size() < 2
                        ? Optional.empty()
                        : Optional.of(node.via().get(node.via().size() - 2).value()),
                node.revision(),
                node.developer(),
                weights.map(found -> String.join(" or ", names(found))).orElse(""),
                weights.map(ModelDetails::state).orElse("absent"),
                node.superseded());
    }

    private static VerdictDocument.Source source(EvidenceRef ref) {
        return new VerdictDocument.Source(
                ref.model().value(), ref.revision(), ref.file(), ref.sha256(), ref.line(), ref.passage());
    }
}
