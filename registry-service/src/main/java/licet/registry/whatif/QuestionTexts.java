package licet.registry.whatif;

import java.util.Locale;
import licet.rules.explain.Messages;
import licet.rules.explain.Wording;
import licet.rules.facts.Organization;

/** Questions in the words in which verdicts ask them. */
public final class QuestionTexts {
    private final Wording wording;

    public QuestionTexts(Locale locale, Organization organization) {
        this.wording = new Wording(Messages.of(locale), locale, organization);
    }

    /** What cannot be understood stands for itself. */
    public String of(String id) {
        return QuestionIds.find(id).map(wording::question).orElse(id);
    }
}
