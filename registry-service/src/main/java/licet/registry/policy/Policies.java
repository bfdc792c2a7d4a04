package licet.registry.policy;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import licet.registry.platform.Database;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.Knowledge;
import licet.rules.SourceText;
import licet.rules.explain.ConditionWording;
import licet.rules.facts.Ids;
import licet.rules.policy.ConditionReader;
import licet.rules.policy.Policy;
import licet.rules.policy.PolicyCheck;

/** All texts of all policies, and each of them in words. */
@Singleton
public class Policies {
    private final PolicyTable table;
    private final PolicyText text;
    private final Database database;
    private final ConditionReader reader;
    private final ConditionWording wording = new ConditionWording(Locale.ENGLISH);

    Policies(PolicyTable table, PolicyText text, Database database, Knowledge knowledge) {
        this.table = table;
        this.text = text;
        this.database = database;
        this.reader = new ConditionReader(knowledge);
    }

    /** Every version of every policy: keys in order, the newest version first. */
    public List<PolicyVersion> list() {
        return versions(database.read(table::list));
    }

    /** The versions of one policy, the newest first. */
    public List<PolicyVersion> list(String key) {
        var all = versions(database.read(sql -> table.list(sql, key)));
        if (all.isEmpty()) {
            throw unknown(key);
        }
        return all;
    }

    /** Those that wait for a second person, the longest waiting first. */
    public List<PolicyVersion> listDrafts() {
        return versions(database.read(table::listDrafts));
    }

    private static List<PolicyVersion> versions(List<PolicyTable.Stored> stored) {
        return stored.stream().map(PolicyTable.Stored::version).toList();
    }

    public Optional<PolicyVersion> findActive() {
        return database.read(table::findActive).map(PolicyTable.Stored::version);
    }

    /** The YAML of one version. */
    public String source(String key, int version) {
        return stored(key, version).source();
    }

    private PolicyTable.Stored stored(String key, int version) {
        return database.read(sql -> table.find(sql, key, version)).orElseThrow(() -> unknown(key + "/" + version));
    }

    public PolicyDocument get(String key, int version) {
        var stored = stored(key, version);
        var before = database.read(sql -> table.list(sql, key)).stream()
                .filter(other -> other.version().version() < version)
                .filter(other -> !other.version().is(PolicyVersion.State.WITHDRAWN))
                .findFirst();
        return document(
                stored.version(),
                stored.source(),
                before.map(old -> new PolicyDocument.Comparison(
                        old.version().id(), LineDiff.between(old.source(), stored.source()))));
    }

    private PolicyDocument document(
            PolicyVersion head, String source, Optional<PolicyDocument.Comparison> differences) {
        var checked = text.check(source, head.version());
        var policy = checked.policy().orElseThrow(() -> unknown(head.id()));
        return new PolicyDocument(
                PolicyDocument.SCHEMA,
                head,
                source,
                policy.factsMaxAgeDays(),
                texts(policy.regulations()),
                policy.rules().stream().map(this::rule).toList(),
                tests(policy, checked.trials()),
                checked.flaws(),
                differences);
    }

    private PolicyDocument.RuleLine rule(Policy.Rule rule) {
        return new PolicyDocument.RuleLine(
                rule.id(),
                rule.when().start().line(),
                Ids.of(rule.topic()),
                rule.when().text(),
                reader.read(rule.when()).map(wording::sentence).orElse(""),
                then(rule.then()),
                rule.then() instanceof Policy.Effect.Approval(var by) ? by : List.of(),
                waiver(rule.then()),
                rule.because().text(),
                texts(rule.requires()));
    }

    private static String then(Policy.Effect effect) {
        return switch (effect) {
            case Policy.Effect.Deny _ -> "deny";
            case Policy.Effect.Review _ -> "review";
            case Policy.Effect.Approval _ -> "approval";
            case Policy.Effect.Acceptance _ -> "acceptance";
            case Policy.Effect.Note _ -> "note";
        };
    }

    private static Optional<PolicyDocument.WaiverLine> waiver(Policy.Effect effect) {
        return effect instanceof Policy.Effect.Deny(var waiver)
                ? waiver.map(one -> new PolicyDocument.WaiverLine(
                        one.maxDays(),
                        one.stages().stream().map(Ids::of).sorted().toList()))
                : Optional.empty();
    }

    static List<PolicyDocument.TestLine> tests(Policy policy, List<PolicyCheck.Trial> trials) {
        var all = new ArrayList<PolicyDocument.TestLine>();
        for (int i = 0; i < trials.size(); i++) {
            var written = policy.tests().get(i);
            var trial = trials.get(i);
            all.add(new PolicyDocument.TestLine(
                    trial.name(),
                    trial.line(),
                    Ids.of(trial.result()),
                    written.given().entrySet().stream().map(Policies::given).toList(),
                    List.copyOf(written.fires())));
        }
        return List.copyOf(all);
    }

    private static String given(Map.Entry<String, Policy.Given> fact) {
        String values = String.join(", ", fact.getValue().values());
        return fact.getKey() + ": " + (fact.getValue().list() ? "[" + values + "]" : values);
    }

    private static List<String> texts(List<SourceText> sources) {
        return sources.stream().map(SourceText::text).toList();
    }

    private static RuntimeException unknown(String id) {
        return new RegistryProblem.NotFound(PolicyDesk.KIND, id).asException();
    }
}
