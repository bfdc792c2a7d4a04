package licet.rules.obligation;

import java.util.List;
import java.util.Set;
import licet.rules.facts.Deployment;
import licet.rules.facts.Organization;
import licet.rules.license.Clause;

/** Lines of the notice file, badges and notices of modification. */
final class FixedWords {
    private static final Set<Clause.Duty.Kind> NOTICES =
            Set.of(Clause.Duty.Kind.NOTICE_FILE, Clause.Duty.Kind.ATTRIBUTION);
    private static final Set<Clause.Duty.Kind> MODIFIED =
            Set.of(Clause.Duty.Kind.MODIFICATION_NOTICE, Clause.Duty.Kind.DISCLOSE_MODIFICATIONS);

    private final Sentences sentences;

    FixedWords(Sentences sentences) {
        this.sentences = sentences;
    }

    List<Pack.Words> notices(List<Due> duties) {
        return words(duties, NOTICES);
    }

    List<Pack.Words> badges(List<Due> duties) {
        return words(duties, Set.of(Clause.Duty.Kind.BADGE, Clause.Duty.Kind.DISPLAY_MODEL_NAME));
    }

    private static List<Pack.Words> words(List<Due> duties, Set<Clause.Duty.Kind> kinds) {
        var all = new Once<String>();
        duties.stream()
                .filter(due -> kinds.contains(due.kind()))
                .forEach(due -> due.words().ifPresent(words -> all.add(words, due.basis())));
        return all.list(Pack.Words::new);
    }

    /** One notice for each model and license, with blanks for the date and the changes. */
    List<Pack.Words> modifications(List<Due> duties, Deployment deployment, Organization organization) {
        String licensee = organization.get(deployment.licensee()).name();
        var all = new Once<String>();
        duties.stream()
                .filter(due -> MODIFIED.contains(due.kind()))
                .forEach(due -> all.add(
                        sentences.get(
                                "modified",
                                due.held().model().value(),
                                due.held().revision(),
                                due.license().names().title(),
                                licensee),
                        due.basis()));
        return all.list(Pack.Words::new);
    }
}
