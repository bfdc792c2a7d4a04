package licet.rules.obligation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import licet.rules.evidence.EvidenceRef;
import licet.rules.license.Clause;
import licet.rules.license.License;
import licet.rules.license.LicenseCatalog;
import licet.rules.verdict.Finding;
import licet.rules.verdict.Subject;

/**
 * One duty of one model.
 *
 * @param words exact words where the text fixes them
 * @param basis the model and clause, with the condition under which it becomes due
 */
record Due(
        Held held,
        Finding.Obliges finding,
        List<EvidenceRef> evidence,
        License license,
        Optional<String> words,
        Basis basis) {

    Clause.Duty.Kind kind() {
        return finding.duty();
    }

    /** What every duty says in the reader's language, and on which clause it rests. */
    static List<Due> all(List<Held> models, LicenseCatalog catalog, Sentences sentences) {
        var all = new ArrayList<Due>();
        for (var held : models) {
            for (var cited : held.verdict().findings()) {
                if (cited.finding() instanceof Finding.Obliges obliges
                        && obliges.subject() instanceof Subject.OfClause subject) {
                    all.add(new Due(
                            held,
                            obliges,
                            cited.evidence(),
                            catalog.get(subject.license()),
                            Optional.of(obliges.because().arguments().getLast()).filter(text -> !text.isBlank()),
                            sentences.basis(held, subject, obliges.questions())));
                }
            }
        }
        return all;
    }
}
