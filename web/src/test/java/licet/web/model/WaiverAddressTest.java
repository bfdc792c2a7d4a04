package licet.web.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import licet.rules.explain.VerdictDocument;
import licet.rules.explain.VerdictDocument.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A reason that can be waived leads to the form, and one that is waived to the waiver. */
class WaiverAddressTest {
    private static Reason reason(List<String> liftedBy, Optional<VerdictDocument.Paper> instrument) {
        return new Reason(
                "policy/house/limit",
                "DENY",
                "use",
                "text",
                "paragraph",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                liftedBy,
                instrument);
    }

    private static Opinion opinion(String source) {
        var verdict = new VerdictDocument(
                VerdictDocument.SCHEMA,
                new VerdictDocument.ModelRef("a/b", "main", "mit", "identified"),
                new VerdictDocument.DeploymentRef("here", "Here", 1),
                "DENY",
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
        return new Opinion(verdict, List.of(), source);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "waiver, '', /waivers/new?model=a%2Fb&deployment=here&finding=policy%2Fhouse%2Flimit",
                "waiver, local, /waivers/new?model=a%2Fb&deployment=here&finding=policy%2Fhouse%2Flimit&source=local",
                "approval, '', none",
                "agreement, '', none",
            })
    void what_can_be_waived_leads_to_the_form(String liftedBy, String source, String address) {
        assertThat(opinion(source).newWaiver(reason(List.of(liftedBy), Optional.empty())))
                .isEqualTo(Optional.ofNullable(address));
    }

    @ParameterizedTest
    @CsvSource({
        "waiver:0190-x, /waivers/0190-x",
        "agreement:12, /instruments/12",
    })
    void what_is_waived_leads_to_the_waiver(String reference, String address) {
        var lifted = reason(
                List.of("waiver"),
                Optional.of(new VerdictDocument.Paper(
                        reference, "waiver", Optional.empty(), Optional.empty(), Optional.empty())));
        assertThat(opinion("").paper(lifted)).contains(address);
        assertThat(opinion("").newWaiver(lifted)).isEmpty();
    }
}
