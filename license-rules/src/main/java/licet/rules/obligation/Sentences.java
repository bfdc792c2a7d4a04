package licet.rules.obligation;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import licet.rules.explain.Citations;
import licet.rules.explain.Messages;
import licet.rules.explain.VerdictDocument;
import licet.rules.explain.Wording;
import licet.rules.facts.Organization;
import licet.rules.facts.Question;
import licet.rules.license.LicenseCatalog;
import licet.rules.verdict.Finding;
import licet.rules.verdict.Subject;

/** The words of the pack in one language. */
final class Sentences {
    private final Messages messages;
    private final Messages verdicts;
    private final Wording wording;
    private final Citations citations;

    Sentences(LicenseCatalog catalog, Locale locale, Organization organization) {
        this.messages = Messages.of("obligations", locale);
        this.verdicts = Messages.of(locale);
        this.wording = new Wording(verdicts, locale, organization);
        this.citations = new Citations(catalog, verdicts);
    }

    String get(String key, Object... arguments) {
        return messages.get(key, arguments);
    }

    /** A word that verdicts use as well, for example a field of use. */
    String shared(String key) {
        return verdicts.get(key);
    }

    String of(Finding finding) {
        return wording.sentence(finding);
    }

    Citations citations() {
        return citations;
    }

    Basis basis(Held held, Subject.OfClause subject, Collection<Question> open) {
        return new Basis(
                List.of(held.model().value()),
                List.of(cite(subject)),
                open.isEmpty() ? Optional.empty() : Optional.of(wording.questions(open)));
    }

    private VerdictDocument.Cite cite(Subject.OfClause subject) {
        return citations.cite(subject.license(), subject.citation());
    }
}
