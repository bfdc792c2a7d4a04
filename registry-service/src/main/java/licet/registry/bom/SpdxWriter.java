package licet.registry.bom;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import licet.registry.catalog.Catalog;
import licet.registry.decision.ModelDetail;
import licet.rules.format.CanonicalJson;

/** Writes models with the AI profile of SPDX 3.0.1 as JSON-LD. What nobody asserted is said to be so. */
final class SpdxWriter {
    private static final String VERSION = "3.0.1";
    private static final String CONTEXT = "https://spdx.org/rdf/3.0.1/spdx-context.jsonld";
    private static final String CREATION = "_:creation";
    private static final String HUB = "https://huggingface.co/";
    private static final String NOBODY = "NOASSERTION";

    private final String space;
    private final Map<String, Map<String, Object>> elements = new LinkedHashMap<>();
    private final Set<String> roots = new LinkedHashSet<>();
    private final Instant at;

    private SpdxWriter(String space, Instant at) {
        this.space = space;
        this.at = at.truncatedTo(ChronoUnit.SECONDS);
    }

    static String write(List<ModelBom> models, Optional<BomSubject> subject, Instant at) {
        String content = CanonicalJson.write(models.stream().map(ModelBom::purl).toList()) + subject;
        var id = UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8));
        var writer = new SpdxWriter("urn:uuid:" + id + "#", at);
        return writer.whole(models, subject);
    }

    private String whole(List<ModelBom> models, Optional<BomSubject> subject) {
        var licet = element("Organization", "licet", Map.of("name", "Licet"));
        models.forEach(this::model);
        var document = new LinkedHashMap<String, Object>();
        document.put(
                "name",
                subject.map(BomSubject::name)
                        .orElseGet(() -> models.getFirst().detail().model()));
        document.put("element", List.copyOf(elements.keySet()));
        document.put("rootElement", List.copyOf(roots));
        document.put("profileConformance", List.of("core", "software", "ai", "simpleLicensing"));
        element("SpdxDocument", "document", document);
        var graph = new ArrayList<Object>();
        graph.add(Map.of(
                "type",
                "CreationInfo",
                "@id",
                CREATION,
                "specVersion",
                VERSION,
                "created",
                at.toString(),
                "createdBy",
                List.of(licet)));
        graph.addAll(elements.values());
        return CanonicalJson.write(Map.of("@context", CONTEXT, "@graph", graph));
    }

    private void model(ModelBom model) {
        var detail = model.detail();
        String name = detail.model();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("name", name);
        fields.put("software_packageVersion", detail.revision());
        fields.put("software_packageUrl", model.purl());
        fields.put("software_downloadLocation", HUB + name + "/tree/" + detail.revision());
        fields.put("software_homePage", HUB + name);
        fields.put("software_primaryPurpose", "model");
        fields.put(
                "releaseTime", released(detail).truncatedTo(ChronoUnit.SECONDS).toString());
        fields.put("suppliedBy", organization(detail.developer()));
        detail.recorded().architecture().type().ifPresent(type -> fields.put("ai_typeOfModel", List.of(type)));
        detail.recorded().pipeline().ifPresent(task -> fields.put("ai_domain", List.of(task)));
        var completeness = Completeness.of(model);
        fields.put(
                "comment",
                "completeness %d %%; missing: %s"
                        .formatted(completeness.score(), String.join(", ", completeness.missing())));
        String id = element("ai_AIPackage", "model/" + name, fields);
        roots.add(id);
        licenses(model, id);
        files(model, id);
        ancestors(detail, id);
        model.verdict()
                .ifPresent(verdict -> element(
                        "Annotation",
                        "annotation/" + name,
                        Map.of("annotationType", "review", "subject", id, "statement", verdict.sentence())));
    }

    /** The day on which it was first seen, where nobody says when it was published. */
    private static Instant released(ModelDetail detail) {
        return detail.recorded().released().orElse(detail.recorded().firstSeen());
    }

    private void licenses(ModelBom model, String id) {
        String declared = model.declared().stream()
                .filter(said -> said.source().equals("card-tag"))
                .map(said -> said.name().matches("[A-Za-z0-9.-]+") ? "LicenseRef-" + said.name() : NOBODY)
                .findFirst()
                .orElse(NOBODY);
        relation("hasDeclaredLicense", id, expression(declared));
        relation("hasConcludedLicense", id, expression(model.concluded().orElse(NOBODY)));
    }

    private String expression(String text) {
        return text.equals(NOBODY)
                ? "https://spdx.org/rdf/3.0.1/terms/Licensing/NoAssertion"
                : element(
                        "simplelicensing_LicenseExpression",
                        "license/" + text,
                        Map.of("simplelicensing_licenseExpression", text));
    }

    private void files(ModelBom model, String id) {
        for (Catalog.FileRow file : model.detail().files()) {
            file.sha256().ifPresent(sha256 -> {
                String path = "file/" + model.detail().model() + "/" + file.path();
                String of = element(
                        "software_File",
                        path,
                        Map.of(
                                "name", file.path(),
                                "verifiedUsing",
                                        List.of(Map.of("type", "Hash", "algorithm", "sha256", "hashValue", sha256))));
                relation("contains", id, of);
            });
        }
    }

    private void ancestors(ModelDetail detail, String id) {
        for (var node : detail.lineage().nodes()) {
            if (node.path().size() == 1) {
                String base = element(
                        "software_Package",
                        "base/" + node.model() + "@" + node.revision(),
                        Map.of(
                                "name", node.model(),
                                "software_packageUrl",
                                        HubPurl.of(
                                                node.model(),
                                                Optional.of(node.revision()).filter(at -> at.matches("[0-9a-f]{40}"))),
                                "software_primaryPurpose", "model"));
                relation("ancestorOf", base, id);
            }
        }
    }

    private String organization(String key) {
        return element("Organization", "organization/" + key, Map.of("name", key));
    }

    private void relation(String type, String from, String to) {
        element(
                "Relationship",
                "relationship/" + type + "/" + (elements.size() + 1),
                Map.of("relationshipType", type, "from", from, "to", List.of(to)));
    }

    private String element(String type, String path, Map<String, Object> fields) {
        String id = space + path;
        var all = new LinkedHashMap<String, Object>(fields);
        all.put("type", type);
        all.put("spdxId", id);
        all.put("creationInfo", CREATION);
        elements.putIfAbsent(id, all);
        return id;
    }
}
