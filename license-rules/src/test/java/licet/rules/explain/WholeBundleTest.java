package licet.rules.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import licet.rules.evidence.Artifact;
import licet.rules.facts.Deployment;
import licet.rules.facts.Figures;
import licet.rules.facts.Ids;
import licet.rules.facts.Question;
import licet.rules.license.Act;
import licet.rules.license.Clause;
import licet.rules.license.Field;
import licet.rules.license.Grant;
import licet.rules.license.License;
import licet.rules.license.Scope;
import licet.rules.license.Threshold;
import licet.rules.verdict.Finding;
import licet.rules.verdict.Instrument;
import licet.rules.verdict.Subject;
import org.junit.jupiter.api.Test;

/** The message bundle holds exactly the sentences that can be asked for. */
class WholeBundleTest {
    @Test
    void every_key_that_can_be_asked_for_is_there_and_no_other() throws IOException {
        var keys = keys();
        var asked = new TreeSet<String>();
        Stream.of(clauses(), states(), questions(), words(), paragraphs(), flips())
                .forEach(all -> all.forEach(asked::add));
        var missing = new TreeSet<>(asked);
        missing.removeAll(keys);
        var unused = new TreeSet<>(keys);
        unused.removeAll(asked);
        assertThat(missing).as("asked for, but not in the bundle").isEmpty();
        assertThat(unused).as("in the bundle, but never asked for").isEmpty();
    }

    private static Set<String> keys() throws IOException {
        var properties = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(WholeBundleTest.class.getResourceAsStream("/licet/messages/verdict.properties")),
                StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }

    private static <E extends Enum<E>> Stream<String> each(String prefix, Class<E> type, String... endings) {
        return Arrays.stream(type.getEnumConstants())
                .flatMap(value -> Arrays.stream(endings)
                        .map(ending -> prefix + "." + Ids.of(value) + (ending.isEmpty() ? "" : "." + ending)));
    }

    private static Stream<String> clauses() {
        return Stream.of(
                        Stream.of(
                                        Clause.UsageCap.Effect.NO_RIGHTS,
                                        Clause.UsageCap.Effect.TERMINATION,
                                        Clause.UsageCap.Effect.SEPARATE_AGREEMENT)
                                .flatMap(effect -> Stream.of("violated", "satisfied", "needs")
                                        .map(ending -> "usage-cap." + Ids.of(effect) + "." + ending)),
                        Stream.of("usage-cap.unclear.satisfied", "usage-cap.unclear.needs", "ambiguity.needs"),
                        Stream.of("violated", "satisfied", "needs").map(ending -> "agreement-gate." + ending),
                        Stream.of("obliges", "conditional", "satisfied").map(end -> "usage-cap.display-duty." + end),
                        each("territory", Clause.Territory.Test.class, "violated", "satisfied", "needs"),
                        each("purpose", Clause.PurposeLimit.Purpose.class, "violated", "satisfied", "needs"),
                        each("field-of-use", Clause.FieldOfUse.Strength.class, "satisfied", "needs"),
                        Stream.of("field-of-use.absolute.violated"),
                        each("output-training", Clause.OutputTraining.Reach.class, "violated", "satisfied", "needs"),
                        Stream.of("output-training.upstream.violated", "output-training.upstream.needs"),
                        Stream.of("name-prefix.satisfied", "name-prefix.needs", "name-prefix.contradiction.violated"),
                        Stream.of(
                                "name-prefix.upstream.noted",
                                "name-prefix.upstream.needs",
                                "same-license.contradiction.violated"),
                        Stream.of("registration.needs", "modality.unknown.needs"),
                        each("duty", Clause.Duty.Kind.class, "obliges"),
                        Stream.of("duty.notice-file.theirs"),
                        each("grant", Grant.State.class, ""))
                .flatMap(all -> all);
    }

    private static Stream<String> states() {
        return Stream.of(
                        Stream.of("absent.violated", "absent.needs", "unread.needs", "unread-nothing.needs")
                                .map(end -> "identification." + end),
                        Stream.of("conflicting.needs", "unrecognized.needs", "one-of.needs")
                                .map(end -> "identification." + end),
                        each("lineage", Subject.OfLineage.Kind.class, "needs"),
                        each("use-policy", licet.rules.lineage.Profile.PolicyGap.class, "needs"),
                        Stream.of("about.use-policy"),
                        Stream.of("policy.rule.violated", "policy.rule.needs", "policy.rule.satisfied"),
                        Stream.of("policy.approval.needs", "policy.unknown.needs", "policy.unknown.satisfied"),
                        Stream.of("prohibits.violated", "counsel.needs", "informs.satisfied")
                                .map(end -> "regulation." + end),
                        Stream.of("sentence.allow", "sentence.allow.free", "sentence.deny", "sentence.needs"))
                .flatMap(all -> all);
    }

