package licet.rules.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import licet.rules.cases.CaseWorld;
import licet.rules.cases.FactDraw;
import licet.rules.verdict.Finding;
import licet.rules.verdict.Reach;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What replay reads back is what was stored, to the byte. */
class RoundTripLawsTest {
    @Property(tries = 100, generation = GenerationMode.RANDOMIZED)
    void what_is_read_back_is_what_was_written(@ForAll long seed) {
        var draw = new FactDraw(new Random(seed));
        var profile = draw.profile();
        var deployment = draw.deployment();
        var organization = draw.organization();
        same(profile);
        same(deployment);
        same(organization);
        var assessment = CaseWorld.EVALUATOR.assess(
                profile, deployment, organization, CaseWorld.policy(seed), LocalDate.of(2026, 11, 22));
        assertThat(CanonicalJson.read(CanonicalJson.write(assessment), Kept.class))
                .isEqualTo(new Kept(assessment.findings(), assessment.use(), assessment.validUntil()));
    }

    /** What is kept of an assessment; the rest follows from its profile. */
    private record Kept(List<Finding> findings, Reach.Use use, Optional<Instant> validUntil) {}

    @Test
    void conclusions_of_the_case_book_are_read_back() {
        assertThat(CaseWorld.conclusions()).hasSizeGreaterThan(100).allSatisfy(RoundTripLawsTest::same);
    }

    private static void same(Object value) {
        String written = CanonicalJson.write(value);
        Object read = CanonicalJson.read(written, value.getClass());
        assertThat(read).isEqualTo(value);
        assertThat(CanonicalJson.digest(read)).isEqualTo(CanonicalJson.digest(value));
    }
}
