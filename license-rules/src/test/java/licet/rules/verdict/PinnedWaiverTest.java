package licet.rules.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import licet.rules.evidence.EvidenceRef;
import licet.rules.evidence.ModelId;
import licet.rules.facts.DeploymentKey;
import licet.rules.facts.EntityKey;
import licet.rules.format.PolicyYaml;
import licet.rules.license.Act;
import licet.rules.lineage.Conclusion;
import licet.rules.policy.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A waiver acts for the rule and the text that people saw, in their deployment, and for nothing else. */
class PinnedWaiverTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final ModelId MODEL = new ModelId("sample-lab/free-7b");
    private static final ModelId OTHER = new ModelId("other-lab/free-7b");
    private static final String TEXT = "a".repeat(64);
    private static final String ANOTHER = "b".repeat(64);
    private static final Subject.OfPolicy RULE = new Subject.OfPolicy("house", 1, "no-flags", "security-scan");
    private static final String POLICY = """
            schema: 1
            policy: house
            title: House rules
            facts-max-age-days: 92
            rules:
              - id: no-flags
                topic: security-scan
                when: %s
                then: deny
                because: %s
                waivable: {max-days: %d}
            """;
    private static final Policy SEEN = policy("model.scan == 'flagged'", "The scan flagged files.", 30);

    private static Policy policy(String when, String because, int days) {
        return PolicyYaml.parse("house.yaml", POLICY.formatted(when, because, days), 1);
    }

    private static Assessment assessment(Policy policy, String deployment) {
        var denied = new Finding.Violated(
                RULE,
                Finding.Because.of("policy.rule", "The scan flagged files."),
                Finding.Whose.OURS,
                Finding.Remedy.WAIVER,
                Optional.of(30));
        var use =
                new Reach.Use(new DeploymentKey(deployment), new EntityKey("ours"), Set.of(Act.USE), Optional.empty());
        return new Assessment(List.of(denied), Optional.empty(), Set.of(), Optional.of(policy), use, Optional.empty());
    }

    private static Conclusion.Bindings shows(ModelId model, String... texts) {
        var files = Stream.concat(
                        Stream.of(file(model, "README.md", "c".repeat(64))),
                        Stream.of(texts).map(text -> file(model, "LICENSE-" + text.charAt(0), text)))
                .toList();
        return new Conclusion.Bindings(Map.of("self/weights", new Conclusion.Bound(files, List.of(model))));
    }

    private static EvidenceRef file(ModelId model, String path, String sha256) {
        return new EvidenceRef(model, "main", path, Optional.of(sha256), Optional.empty(), Optional.empty());
    }

    private static Instrument waiver(Set<ModelId> models) {
        var seen =
                Evaluator.waivable(assessment(SEEN, "here"), shows(MODEL, TEXT)).getFirst();
        var reach = new Reach(Set.of(new DeploymentKey("here")), Set.of(), models, Set.of(), Set.of(), Set.of());
        return new Instrument(
                "waiver:1",
                Instrument.Kind.WAIVER,
                Set.of(seen.id()),
                reach,
                NOW,
                Optional.of(NOW.plusSeconds(60)),
                Optional.empty(),
                Optional.of(seen.pin()));
    }

    private static Answer answer(Instrument waiver, Assessment assessment, Conclusion.Bindings evidence) {
        return Evaluator.conclude(assessment, List.of(waiver), evidence, NOW).answer();
    }

    @ParameterizedTest
    @CsvSource({
        "model.scan == 'flagged',  The scan flagged files., 30, ALLOW",
        "model.scan == 'flagged',  The scan flagged files., 20, DENY",
        "model.scan == 'flagged',  The scan found files.,   30, DENY",
        "model.scan != 'clean',    The scan flagged files., 30, DENY",
    })
    void another_rule_under_the_same_name_is_not_waived(String when, String because, int days, Answer answer) {
        var now = assessment(policy(when, because, days), "here");
        assertThat(answer(waiver(Set.of(MODEL)), now, shows(MODEL, TEXT))).isEqualTo(answer);
    }

    @Test
    void the_same_rule_elsewhere_in_the_file_stays_waived() {
        String moved = "# a remark\n" + POLICY.formatted("model.scan == 'flagged'", "The scan flagged files.", 30);
        var now = assessment(PolicyYaml.parse("house.yaml", moved, 2), "here");
        assertThat(answer(waiver(Set.of(MODEL)), now, shows(MODEL, TEXT))).isEqualTo(Answer.ALLOW);
    }

    @ParameterizedTest
    @CsvSource({"here, ALLOW", "elsewhere, DENY"})
    void it_acts_in_its_deployment_only(String deployment, Answer answer) {
        assertThat(answer(waiver(Set.of()), assessment(SEEN, deployment), shows(MODEL, TEXT)))
                .isEqualTo(answer);
    }

    @Test
    void it_acts_under_exactly_the_texts_that_were_seen() {
        var now = assessment(SEEN, "here");
        var waiver = waiver(Set.of());
        assertThat(answer(waiver, now, shows(MODEL, TEXT))).isEqualTo(Answer.ALLOW);
        assertThat(answer(waiver, now, shows(OTHER, TEXT))).as("another model").isEqualTo(Answer.ALLOW);
        assertThat(answer(waiver, now, shows(MODEL, ANOTHER))).isEqualTo(Answer.DENY);
        assertThat(answer(waiver, now, shows(MODEL, TEXT, ANOTHER))).isEqualTo(Answer.DENY);
        assertThat(answer(waiver, now, shows(MODEL))).isEqualTo(Answer.DENY);
        assertThat(answer(waiver, now, Conclusion.Bindings.NONE)).isEqualTo(Answer.DENY);
    }

    @Test
    void one_for_a_model_acts_for_no_other() {
        var now = assessment(SEEN, "here");
        assertThat(answer(waiver(Set.of(MODEL)), now, shows(MODEL, TEXT))).isEqualTo(Answer.ALLOW);
        assertThat(answer(waiver(Set.of(MODEL)), now, shows(OTHER, TEXT))).isEqualTo(Answer.DENY);
    }
}
