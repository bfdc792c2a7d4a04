package licet.registry.bom;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import licet.registry.bom.CycloneDxDocument.Component;
import licet.registry.bom.CycloneDxDocument.Property;
import licet.registry.catalog.Catalog;
import licet.registry.decision.ModelDetail;
import licet.rules.explain.VerdictDocument;
import licet.rules.format.CanonicalJson;

/**
 * Writes models as CycloneDX. The concluded license is an expression of its own; what was declared or observed stands
 * under evidence, since version 1.6 cannot hold both where one is an expression.
 */
final class CycloneDxWriter {
    private static final String MODEL = "machine-learning-model";
    private static final String HUB = "https://huggingface.co/";
    private static final String LICET = "licet:";
    private static final String OWASP = "genai:aibom:modelcard:";

    private final BomVersion version;

    CycloneDxWriter(BomVersion version) {
        this.version = version;
    }

    /** @param subject empty for a document about one model */
    String write(List<ModelBom> models, Optional<BomSubject> subject, Instant at) {
        var components = new LinkedHashMap<String, Component>();
        var dependencies = new ArrayList<CycloneDxDocument.Dependency>();
        for (var model : models) {
            components.put(model.purl(), component(model));
            dependencies.add(new CycloneDxDocument.Dependency(model.purl(), refs(parents(model.detail()))));
        }
        for (var model : models) {
            ancestors(model.detail()).forEach(node -> components.putIfAbsent(purl(node), ancestor(node, true)));
        }
        subject.ifPresent(of -> dependencies.add(new CycloneDxDocument.Dependency(
                of.ref(), models.stream().map(ModelBom::purl).toList())));
        return CanonicalJson.write(document(List.copyOf(components.values()), dependencies, subject, at));
    }

