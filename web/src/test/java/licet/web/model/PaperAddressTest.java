package licet.web.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import licet.rules.explain.VerdictDocument;
import licet.rules.explain.VerdictDocument.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A reason leads to the forms of papers that can lift it, and to no other. */
class PaperAddressTest {
    private static Reason reason(String id, String... liftedBy) {
        return new Reason(
                id,
                "NEEDS",
                "license",
                "text",
                "paragraph",
                Optional.of(new VerdictDocument.Cite("some-license", "some-policy", "Some Policy", "2")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(liftedBy),
                Optional.empty());
    }

    private static VerdictDocument verdict(String license) {
        return new VerdictDocument(
                VerdictDocument.SCHEMA,
                new VerdictDocument.ModelRef("a/b", "main", license, "identified"),
                new VerdictDocument.DeploymentRef("here", "Here", 1),
                "NEEDS",
                false,
                "sentence",
                "paragraph",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new VerdictDocument.Inputs(1, 1, "p", 1, "k", "e"),
                Instant.EPOCH,
                Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "some-policy/military | agreement | agreement",
                "some-policy/grant/use | agreement,legal-position | agreement,legal-position",
                "policy/house/accepted | acceptance | acceptance",
                "policy/house/review | approval | none",
                "policy/house/limit | waiver | none",
                "lineage/undeclared | clearing | none",
                "identification/self/weights/absent | agreement | agreement"
            })
    void what_is_offered(String id, String liftedBy, String offered) {
        var kinds = PaperAddress.of(verdict("some-license"), reason(id, liftedBy.split(","))).stream()
                .map(PaperAddress::kind)
                .toList();
        assertThat(kinds)
                .isEqualTo(Optional.ofNullable(offered)
                        .map(each -> List.of(each.split(",")))
                        .orElse(List.of()));
    }

    @Test
    void the_form_is_filled_in_as_far_as_the_reason_says_it() {
        var agreement = PaperAddress.of(verdict("some-license"), reason("some-policy/military", "agreement"));
        assertThat(agreement)
                .singleElement()
                .extracting(PaperAddress::address)
                .isEqualTo("/instruments/new?kind=agreement&text=some-policy&lifts=some-policy%2Fmilitary"
                        + "&deployments=here&models=a%2Fb");
    }

    @Test
    void which_version_was_accepted_is_left_to_whoever_knows_it() {
        var open = reason("identification/self/weights/one-of", "acceptance");
        assertThat(PaperAddress.of(verdict("v-1 or v-2"), open))
                .singleElement()
                .extracting(PaperAddress::address)
                .isEqualTo("/instruments/new?kind=acceptance&deployments=here&models=a%2Fb");
    }
}
