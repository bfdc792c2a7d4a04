package licet.rules.license.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import licet.rules.Knowledge;
import licet.rules.license.Citation;
import licet.rules.license.Clause;
import licet.rules.license.LicenseCatalog;
import licet.rules.license.LicenseKey;
import licet.rules.license.Scope;
import org.junit.jupiter.api.Test;

class DifferencesTest {
    private static final LicenseCatalog CATALOG = Knowledge.load(false).licenses();

    private static List<Difference> between(String before, String after) {
        return Differences.between(CATALOG, CATALOG.get(new LicenseKey(before)), CATALOG.get(new LicenseKey(after)));
    }

    private static Clause.Term term(String id, String document, String section, String detail) {
        var head = new Clause.Head(id, new Citation(document, section), Scope.ALL);
        return new Clause.Term(head, Clause.Term.Kind.GOVERNING_LAW, detail);
    }

    @Test
    void no_text_differs_from_itself() {
        assertThat(CATALOG.licenses())
                .allSatisfy(license -> assertThat(Differences.between(CATALOG, license, license))
                        .isEmpty());
    }

    @Test
    void llama_3_1_lets_outputs_train_other_models_and_llama_3_did_not() {
        assertThat(between("llama-3-community", "llama-3.1-community"))
                .anySatisfy(one -> assertThat(one)
                        .isInstanceOfSatisfying(
                                Difference.ClauseGone.class,
                                gone -> assertThat(gone.clause()).isInstanceOf(Clause.OutputTraining.class)));
    }

    @Test
    void llama_3_2_brought_the_territory() {
        assertThat(between("llama-3.1-community", "llama-3.2-community"))
                .filteredOn(Difference.ClauseAdded.class::isInstance)
                .extracting(one -> ((Difference.ClauseAdded) one).clause())
                .hasAtLeastOneElementOfType(Clause.Territory.class);
    }

    @Test
    void a_clause_that_moved_or_was_renamed_is_the_same_clause() {
        var before = List.<Clause>of(term("law", "old", "7", "California"));
        assertThat(Differences.between(before, List.of(term("law", "new", "9", "California"))))
                .isEmpty();
        assertThat(Differences.between(before, List.of(term("courts", "new", "9", "California"))))
                .isEmpty();
    }

    @Test
    void a_clause_that_says_something_else_has_changed() {
        var before = term("law", "old", "7", "California");
        var after = term("law", "new", "7", "Ireland");
        assertThat(Differences.between(List.of(before), List.of(after)))
                .containsExactly(new Difference.ClauseChanged(before, after));
    }

    @Test
    void of_two_clauses_that_say_the_same_the_one_with_the_id_is_taken() {
        var first = term("first", "old", "1", "California");
        var second = term("second", "old", "2", "California");
        assertThat(Differences.between(List.of(first, second), List.of(term("second", "new", "5", "California"))))
                .containsExactly(new Difference.ClauseGone(first));
    }
}
