package licet.rules.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import licet.rules.evidence.Artifact;
import licet.rules.facts.DeploymentKey;
import licet.rules.facts.EntityKey;
import licet.rules.license.Act;
import licet.rules.license.Citation;
import licet.rules.license.LicenseKey;
import licet.rules.lineage.Conclusion;
import licet.rules.lineage.Profile;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** No sequence of instruments, of whatever kinds, ids, reaches and terms, lifts what its kind must not lift. */
class LiftingLawsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final DeploymentKey HERE = new DeploymentKey("here");
    private static final DeploymentKey ELSEWHERE = new DeploymentKey("elsewhere");
    private static final EntityKey OURS = new EntityKey("ours");
    private static final Reach.Use USE = new Reach.Use(HERE, OURS, Set.of(Act.USE), Optional.empty());
    private static final LicenseKey LICENSE = new LicenseKey("some-license");
    private static final Citation AT = new Citation("some-license", "1");

    @Property(tries = 2000, generation = net.jqwik.api.GenerationMode.RANDOMIZED)
    void nothing_is_lifted_by_another_kind_or_outside_of_its_term_and_reach(@ForAll long seed) {
        var random = new Random(seed);
        var findings = some(random, 1 + random.nextInt(6), LiftingLawsTest::finding);
        var ids = new ArrayList<>(
                findings.stream().map(finding -> finding.subject().id()).toList());
        ids.add("nothing/of-this");
        var number = new int[1];
        var instruments = some(random, random.nextInt(9), draw -> instrument(draw, ids, "i" + number[0]++));
        var verdict = Evaluator.conclude(
                new Assessment(findings, USE, Optional.empty()), instruments, Conclusion.Bindings.NONE, NOW);
        for (int at = 0; at < findings.size(); at++) {
            var before = findings.get(at);
            var after = verdict.findings().get(at).finding();
            if (after instanceof Finding.Waived(var lifted, var by)) {
                var instrument = instruments.stream()
                        .filter(each -> each.id().equals(by))
                        .findFirst()
                        .orElseThrow();
                assertThat(lifted).isEqualTo(before);
                assertThat(mayLift(instrument.kind(), before))
                        .as("%s lifts %s", instrument, before)
                        .isTrue();
                assertThat(instrument.lifts()).contains(before.subject().id());
                assertThat(instrument.from()).isBeforeOrEqualTo(NOW);
                assertThat(instrument.until().map(NOW::isBefore).orElse(true)).isTrue();
                assertThat(instrument.reach().deployments()).doesNotContain(ELSEWHERE);
                assertThat(instrument.pin()).as("a rule that is not in force").isEmpty();
                assertThat(instrument.reach().basis())
                        .as("a decision on something else")
                        .isEmpty();
                assertThat(verdict.validUntil().orElse(Instant.MAX))
                        .isBeforeOrEqualTo(instrument.until().orElse(Instant.MAX));
            } else {
                assertThat(after).isEqualTo(before);
                assertThat(verdict.answer()).isNotEqualTo(stops(before) ? Answer.ALLOW : null);
            }
        }
    }

    /** The table of what can lift what, written down a second time. */
    private static boolean mayLift(Instrument.Kind kind, Finding finding) {
        return switch (kind) {
            case AGREEMENT -> isOfLicense(finding.subject()) || isViolatedIdentification(finding);
            case ACCEPTANCE -> needs(finding, Finding.Need.ACCEPTANCE);
            case CLEARING -> needs(finding, Finding.Need.CLEARING) && !isUnjudged(finding.subject());
            case LEGAL_POSITION -> needs(finding, Finding.Need.LEGAL_POSITION);
            case APPROVAL -> needs(finding, Finding.Need.REVIEW);
            case WAIVER ->
                finding instanceof Finding.Violated(var subject, var _, var _, var remedy, var _)
                        && subject instanceof Subject.OfPolicy
                        && remedy == Finding.Remedy.WAIVER;
        };
    }

    private static boolean isOfLicense(Subject subject) {
        return subject instanceof Subject.OfClause || subject instanceof Subject.OfGrant;
    }

    private static boolean isViolatedIdentification(Finding finding) {
        return finding instanceof Finding.Violated && finding.subject() instanceof Subject.OfIdentification;
    }

    private static boolean isUnjudged(Subject subject) {
        return subject instanceof Subject.OfIdentification found && !found.judged();
    }

    private static boolean needs(Finding finding, Finding.Need need) {
        return finding instanceof Finding.Needs open && open.need() == need;
    }

    private static boolean stops(Finding finding) {
        return finding instanceof Finding.Needs || finding instanceof Finding.Violated;
    }

    private static <T> List<T> some(Random random, int number, java.util.function.Function<Random, T> draw) {
        var all = new ArrayList<T>();
        for (int i = 0; i < number; i++) {
            all.add(draw.apply(random));
        }
        return all;
    }

    private static <T> T one(Random random, T[] of) {
        return of[random.nextInt(of.length)];
    }

    private static Finding finding(Random random) {
        var subject = subject(random);
        var because = Finding.Because.of("law");
        return switch (random.nextInt(5)) {
            case 0, 1 ->
                new Finding.Violated(
                        subject,
                        because,
                        one(random, Finding.Whose.values()),
                        one(random, Finding.Remedy.values()),
                        random.nextBoolean() ? Optional.of(1 + random.nextInt(90)) : Optional.empty());
            case 2, 3 -> new Finding.Needs(subject, because, one(random, Finding.Need.values()), new TreeSet<>());
            default -> new Finding.Satisfied(subject, because);
        };
    }

    private static Subject subject(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> new Subject.OfClause("self", Artifact.WEIGHTS, LICENSE, "c" + random.nextInt(2), AT);
            case 1 -> new Subject.OfGrant("self", Artifact.WEIGHTS, LICENSE, one(random, Act.values()), AT);
            case 2 ->
                new Subject.OfIdentification(
                        "self", Artifact.WEIGHTS, one(random, Profile.State.values()), random.nextBoolean());
            case 3 -> new Subject.OfLineage(one(random, Subject.OfLineage.Kind.values()));
            case 4 -> new Subject.OfUsePolicy("self", Artifact.WEIGHTS, one(random, Profile.PolicyGap.values()));
            default -> new Subject.OfPolicy("some-policy", 1, "r" + random.nextInt(2), "license");
        };
    }

    private static Instrument instrument(Random random, List<String> ids, String id) {
        var lifts = new TreeSet<String>();
        ids.stream().filter(_ -> random.nextInt(3) > 0).forEach(lifts::add);
        var from = NOW.plus(Duration.ofSeconds(random.nextInt(3) - 1L).multipliedBy(1 + random.nextInt(100_000)));
        var until = random.nextInt(4) == 0
                ? Optional.<Instant>empty()
                : Optional.of(from.plus(Duration.ofSeconds(1 + random.nextInt(100_000))));
        var reach = new Reach(
                random.nextInt(4) == 0 ? Set.of(random.nextBoolean() ? HERE : ELSEWHERE) : Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                random.nextInt(4) == 0 ? Optional.of("another basis") : Optional.empty());
        return new Instrument(
                id,
                one(random, Instrument.Kind.values()),
                lifts,
                reach,
                from,
                until,
                Optional.empty(),
                random.nextInt(4) == 0
                        ? Optional.of(new Instrument.Pin("another rule", Optional.empty()))
                        : Optional.empty());
    }
}
