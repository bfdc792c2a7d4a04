package licet.rules.obligation;

import java.util.List;
import java.util.TreeSet;
import licet.rules.facts.Ids;
import licet.rules.license.Clause;
import licet.rules.license.Field;
import licet.rules.license.LicenseCatalog;

/** The restrictions that have to be passed on, in own words: one sentence a field, however many terms have it. */
final class HandDown {
    private final LicenseCatalog catalog;
    private final Sentences sentences;

    HandDown(LicenseCatalog catalog, Sentences sentences) {
        this.catalog = catalog;
        this.sentences = sentences;
    }

    private record Banned(Field field, Clause.FieldOfUse.Strength strength) {}

    List<Pack.Restriction> restrictions(List<Due> duties) {
        var all = new Once<Banned>();
        for (var due : duties) {
            if (due.kind() == Clause.Duty.Kind.PASS_ON_RESTRICTIONS) {
                catalog.clausesOf(due.license()).forEach(clause -> add(all, due, clause));
            }
        }
        return all.list((banned, basis) -> new Pack.Restriction(
                Ids.of(banned.field()),
                Ids.of(banned.strength()),
                sentences.get(
                        "hand-down." + Ids.of(banned.strength()), sentences.shared("field." + Ids.of(banned.field()))),
                basis));
    }

    private void add(Once<Banned> all, Due due, Clause clause) {
        if (clause instanceof Clause.FieldOfUse field) {
            var cite =
                    sentences.citations().cite(due.license().key(), field.head().citation());
            new TreeSet<>(field.banned())
                    .forEach(banned -> all.add(
                            new Banned(banned, field.strength()),
                            new Basis(
                                    due.basis().models(),
                                    List.of(cite),
                                    due.basis().condition())));
        }
    }
}