    private static Stream<String> questions() {
        return Stream.of(
                        Stream.of("asked.figure", "asked.seat", "asked.act", "condition.when", "period.latest"),
                        Stream.of("period.highest-12-months"),
                        each("asked.entity", Question.AboutEntity.EntityFact.class, ""),
                        each("control", License.Terms.ControlTest.class, ""),
                        each("asked.deployment", Deployment.FactName.class, ""),
                        each("metric", Threshold.Metric.class, ""),
                        each("breadth", Figures.Breadth.class, ""),
                        each("comparator", Threshold.Comparator.class, ""),
                        Stream.of("month", "preceding-month", "preceding-year", "trailing-twelve-months")
                                .map(moment -> "moment." + moment),
                        Stream.of("moment.any-twelve-months", "moment.continuous"))
                .flatMap(all -> all);
    }

    private static Stream<String> words() {
        var changes = Stream.concat(each("change", Finding.Remedy.class, ""), each("change", Finding.Need.class, ""))
                .filter(key -> !key.equals("change.fact"));
        return Stream.of(
                        each("remedy", Finding.Remedy.class, ""),
                        each("need", Finding.Need.class, ""),
                        changes,
                        each("act", Act.class, ""),
                        each("artifact", Artifact.class, ""),
                        each("about.lineage", Subject.OfLineage.Kind.class, ""),
                        List.of("about.clause", "about.grant", "about.identification", "about.policy").stream(),
                        Stream.of(
                                "display.words",
                                "display.model-name",
                                "limit.money",
                                "limit.users",
                                "fact.above",
                                "fact.below"))
                .flatMap(all -> all);
    }

    private static Stream<String> paragraphs() {
        return Stream.of(
                        each("law.usage-cap", Clause.UsageCap.Effect.class, ""),
                        each("law.territory", Clause.Territory.Test.class, ""),
                        each("law.purpose", Clause.PurposeLimit.Purpose.class, ""),
                        each("law.field-of-use", Clause.FieldOfUse.Strength.class, ""),
                        each("law.output-training", Clause.OutputTraining.Reach.class, ""),
                        each("law.whose", Finding.Whose.class, ""),
                        each("instrument", Instrument.Kind.class, ""),
                        each("counted", Threshold.Counted.class, ""),
                        each("whose", Threshold.Whose.class, ""),
                        each("trigger", Scope.Trigger.class, ""),
                        each("exemption", Scope.Exemption.class, ""),
                        each("business", Scope.Business.class, ""),
                        ending("law", "agreement-gate", "ambiguity", "output-training.own", "output-training.not-own"),
                        ending("law.scope", "businesses"),
                        each("outputs-train", Deployment.OutputsTrain.class, ""),
                        each("field", Field.class, ""),
                        ending(
                                "law",
                                "name-prefix",
                                "registration",
                                "duty",
                                "threshold",
                                "fact",
                                "fact.figure",
                                "open"),
                        ending(
                                "law",
                                "evidence",
                                "path",
                                "remedy",
                                "lift",
                                "lift.none",
                                "waived",
                                "waived.until",
                                "or",
                                "and"),
                        ending("law.evidence", "file", "line", "hash"),
                        ending("law.at", "clause", "grant", "policy", "other"),
                        ending("law.scope", "multimodal", "acts", "triggers", "exemptions"),
                        ending("law.whole", "made", "rests", "duties", "until", "undated"),
                        ending("answer", "true", "false", "none"))
                .flatMap(all -> all);
    }

    private static Stream<String> flips() {
        return Stream.of(
                        ending("flip", "drop-act", "only-evaluate", "stage", "channel", "keep-inside"),
                        ending("flip", "not-commercial", "leave-fields", "train-only", "leave-places-of-use"),
                        ending("flip", "leave-places-of-output", "serve-in", "planned-name", "acceptance", "clearing"),
                        ending(
                                "flip",
                                "legal-position",
                                "approval",
                                "settle.unread",
                                "settle.conflicting",
                                "settle.one-of"),
                        ending("flip", "settle.unrecognized", "show-text-only", "other-revision", "other-model"),
                        each("stage", Deployment.Stage.class, ""),
                        each("channel", Deployment.Channel.class, ""))
                .flatMap(all -> all);
    }

    private static Stream<String> ending(String prefix, String... endings) {
        return Arrays.stream(endings).map(end -> prefix + "." + end);
    }
}
