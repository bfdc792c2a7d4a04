package licet.rules.cases;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import licet.rules.evidence.EvidenceRef;
import licet.rules.evidence.ModelId;
import licet.rules.facts.Country;
import licet.rules.facts.DeploymentKey;
import licet.rules.facts.EntityKey;
import licet.rules.format.PolicyYaml;
import licet.rules.format.YamlFields;
import licet.rules.format.YamlNode;
import licet.rules.format.YamlSource;
import licet.rules.license.Act;
import licet.rules.license.LicenseKey;
import licet.rules.lineage.Modality;
import licet.rules.lineage.ModelEvidence;
import licet.rules.lineage.Relation;
import licet.rules.lineage.Traits;
import licet.rules.policy.Policy;
import licet.rules.verdict.Instrument;
import licet.rules.verdict.Reach;

/** Reads a case as it is written; {@code cases/README.md} says what each field means. */
final class CaseReader {
    static final String REVISION = "0000000000000000000000000000000000000001";

    static final List<String> SHIPPED =
            List.of("balanced", "permissive-only", "eu-regulated-industry", "us-public-sector-contractor");

    private CaseReader() {}

    static LegalCase parse(String file, String text) {
        return YamlSource.read(file, text, CaseReader::legalCase);
    }

    private static LegalCase legalCase(YamlNode root) {
        var fields = root.fields(
                "title", "rule", "day", "models", "organization", "deployment", "policy", "instruments", "expect");
        return new LegalCase(
                fields.text("title"),
                fields.text("rule"),
                fields.findDate("day").orElse(LocalDate.of(2026, 11, 22)),
                fields.list("models", CaseReader::recorded),
                fields.find("deployment").map(CaseFacts::deployment).orElseGet(CaseFacts::usualDeployment),
                fields.find("organization").map(CaseFacts::organization).orElseGet(CaseFacts::usualOrganization),
                fields.find("policy").map(CaseReader::policy).orElseGet(() -> empty(92)),
                fields.listOrEmpty("instruments", CaseReader::instrument),
                fields.attempt("expect", CaseReader::expected).orElseThrow());
    }

    /** The name of a shipped policy, the age of figures alone, or a whole policy of the case's own. */
    private static Policy policy(YamlNode node) {
        if (SHIPPED.stream().anyMatch(node::is)) {
            String file = "/licet/samples/policies/" + node.text() + ".yaml";
            return PolicyYaml.parse(file, CaseFiles.read(file), 1);
        }
        var fields = node.fields("schema", "policy", "title", "facts-max-age-days", "regulations", "rules", "tests");
        return fields.has("policy")
                ? PolicyYaml.parse(node, 1)
                : empty(fields.at("facts-max-age-days").parse("days", Integer::valueOf));
    }

    private static Policy empty(int days) {
        return new Policy("none", 1, "No rules of its own", days, List.of(), List.of());
    }

    private static LegalCase.Recorded recorded(YamlNode node) {
        var fields = node.fields(
                "id", "license", "evidence", "modality", "scan", "parents", "hints", "made", "revision", "since");
        var id = new ModelId(fields.text("id"));
        var license = fields.find("evidence")
                .map(list -> list.list(item -> CaseEvidence.of(id, item)))
                .orElseGet(() -> List.of(CaseEvidence.file(id, fields.text("license"))));
        var model = new ModelEvidence(
                id,
                fields.find("revision").map(YamlNode::text).orElse(REVISION),
                new Traits(
                        choice(fields, "modality", Modality.class, Modality.TEXT),
                        Traits.Gating.NONE,
                        choice(fields, "scan", Traits.Scan.class, Traits.Scan.CLEAN),
                        new TreeSet<>(Set.of(Traits.WeightFormat.SAFETENSORS)),
                        Traits.SizeBucket.UP_TO_15B),
                license,
                fields.listOrEmpty("parents", parent -> parent(id, parent)),
                fields.listOrEmpty("hints", hint -> hint(id, hint)),
                fields.findDate("made"));
        return new LegalCase.Recorded(model, fields.findDate("since"));
    }