    /** The same models give the same serial number. */
    private CycloneDxDocument document(
            List<Component> components,
            List<CycloneDxDocument.Dependency> dependencies,
            Optional<BomSubject> subject,
            Instant at) {
        var tools = new CycloneDxDocument.Tools(List.of(Component.named("application", Optional.empty(), "Licet", "")));
        var about = subject.map(of -> Component.named("application", Optional.of(of.ref()), of.name(), of.version()));
        var unknown = subject.map(BomSubject::unknown).orElseGet(List::of).stream()
                .map(name -> new Property(LICET + "not-on-record", name))
                .toList();
        var metadata = new CycloneDxDocument.Metadata(at, tools, about, unknown);
        String content = CanonicalJson.write(List.of(version.version(), components, dependencies, about, unknown));
        return new CycloneDxDocument(
                "http://cyclonedx.org/schema/bom-" + version.version() + ".schema.json",
                "CycloneDX",
                version.version(),
                "urn:uuid:" + UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)),
                1,
                metadata,
                components,
                dependencies);
    }

    private static Component component(ModelBom model) {
        var detail = model.detail();
        return new Component(
                MODEL,
                Optional.of(model.purl()),
                Optional.of(new CycloneDxDocument.Organization(detail.developer())),
                model.owner(),
                model.name(),
                model.commit().orElse(""),
                List.of(),
                model.concluded()
                        .map(CycloneDxDocument.License::concluded)
                        .map(List::of)
                        .orElseGet(List::of),
                model.purl(),
                references(detail),
                ancestors(detail).isEmpty()
                        ? Optional.empty()
                        : Optional.of(new CycloneDxDocument.Pedigree(ancestors(detail).stream()
                                .map(node -> ancestor(node, false))
                                .toList())),
                evidence(model),
                Optional.of(card(model)),
                properties(model),
                files(model));
    }

    private static List<CycloneDxDocument.Reference> references(ModelDetail detail) {
        String repository = HUB + detail.model();
        return List.of(
                new CycloneDxDocument.Reference("website", repository),
                new CycloneDxDocument.Reference("vcs", repository),
                new CycloneDxDocument.Reference("distribution", repository + "/tree/" + detail.revision()));
    }

    private static Optional<CycloneDxDocument.Evidence> evidence(ModelBom model) {
        var files = new TreeSet<String>();
        model.detail()
                .artifacts()
                .values()
                .forEach(artifact -> artifact.evidence().stream()
                        .map(VerdictDocument.Source::file)
                        .filter(file -> !file.isBlank())
                        .forEach(files::add));
        var licenses = model.declared().stream()
                .map(said -> CycloneDxDocument.License.observed(said.name(), said.url()))
                .toList();
        return licenses.isEmpty() && files.isEmpty()
                ? Optional.empty()
                : Optional.of(new CycloneDxDocument.Evidence(
                        licenses,
                        files.stream().map(CycloneDxDocument.Occurrence::new).toList()));
    }

    private static CycloneDxDocument.ModelCard card(ModelBom model) {
        var recorded = model.detail().recorded();
        var architecture = recorded.architecture();
        var more = new ArrayList<Property>();
        architecture.contextLength().ifPresent(tokens -> more.add(property(OWASP + "contextLength", tokens)));
        architecture.quantization().ifPresent(kind -> more.add(new Property(OWASP + "quantizationFileType", kind)));
        recorded.parameters().ifPresent(count -> more.add(property(OWASP + "parameterCount", count)));
        recorded.library().ifPresent(library -> more.add(new Property(OWASP + "libraryName", library)));
        return new CycloneDxDocument.ModelCard(
                new CycloneDxDocument.ModelParameters(
                        recorded.pipeline(),
                        architecture.type(),
                        architecture.type(),
                        model.datasets().stream()
                                .map(name -> new CycloneDxDocument.Dataset("dataset", name))
                                .toList()),
                more);
    }

    private static Property property(String name, long value) {
        return new Property(name, Long.toString(value));
    }

    private static List<Property> properties(ModelBom model) {
        var all = new ArrayList<Property>();
        var detail = model.detail();
        all.add(new Property(LICET + "identification", state(detail)));
        all.add(new Property(LICET + "lineage", detail.lineage().state()));
        all.add(new Property(LICET + "country", detail.country()));
        model.declared().forEach(said -> all.add(new Property(LICET + "declared:" + said.source(), said.name())));
        var completeness = Completeness.of(model);
        all.add(property(LICET + "completeness", completeness.score()));
        completeness.missing().forEach(field -> all.add(new Property(LICET + "missing", field)));
        model.verdict().ifPresent(verdict -> all.addAll(verdict(verdict)));
        return all;
    }

    private static String state(ModelDetail detail) {
        return Optional.ofNullable(detail.artifacts().get("weights"))
                .map(ModelDetail.Artifact::state)
                .orElse("unread");
    }

    private static List<Property> verdict(VerdictDocument verdict) {
        var all = new ArrayList<Property>();
        all.add(new Property(LICET + "deployment", verdict.deployment().key()));
        all.add(new Property(LICET + "verdict", verdict.verdict()));
        all.add(new Property(LICET + "permitted", Boolean.toString(verdict.permitted())));
        all.add(new Property(LICET + "evaluated-at", verdict.evaluatedAt().toString()));
        verdict.validUntil().ifPresent(until -> all.add(new Property(LICET + "valid-until", until.toString())));
        verdict.reasons().stream()
                .filter(reason ->
                        reason.effect().equals("DENY") || reason.effect().equals("NEEDS"))
                .forEach(reason -> all.add(new Property(LICET + "reason:" + reason.id(), reason.text())));
        verdict.obligations().forEach(duty -> all.add(new Property(LICET + "obligation:" + duty.id(), duty.text())));
        return all;
    }

    private static List<Component> files(ModelBom model) {
        return model.detail().files().stream()
                .filter(file -> file.sha256().isPresent())
                .map(file -> file(model, file))
                .toList();
    }

    private static Component file(ModelBom model, Catalog.FileRow file) {
        return new Component(
                "file",
                Optional.of(model.purl() + "#" + file.path()),
                Optional.empty(),
                "",
                file.path(),
                "",
                List.of(new CycloneDxDocument.Hash("SHA-256", file.sha256().orElseThrow())),
                List.of(),
                "",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                file.size().map(size -> List.of(property(LICET + "size", size))).orElseGet(List::of),
                List.of());
    }

    private static List<ModelDetail.Node> ancestors(ModelDetail detail) {
        Map<String, ModelDetail.Node> all = new LinkedHashMap<>();
        detail.lineage().nodes().stream()
                .filter(node -> !node.path().isEmpty())
                .forEach(node -> all.putIfAbsent(purl(node), node));
        return List.copyOf(all.values());
    }

    private static List<ModelDetail.Node> parents(ModelDetail detail) {
        return ancestors(detail).stream()
                .filter(node -> node.path().size() == 1)
                .toList();
    }

    private static List<String> refs(List<ModelDetail.Node> nodes) {
        return nodes.stream().map(CycloneDxWriter::purl).toList();
    }

    private static String purl(ModelDetail.Node node) {
        return HubPurl.of(node.model(), Optional.of(node.revision()).filter(at -> at.matches("[0-9a-f]{40}")));
    }

    /** @param whole whether it is a component of the document, to which dependencies point */
    private static Component ancestor(ModelDetail.Node node, boolean whole) {
        int slash = node.model().indexOf('/');
        return new Component(
                MODEL,
                whole ? Optional.of(purl(node)) : Optional.empty(),
                Optional.of(new CycloneDxDocument.Organization(node.developer())),
                slash < 0 ? "" : node.model().substring(0, slash),
                node.model().substring(slash + 1),
                node.revision(),
                List.of(),
                List.of(),
                purl(node),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(
                        new Property(LICET + "identification", node.state()),
                        new Property(LICET + "license", node.license()),
                        new Property(LICET + "path", String.join(" > ", node.path()))),
                List.of());
    }
}
