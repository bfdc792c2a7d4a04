package licet.rules.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import licet.rules.Knowledge;
import licet.rules.evidence.ModelId;
import licet.rules.explain.VerdictDocument;
import licet.rules.facts.Deployment;
import licet.rules.facts.Organization;
import licet.rules.format.PolicyYaml;
import licet.rules.license.LicenseKey;
import licet.rules.lineage.Conclusion;
import licet.rules.lineage.ModelEvidence;
import licet.rules.lineage.Relation;
import licet.rules.lineage.Traits;
import licet.rules.obligation.Held;
import licet.rules.policy.CompiledPolicy;
import licet.rules.policy.Policy;
import licet.rules.verdict.Evaluator;

/** What the case book knows, for tests of other packages: shipped and invented licenses, and the shipped policies. */
public final class CaseWorld {
    public static final Knowledge KNOWLEDGE = CaseEvidence.KNOWLEDGE;
    public static final Evaluator EVALUATOR = Judge.EVALUATOR;

    private static final SortedMap<String, CompiledPolicy> SHIPPED = shipped();
    private static final List<CompiledPolicy> POLICIES = all();

    private CaseWorld() {}

    /** One of the policies, the same for the same number. */
    public static CompiledPolicy policy(long number) {
        return POLICIES.get(Math.floorMod(number, POLICIES.size()));
    }

    private static List<CompiledPolicy> all() {
        var none = CompiledPolicy.of(new Policy("none", 1, "No rules of its own", 92, List.of(), List.of()), KNOWLEDGE);
        return Stream.concat(Stream.of(none), SHIPPED.values().stream()).toList();
    }

    /** One of the shipped policies by its key. */
    public static CompiledPolicy shipped(String key) {
        return Objects.requireNonNull(SHIPPED.get(key), key);
    }

    private static SortedMap<String, CompiledPolicy> shipped() {
        var all = new TreeMap<String, CompiledPolicy>();
        for (String key : CaseReader.SHIPPED) {
            String file = "/licet/samples/policies/" + key + ".yaml";
            all.put(key, CompiledPolicy.of(PolicyYaml.parse(file, CaseFiles.read(file), 1), KNOWLEDGE));
        }
        return all;
    }

    /** What the engine concludes of the judged model of every case. */
    public static List<Conclusion> conclusions() {
        return CaseFiles.names("/cases").stream()
                .map(file -> CaseReader.parse(file, CaseFiles.read("/cases/" + file)))
                .map(legal -> Judge.conclusion(legal.recorded()))
                .toList();
    }

    /** What the engine concludes of a tune under MIT whose base stood under these texts, from the first to the last. */
    public static Conclusion tuneOfChanging(List<LicenseKey> texts) {
        var base = new ModelId("other-lab/base");
        var at = CaseReader.at(base, "README.md", Optional.empty(), Optional.empty());
        var edge = new ModelEvidence.Parent(base, Relation.FINETUNE, at);
        var tune = evidence(new ModelId("some-lab/tune"), "mit", List.of(edge));
        var models = new ArrayList<>(List.of(new LegalCase.Recorded(tune, Optional.empty())));
        for (var text : texts) {
            var day = LocalDate.of(2025, 1, 1).plusMonths(models.size());
            models.add(new LegalCase.Recorded(evidence(base, text.value(), List.of()), Optional.of(day)));
        }
        return Judge.conclusion(models);
    }

    private static ModelEvidence evidence(ModelId id, String license, List<ModelEvidence.Parent> parents) {
        return new ModelEvidence(
                id, CaseReader.REVISION, Traits.UNKNOWN, List.of(CaseEvidence.file(id, license)), parents, List.of());
    }

    /** The document of every case by its file, with the smallest changes, as programs read it. */
    public static SortedMap<String, VerdictDocument> documents() {
        return documents(true);
    }

    /** @param showValues whether the reader may see figures */
    public static SortedMap<String, VerdictDocument> documents(boolean showValues) {
        var all = new TreeMap<String, VerdictDocument>();
        for (String file : CaseFiles.names("/cases")) {
            var legal = CaseReader.parse(file, CaseFiles.read("/cases/" + file));
            all.put(file, Judge.document(legal, Judge.verdict(legal), showValues));
        }
        return all;
    }

    /**
     * A deployment with the verdicts of its models.
     *
     * @param first the answer that the file expects for the first model
     */
    public record Portfolio(Deployment deployment, Organization organization, List<Held> models, String first) {}

    /** Every model of a file that is written like a case, each judged in the same deployment. */
    public static Portfolio portfolio(String path) {
        var legal = CaseReader.parse(path, CaseFiles.read(path));
        var held = legal.models().stream()
                .map(model -> new Held(model.model(), model.revision(), Judge.verdict(legal.about(model))))
                .toList();
        return new Portfolio(
                legal.deployment(), legal.organization(), held, legal.expected().verdict());
    }

    /** Files that are written like cases, in a folder of the class path. */
    public static List<String> files(String folder) {
        return CaseFiles.names(folder);
    }
}