    static <E extends Enum<E>> E choice(YamlFields fields, String name, Class<E> type, E otherwise) {
        return fields.has(name) ? fields.choice(name, type) : otherwise;
    }

    private static ModelEvidence.Parent parent(ModelId id, YamlNode node) {
        var fields = node.fields("model", "relation", "revision");
        return new ModelEvidence.Parent(
                new ModelId(fields.text("model")),
                fields.choice("relation", Relation.class),
                at(id, "README.md", Optional.empty(), Optional.empty()),
                fields.find("revision").map(YamlNode::text));
    }

    private static ModelEvidence.Hint hint(ModelId id, YamlNode node) {
        var fields = node.fields("kind", "named", "file", "line", "text");
        return new ModelEvidence.Hint(
                fields.choice("kind", ModelEvidence.Hint.Kind.class),
                fields.find("named").map(YamlNode::text).map(ModelId::new),
                at(
                        id,
                        fields.text("file"),
                        fields.find("line").map(line -> line.parse("a line", Integer::valueOf)),
                        fields.find("text").map(YamlNode::text)));
    }

    static EvidenceRef at(ModelId id, String file, Optional<Integer> line, Optional<String> text) {
        return new EvidenceRef(id, REVISION, file, Optional.empty(), line, text);
    }

    private static Optional<Instrument.Text> text(Optional<LicenseKey> key, Optional<String> sha256) {
        return key.isPresent() || sha256.isPresent() ? Optional.of(new Instrument.Text(key, sha256)) : Optional.empty();
    }

    private static Instrument instrument(YamlNode node) {
        var fields = node.fields(
                "id",
                "kind",
                "lifts",
                "from",
                "until",
                "deployments",
                "licensees",
                "models",
                "acts",
                "places",
                "evidence",
                "text",
                "text-sha256");
        return new Instrument(
                fields.text("id"),
                fields.choice("kind", Instrument.Kind.class),
                Set.copyOf(fields.texts("lifts")),
                new Reach(
                        all(fields, "deployments", DeploymentKey::new),
                        all(fields, "licensees", EntityKey::new),
                        all(fields, "models", ModelId::new),
                        fields.choices("acts", Act.class),
                        all(fields, "places", Country::new),
                        Set.copyOf(fields.texts("evidence"))),
                fields.findDate("from")
                        .orElse(LocalDate.of(2026, 1, 1))
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant(),
                fields.findDate("until")
                        .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant()),
                text(
                        fields.find("text").map(YamlNode::text).map(LicenseKey::new),
                        fields.find("text-sha256").map(YamlNode::text)));
    }

    private static <T extends Comparable<T>> Set<T> all(YamlFields fields, String name, Function<String, T> of) {
        return fields.texts(name).stream().map(of).collect(Collectors.toCollection(TreeSet::new));
    }

    private static LegalCase.Expected expected(YamlNode node) {
        var fields = node.fields(
                "verdict",
                "deny",
                "needs",
                "waived",
                "questions",
                "satisfied",
                "silent",
                "duties",
                "conditional",
                "valid-until",
                "sentence",
                "texts",
                "displays",
                "evidence",
                "whose");
        return new LegalCase.Expected(
                fields.text("verdict"),
                ids(fields, "deny"),
                ids(fields, "needs"),
                ids(fields, "waived"),
                ids(fields, "questions"),
                ids(fields, "satisfied"),
                ids(fields, "silent"),
                fields.find("duties").map(_ -> ids(fields, "duties")),
                fields.find("conditional").map(_ -> ids(fields, "conditional")),
                fields.find("valid-until").map(YamlNode::text),
                fields.find("sentence").map(YamlNode::text),
                pairs(fields, "texts"),
                pairs(fields, "displays"),
                pairs(fields, "evidence"),
                pairs(fields, "whose"));
    }

    private static Set<String> ids(YamlFields fields, String name) {
        return new TreeSet<>(fields.texts(name));
    }

    private static Map<String, String> pairs(YamlFields fields, String name) {
        var all = new LinkedHashMap<String, String>();
        fields.listOrEmpty(name, node -> node.fields("id", "is"))
                .forEach(pair -> all.put(pair.text("id"), pair.text("is")));
        return all;
    }
}
