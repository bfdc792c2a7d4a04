package licet.rules.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import licet.rules.evidence.EvidenceRef;
import licet.rules.evidence.ModelId;
import licet.rules.facts.Deployment;
import licet.rules.facts.DeploymentKey;
import licet.rules.facts.EntityKey;
import licet.rules.facts.Question;
import licet.rules.format.CanonicalJson;
import licet.rules.license.Act;
import licet.rules.lineage.Conclusion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An approval lifts what people decided on and nothing else: what of it may change, and what may not. */
class BasisTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final ModelId MODEL = new ModelId("acme/model");
    private static final ModelId BASE = new ModelId("acme/base");
    private static final Question ASKED = new Question.AboutDeployment(Deployment.FactName.COMMERCIAL);

    private record Seen(
            int policy,
            String revision,
            String text,
            String baseRevision,
            String baseText,
            String value,
            boolean above,
            Set<Act> acts) {
        static final Seen FIRST = new Seen(1, "c1", "t1", "b1", "p1", "40", true, Set.of(Act.USE));

        Assessment assessment() {
            var used = new Finding.FactUsed(ASKED, value, Optional.of("30"), above);
            var review = new Finding.Needs(
                    new Subject.OfPolicy("house", policy, "look", "license"),
                    Finding.Because.of("policy.rule", "Look at it.").using(List.of(used)),
                    Finding.Need.REVIEW,
                    new TreeSet<>());
            var use = new Reach.Use(new DeploymentKey("here"), new EntityKey("ours"), acts, Optional.empty());
            return new Assessment(List.of(review), use, Optional.empty());
        }

        Conclusion.Bindings bindings() {
            return new Conclusion.Bindings(Map.of(
                    "self/weights", new Conclusion.Bound(List.of(file(MODEL, revision, text)), List.of(MODEL)),
                    "self>base/weights",
                            new Conclusion.Bound(List.of(file(BASE, baseRevision, baseText)), List.of(MODEL, BASE))));
        }

        Basis basis() {
            return Evaluator.basis(assessment(), List.of(), bindings(), NOW);
        }

        Instrument approval() {
            var basis = basis().digest();
            var reach = new Reach(
                    Set.of(new DeploymentKey("here")),
                    Set.of(),
                    Set.of(MODEL),
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    Optional.of(basis));
            return new Instrument(
                    "approval:1",
                    Instrument.Kind.APPROVAL,
                    Set.of("policy/house/look"),
                    reach,
                    NOW,
                    Optional.of(NOW.plus(90, ChronoUnit.DAYS)));
        }

        private static EvidenceRef file(ModelId model, String revision, String text) {
            return new EvidenceRef(model, revision, "LICENSE", Optional.of(text), Optional.empty(), Optional.empty());
        }
    }

    static Stream<Arguments> changes() {
        var use = Set.of(Act.USE);
        return Stream.of(
                changed("nothing", Seen.FIRST),
                changed("a figure on the same side", new Seen(1, "c1", "t1", "b1", "p1", "50", true, use)),
                changed(
                        "a new commit of the base with the same text",
                        new Seen(1, "c1", "t1", "b2", "p1", "40", true, use)),
                changed(
                        "the policy",
                        new Seen(2, "c1", "t1", "b1", "p1", "40", true, use),
                        "POLICY policy: house/1 -> house/2"),
                changed(
                        "the revision",
                        new Seen(1, "c2", "t1", "b1", "p1", "40", true, use),
                        "EVIDENCE self/weights: c1 t1 -> c2 t1"),
                changed(
                        "the license text",
                        new Seen(1, "c1", "t2", "b1", "p1", "40", true, use),
                        "EVIDENCE self/weights: c1 t1 -> c1 t2"),
                changed(
                        "the base's license text",
                        new Seen(1, "c1", "t1", "b1", "p2", "40", true, use),
                        "EVIDENCE self>base/weights: p1 -> p2"),
                changed(
                        "the side of a figure",
                        new Seen(1, "c1", "t1", "b1", "p1", "20", false, use),
                        "FACT " + ASKED.id() + ": meets 30 -> below 30"),
                changed(
                        "what is done with it",
                        new Seen(1, "c1", "t1", "b1", "p1", "40", true, Set.of(Act.USE, Act.MODIFY)),
                        "USE acts: use -> modify, use"),
                changed(
                        "policy and side at once",
                        new Seen(2, "c1", "t1", "b1", "p1", "20", false, use),
                        "POLICY policy: house/1 -> house/2",
                        "FACT " + ASKED.id() + ": meets 30 -> below 30"));
    }

    private static Arguments changed(String what, Seen seen, String... changes) {
        return Arguments.of(what, seen, List.of(changes));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void an_approval_stands_only_on_what_it_was_given_for(String changed, Seen seen, List<String> changes) {
        var verdict = Evaluator.conclude(
                seen.assessment(), List.of(Seen.FIRST.approval()), seen.bindings(), NOW.plusSeconds(60));
        assertThat(verdict.answer()).as(changed).isEqualTo(changes.isEmpty() ? Answer.ALLOW : Answer.NEEDS);
        assertThat(Seen.FIRST.basis().changesTo(seen.basis()))
                .extracting(one -> "%s %s: %s -> %s".formatted(one.kind(), one.about(), one.before(), one.after()))
                .containsExactlyElementsOf(changes);
    }

    @Test
    void whatever_is_different_is_named() {
        var random = new Random(7);
        var bases = Stream.generate(() -> random(random)).limit(300).toList();
        for (var one : bases) {
            for (var other : bases) {
                assertThat(one.changesTo(other).isEmpty())
                        .as("%s %s", one, other)
                        .isEqualTo(one.digest().equals(other.digest()));
            }
        }
    }

    private static Basis random(Random random) {
        var reasons = new TreeSet<String>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            reasons.add(CanonicalJson.write(new Basis.Reason(
                    pick(random, "house/1/look", "house/2/look", "llama/users", "identification/self"),
                    pick(random, "Needs", "Satisfied"),
                    pick(random, "a", "b"),
                    random.nextBoolean() ? List.of() : List.of(pick(random, "f 1", "f 2", "g 1")))));
        }
        var evidence = new TreeMap<String, List<String>>();
        evidence.put(
                pick(random, "self/weights", "self/code"), List.of(pick(random, "model a/b", "model a/c"), "c1 t1"));
        var licensee = new EntityKey(pick(random, "ours", "theirs"));
        var use = new Reach.Use(new DeploymentKey("here"), licensee, Set.of(Act.USE), Optional.empty());
        var instruments = new TreeSet<>(random.nextBoolean() ? Set.<String>of() : Set.of("agreement:1"));
        return new Basis(evidence, reasons, use, instruments);
    }

    private static String pick(Random random, String... of) {
        return of[random.nextInt(of.length)];
    }

    @ParameterizedTest
    @MethodSource("ends")
    void it_acts_for_its_term_only(Instant at, Answer answer) {
        var seen = Seen.FIRST;
        assertThat(Evaluator.conclude(seen.assessment(), List.of(seen.approval()), seen.bindings(), at)
                        .answer())
                .isEqualTo(answer);
    }

    static Stream<Arguments> ends() {
        var end = NOW.plus(90, ChronoUnit.DAYS);
        return Stream.of(
                Arguments.of(NOW.minusMillis(1), Answer.NEEDS),
                Arguments.of(NOW, Answer.ALLOW),
                Arguments.of(end.minusMillis(1), Answer.ALLOW),
                Arguments.of(end, Answer.NEEDS));
    }
}
