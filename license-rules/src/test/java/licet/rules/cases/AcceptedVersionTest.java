package licet.rules.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import licet.rules.explain.VerdictDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which version of a text binds is said by the acceptance of our entity, while it acts, and by nothing else. */
class AcceptedVersionTest {
    private static final String VERSIONS = """
            title: Two versions of one name, of which the second bans the use
            rule: Semantics, instruments
            models: [{id: some-lab/versioned, evidence: [{name: test-versioned}]}]
            deployment: {fields: [military]}
            instruments: [%s]
            expect: {verdict: ALLOW}
            """;

    private static VerdictDocument document(String template, String instruments) {
        var legal = CaseReader.parse("table.yaml", template.formatted(instruments));
        return Judge.document(legal, Judge.verdict(legal));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            nothing                  |                                                                  | NEEDS |            |
            the first version        | {kind: acceptance, licensees: [acme], text: test-versioned-1}    | ALLOW |            | a
            the second version       | {kind: acceptance, licensees: [acme], text: test-versioned-2}    | DENY  |            | a
            for this very model      | {kind: acceptance, models: [some-lab/versioned], text: test-versioned-1} | ALLOW | | a
            until a day              | {kind: acceptance, text: test-versioned-1, until: 2026-12-01}    | ALLOW | 2026-12-01 | a
            for another entity       | {kind: acceptance, licensees: [other], text: test-versioned-1}   | NEEDS |            |
            for another model        | {kind: acceptance, models: [some-lab/other], text: test-versioned-1} | NEEDS |        |
            for another deployment   | {kind: acceptance, deployments: [other], text: test-versioned-1} | NEEDS |            |
            not yet                  | {kind: acceptance, text: test-versioned-1, from: 2026-12-01}     | NEEDS | 2026-12-01 |
            no longer                | {kind: acceptance, text: test-versioned-1, until: 2026-11-22}    | NEEDS |            |
            a text that it cannot be | {kind: acceptance, text: mit}                                    | NEEDS |            |
            no text at all           | {kind: acceptance, lifts: [identification/self/weights/one-of]}  | NEEDS |            |
            an agreement             | {kind: agreement, lifts: [identification/self/weights/one-of], text: test-versioned-1} | NEEDS | |
            a legal position         | {kind: legal-position, lifts: [identification/self/weights/one-of], text: test-versioned-1} | NEEDS | |
            """)
    void the_version_that_binds(String what, String instrument, String verdict, String until, String by) {
        var given = Optional.ofNullable(instrument).map(text -> text.replaceFirst("\\{", "{id: a, "));
        var document = document(VERSIONS, given.orElse(""));
        assertThat(document.verdict()).isEqualTo(verdict);
        assertThat(document.validUntil())
                .isEqualTo(Optional.ofNullable(until).map(day -> Instant.parse(day + "T00:00:00Z")));
        assertThat(document.reasons().stream()
                        .flatMap(reason -> reason.instrument().stream())
                        .map(VerdictDocument.Paper::id))
                .isEqualTo(Optional.ofNullable(by).stream().toList());
    }

    @Test
    void two_acceptances_that_contradict_each_other_say_nothing_until_one_ends() {
        var both = "{id: a, kind: acceptance, text: test-versioned-1, until: 2027-01-01},"
                + " {id: b, kind: acceptance, text: test-versioned-2, until: 2026-12-24}";
        var document = document(VERSIONS, both);
        assertThat(document.verdict()).isEqualTo("NEEDS");
        assertThat(document.validUntil()).contains(Instant.parse("2026-12-24T00:00:00Z"));
    }

    @Test
    void the_verdict_cites_what_was_accepted_and_until_when_it_counts() {
        var document =
                document(VERSIONS, "{id: 'acceptance:7', kind: acceptance, text: test-versioned-1, until: 2026-12-24}");
        var reason = document.reasons().stream()
                .filter(each -> each.effect().equals("WAIVED"))
                .findFirst()
                .orElseThrow();
        assertThat(reason.id()).isEqualTo("identification/self/weights/one-of");
        assertThat(reason.paragraph()).contains("It is lifted by acceptance:7, which acts until 2026-12-24 00:00 UTC.");
        assertThat(reason.instrument())
                .contains(new VerdictDocument.Paper(
                        "acceptance:7",
                        "acceptance",
                        Optional.of(Instant.parse("2026-12-24T00:00:00Z")),
                        Optional.of("test-versioned-1"),
                        Optional.empty()));
    }

    @Test
    void an_open_version_is_answered_by_an_acceptance_or_a_clearing() {
        var open = document(VERSIONS, "").reasons().getFirst();
        assertThat(open.effect()).isEqualTo("NEEDS");
        assertThat(open.liftedBy()).containsExactly("acceptance");
    }
}
