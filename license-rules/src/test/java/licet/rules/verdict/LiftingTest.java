package licet.rules.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import licet.rules.evidence.Artifact;
import licet.rules.license.Act;
import licet.rules.license.Citation;
import licet.rules.license.Clause;
import licet.rules.license.LicenseKey;
import licet.rules.lineage.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of instrument against every finding: what the table of the rules does not allow is not lifted. */
class LiftingTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Finding.Because BECAUSE = Finding.Because.of("test");
    private static final LicenseKey KEY = new LicenseKey("mit");
    private static final Citation CITED = new Citation("mit", "1");

    private static final Subject CLAUSE = new Subject.OfClause("self", Artifact.WEIGHTS, KEY, "c", CITED);
    private static final Subject GRANT = new Subject.OfGrant("self", Artifact.WEIGHTS, KEY, Act.USE, CITED);
    private static final Subject ABSENT =
            new Subject.OfIdentification("self", Artifact.WEIGHTS, Profile.State.ABSENT, false);
    private static final Subject JUDGED =
            new Subject.OfIdentification("self", Artifact.WEIGHTS, Profile.State.UNRECOGNIZED, true);
    private static final Subject LINEAGE = new Subject.OfLineage(Subject.OfLineage.Kind.UNDECLARED);
    private static final Subject RULE = new Subject.OfPolicy("p", 1, "r", "license");
    private static final List<Subject> SUBJECTS = List.of(CLAUSE, GRANT, ABSENT, JUDGED, LINEAGE, RULE);

    private static Finding violated(Subject subject, Finding.Remedy remedy) {
        return new Finding.Violated(subject, BECAUSE, Finding.Whose.OURS, remedy);
    }

    private static Finding needs(Subject subject, Finding.Need need) {
        return new Finding.Needs(subject, BECAUSE, need, new TreeSet<>());
    }

    static Stream<Finding> findings() {
        var all = new ArrayList<Finding>();
        for (var subject : SUBJECTS) {
            for (var remedy : Finding.Remedy.values()) {
                all.add(violated(subject, remedy));
            }
            for (var need : Finding.Need.values()) {
                all.add(needs(subject, need));
            }
            all.add(new Finding.Satisfied(subject, BECAUSE));
            all.add(new Finding.Obliges(subject, BECAUSE, Clause.Duty.Kind.BADGE, new TreeSet<>()));
            all.add(new Finding.Waived(violated(subject, Finding.Remedy.WAIVER), "x"));
        }
        return all.stream();
    }

    /** The table of the rules, written a second time in other words: license, law and open facts stay. */
    private static Set<Instrument.Kind> allowed(Finding finding) {
        var kinds = EnumSet.noneOf(Instrument.Kind.class);
        boolean license = finding.subject() instanceof Subject.OfClause || finding.subject() instanceof Subject.OfGrant;
        if (finding instanceof Finding.Violated violated) {
            if (license || finding.subject() instanceof Subject.OfIdentification) {
                kinds.add(Instrument.Kind.AGREEMENT);
            }
            if (finding.subject() instanceof Subject.OfPolicy && violated.remedy() == Finding.Remedy.WAIVER) {
                kinds.add(Instrument.Kind.WAIVER);
            }
        }
        if (finding instanceof Finding.Needs needs) {
            if (license) {
                kinds.add(Instrument.Kind.AGREEMENT);
            }
            Optional.ofNullable(java.util.Map.of(
                                    Finding.Need.CLEARING, Instrument.Kind.CLEARING,
                                    Finding.Need.REVIEW, Instrument.Kind.APPROVAL,
                                    Finding.Need.ACCEPTANCE, Instrument.Kind.ACCEPTANCE,
                                    Finding.Need.LEGAL_POSITION, Instrument.Kind.LEGAL_POSITION)
                            .get(needs.need()))
                    .filter(kind -> kind != Instrument.Kind.CLEARING || finding.subject() != ABSENT)
                    .ifPresent(kinds::add);
        }
        return kinds;
    }

    @ParameterizedTest
    @MethodSource("findings")
    void only_the_kinds_of_the_table_lift(Finding finding) {
        for (var kind : Instrument.Kind.values()) {
            var instrument = new Instrument("i", kind, Set.of(finding.subject().id()), NOW, Optional.empty());
            assertThat(Lifting.lifts(instrument, finding, NOW))
                    .as("%s", kind)
                    .isEqualTo(allowed(finding).contains(kind));
        }
    }

    @ParameterizedTest
    @EnumSource(Instrument.Kind.class)
    void an_instrument_lifts_only_what_it_names(Instrument.Kind kind) {
        var other = new Instrument("i", kind, Set.of("something/else"), NOW, Optional.empty());
        assertThat(findings()).noneMatch(finding -> Lifting.lifts(other, finding, NOW));
    }

    @Test
    void an_instrument_acts_from_its_first_moment_until_before_its_last() {
        var finding = violated(CLAUSE, Finding.Remedy.AGREEMENT);
        var until = NOW.plusSeconds(60);
        var instrument = new Instrument("i", Instrument.Kind.AGREEMENT, Set.of(CLAUSE.id()), NOW, Optional.of(until));
        assertThat(Lifting.lifts(instrument, finding, NOW.minusMillis(1))).isFalse();
        assertThat(Lifting.lifts(instrument, finding, NOW)).isTrue();
        assertThat(Lifting.lifts(instrument, finding, until.minusMillis(1))).isTrue();
        assertThat(Lifting.lifts(instrument, finding, until)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2026-12-22, true", "2026-12-23, false", "2026-11-23, true", "'', false"})
    void a_waiver_that_lasts_longer_than_the_policy_allows_is_none(String until, boolean lifts) {
        var finding = new Finding.Violated(RULE, BECAUSE, Finding.Whose.OURS, Finding.Remedy.WAIVER, Optional.of(30));
        var from = Instant.parse("2026-11-22T00:00:00Z");
        var end = Optional.of(until).filter(day -> !day.isEmpty()).map(day -> Instant.parse(day + "T00:00:00Z"));
        var waiver = new Instrument("w", Instrument.Kind.WAIVER, Set.of(RULE.id()), from, end);
        assertThat(Lifting.lifts(waiver, finding, NOW)).isEqualTo(lifts);
        assertThat(Lifting.reaches(waiver, finding)).isEqualTo(lifts);
    }
}
