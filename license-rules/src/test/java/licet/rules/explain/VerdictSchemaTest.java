package licet.rules.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.ArrayList;
import java.util.Set;
import java.util.SortedMap;
import licet.rules.Corpus;
import licet.rules.cases.CaseWorld;
import licet.rules.format.CanonicalJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs read verdicts by their schema: every verdict of the case book follows it. */
class VerdictSchemaTest {
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Corpus.resource("/licet/schema/verdict.schema.json"));

    private static final SortedMap<String, VerdictDocument> DOCUMENTS = CaseWorld.documents();

    private static Set<?> problems(String json) {
        return SCHEMA.validate(
                json, InputFormat.JSON, context -> context.getExecutionConfig().setFormatAssertionsEnabled(true));
    }

    @Test
    void every_verdict_of_the_case_book_follows_the_schema() {
        var wrong = new ArrayList<String>();
        DOCUMENTS.forEach((file, document) ->
                problems(CanonicalJson.write(document)).forEach(problem -> wrong.add(file + ": " + problem)));
        assertThat(wrong).isEmpty();
    }

    @Test
    void what_a_program_relies_on_cannot_be_missing_or_misspelled() {
        String json = CanonicalJson.write(DOCUMENTS.get(DOCUMENTS.firstKey()));
        assertThat(problems(json)).isEmpty();
        assertThat(problems(json.replace("\"verdict\":\"ALLOW\"", "\"verdict\":\"MAYBE\"")))
                .isNotEmpty();
        assertThat(problems(json.replace("\"permitted\":true", "\"permitted\":\"yes\"")))
                .isNotEmpty();
        assertThat(problems(json.replace("\"sentence\":", "\"phrase\":"))).isNotEmpty();
        assertThat(problems(json.replace("licet/verdict/1", "licet/verdict/0"))).isNotEmpty();
        assertThat(problems(json.replace("\"evaluatedAt\":\"2026", "\"evaluatedAt\":\"in 2026")))
                .isNotEmpty();
        assertThat(problems(json.replaceFirst("\\{", "{\"later\":1,")))
                .as("fields may be added")
                .isEmpty();
    }

    @Test
    void a_verdict_from_before_a_field_was_added_is_read() {
        var document = DOCUMENTS.get("B03-entity-alone-over-the-cap.yaml");
        String before = CanonicalJson.write(document).replaceAll("\"liftedBy\":\\[[^]]*],", "");
        assertThat(before).isNotEqualTo(CanonicalJson.write(document));
        assertThat(problems(before)).isEmpty();
        assertThat(CanonicalJson.read(before, VerdictDocument.class).reasons())
                .isNotEmpty()
                .allSatisfy(reason -> assertThat(reason.liftedBy()).isEmpty());
    }

    @Test
    void paragraphs_hold_what_a_lawyer_asks_for() {
        var documents = DOCUMENTS;
        var cap = documents.get("B03-entity-alone-over-the-cap.yaml").reasons().getFirst();
        assertThat(cap.paragraph())
                .startsWith("Section 2 of “Llama")
                .contains(
                        "no rights above 700,000,000 monthly active users",
                        "the licensee and its affiliates",
                        "Decisive figure: ",
                        "source: case",
                        "LICENSE of ",
                        "The breach would be ours.",
                        "What can lift it: an agreement.");
        var read = documents.values().stream()
                .flatMap(document -> document.reasons().stream())
                .toList();
        assertThat(read).anyMatch(reason -> reason.paragraph().contains("through its lineage: "));
        assertThat(read).anyMatch(reason -> reason.paragraph().contains("The breach is upstream"));
        assertThat(read).anyMatch(reason -> reason.paragraph().contains("It does not reach: "));
        assertThat(read).anyMatch(reason -> reason.paragraph().contains("It is lifted by "));
        assertThat(read).anyMatch(reason -> reason.paragraph().contains("No instrument can lift it."));
    }

    @Test
    void those_who_may_not_see_figures_read_only_on_which_side_they_lie() {
        var open = DOCUMENTS;
        var closed = CaseWorld.documents(false);
        int figures = 0;
        for (var file : open.keySet()) {
            String hidden = CanonicalJson.write(closed.get(file));
            for (var reason : open.get(file).reasons()) {
                for (var fact : reason.facts()) {
                    if (fact.fact().startsWith("figure:") && !reason.text().contains(fact.value())) {
                        figures++;
                        assertThat(hidden).as(file).doesNotContain("\"" + fact.value(), ": " + fact.value() + ",");
                        assertThat(reason.paragraph()).as(file).contains(": " + fact.value() + ",");
                    }
                }
            }
            closed.get(file).reasons().stream()
                    .flatMap(reason -> reason.facts().stream())
                    .filter(fact -> fact.fact().startsWith("figure:"))
                    .forEach(fact -> assertThat(fact.value()).matches("(meets|stays below) the limit of .*"));
        }
        assertThat(figures).isGreaterThan(10);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            C01-llama-4-for-a-company-in-the-union | seat:acme                     | Germany
            F01-military                           | deployment:fields             | military use
            F08-training-a-model-on-outputs        | deployment:outputs-train      | language models that do not compete with the licensor's
            F13-the-right-name                     | deployment:derived-model-name | Llama-Acme-70B
            A07-non-commercial-tool                | deployment:commercial         | yes
            C10-place-of-use                       | deployment:places-of-use      | South Korea
            C12-place-of-output                    | deployment:places-of-output   | United Kingdom
            """)
    void the_fact_that_decided_is_named_with_its_value(String file, String fact, String value) {
        var reasons = DOCUMENTS.get(file + ".yaml").reasons().stream()
                .filter(reason ->
                        reason.facts().stream().anyMatch(shown -> shown.fact().equals(fact)))
                .toList();
        assertThat(reasons)
                .isNotEmpty()
                .allSatisfy(reason -> assertThat(reason.facts())
                        .anySatisfy(shown -> assertThat(shown.value()).contains(value)));
        assertThat(reasons).allSatisfy(reason -> assertThat(reason.paragraph()).contains("Decisive fact: ", value));
    }

    @Test
    void the_paragraph_of_the_verdict_says_what_it_was_made_from() {
        var document = DOCUMENTS.get("B03-entity-alone-over-the-cap.yaml");
        assertThat(document.paragraph())
                .startsWith("Judged at 2026-11-22 12:00 UTC from version 1 of the deployment")
                .contains("under policy none version 1", "Findings that refuse: 1; that ask for something: 0")
                .endsWith("Nothing that went into the verdict is dated.");
    }
}
