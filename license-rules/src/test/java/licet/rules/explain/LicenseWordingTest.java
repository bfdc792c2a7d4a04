package licet.rules.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.stream.Stream;
import licet.rules.Knowledge;
import licet.rules.facts.Ids;
import licet.rules.format.Remarks;
import licet.rules.license.Act;
import licet.rules.license.Clause;
import licet.rules.license.Grant;
import licet.rules.license.License;
import licet.rules.license.LicenseCatalog;
import licet.rules.license.LicenseClass;
import licet.rules.license.LicenseKey;
import licet.rules.license.difference.Difference;
import licet.rules.license.difference.Differences;
import org.junit.jupiter.api.Test;

class LicenseWordingTest {
    private static final LicenseCatalog CATALOG = Knowledge.load(false).licenses();
    private static final LicenseWording WORDING = new LicenseWording(Locale.ENGLISH);

    @Test
    void every_clause_of_every_license_is_said_in_whole_sentences() {
        assertThat(CATALOG.licenses())
                .allSatisfy(license -> assertThat(CATALOG.clausesOf(license))
                        .allSatisfy(clause -> assertThat(WORDING.clause(clause, "The text"))
                                .isNotEmpty()
                                .allSatisfy(sentence -> assertThat(sentence)
                                        .matches("(?s)[\\p{Lu}“].*[.”:]|.*\\.")
                                        .doesNotContain("{", "null"))));
    }

    @Test
    void the_bundle_holds_the_words_of_every_list_and_no_others() {
        var asked = new TreeSet<String>();
        Stream.of(
                        each("grant", Grant.State.class),
                        each("class", LicenseClass.class),
                        each("terms", License.Terms.Kind.class),
                        each("control", License.Terms.ControlTest.class),
                        each("effect", Clause.UsageCap.Effect.class),
                        each("term", Clause.Term.Kind.class),
                        each("change", Difference.HeadChanged.Part.class),
                        Stream.of("change.grant", "change.at", "duty.compatible", "term.with", "licensor.anybody"))
                .flatMap(keys -> keys)
                .forEach(asked::add);
        assertThat(ResourceBundle.getBundle("licet.messages.licenses").keySet())
                .containsExactlyInAnyOrderElementsOf(asked);
    }

    private static <E extends Enum<E>> Stream<String> each(String list, Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(value -> list + "." + Ids.of(value));
    }

    @Test
    void a_limit_is_said_on_all_its_axes() {
        var cap = CATALOG.get(new LicenseKey("llama-3.1-community")).clauses().stream()
                .filter(Clause.UsageCap.class::isInstance)
                .map(Clause.UsageCap.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(WORDING.limits(cap))
                .containsExactly(new LicenseWording.Limit(
                        "above 700,000,000 monthly active users",
                        "all products and services",
                        "the licensee and its affiliates",
                        "measured once, for 2024-06",
                        "no rights"));
    }

    @Test
    void every_difference_inside_a_family_is_said() {
        CATALOG.licenses()
                .forEach(before -> CATALOG.licenses().stream()
                        .filter(after -> after.family().equals(before.family()))
                        .flatMap(after -> Differences.between(CATALOG, before, after).stream())
                        .forEach(one -> {
                            var change = WORDING.change(one, "Before", "After");
                            assertThat(change.what()).isNotBlank();
                            assertThat(change.before() + change.after()).isNotBlank();
                            assertThat(change.before().isEmpty())
                                    .isEqualTo(change.kind().equals("added"));
                            assertThat(change.after().isEmpty())
                                    .isEqualTo(change.kind().equals("gone"));
                        }));
    }

    @Test
    void remarks_belong_to_the_entry_below_them() {
        var remarks = Remarks.parse("""
                # What the words
                # cannot say.
                schema: 1
                grants:
                  use: {state: granted, section: 1}
                  # Nobody may pass it on.
                  sublicense: {state: withheld, section: 2}
                clauses:
                  # Read as a duty.
                  - id: badge
                    kind: duty
                  - id: notice
                """);
        assertThat(remarks.head()).isEqualTo("What the words cannot say.");
        assertThat(remarks.find(Ids.of(Act.SUBLICENSE))).contains("Nobody may pass it on.");
        assertThat(remarks.find("badge")).contains("Read as a duty.");
        assertThat(remarks.find("notice")).isEmpty();
        assertThat(remarks.find(Ids.of(Act.USE))).isEmpty();
    }
}
