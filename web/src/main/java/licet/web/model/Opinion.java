package licet.web.model;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import licet.rules.explain.VerdictDocument;
import licet.rules.explain.VerdictDocument.Reason;
import licet.rules.explain.VerdictDocument.Source;

/** One verdict with everything that explains it. */
public record Opinion(VerdictDocument verdict, List<OpenQuestion> questions) {
    private static final String NOTE = "NOTE";
    private static final String NEEDS = "NEEDS";
    private static final Pattern PAPER = Pattern.compile("(?:agreement|acceptance|legal-position):(\\d+)");

    public Opinion {
        questions = List.copyOf(questions);
    }

    /** Reasons that make the answer what it is. */
    public List<Reason> deciding() {
        return verdict.reasons().stream()
                .filter(reason -> !reason.effect().equals(NOTE))
                .toList();
    }

    /** Reasons that are worth knowing and change nothing. */
    public List<Reason> notes() {
        return verdict.reasons().stream()
                .filter(reason -> reason.effect().equals(NOTE))
                .toList();
    }

    /** Reasons that ask people for something that is no fact. */
    public List<Reason> lacking() {
        var asking = questions.stream()
                .flatMap(question -> question.reasons().stream())
                .toList();
        return verdict.reasons().stream()
                .filter(reason -> reason.effect().equals(NEEDS) && !asking.contains(reason.id()))
                .toList();
    }

    /** Several statements of one place are cited once. */
    public List<Source> sources(Reason reason) {
        return reason.evidence().stream().distinct().toList();
    }

    /** Where the file of a source can be read here; empty for what is no text for people. */
    public Optional<String> readAt(Source source) {
        return FileAddress.of(
                source.model(),
                source.revision(),
                source.file(),
                source.sha256().isPresent());
    }

    /** The case at the clearing desk on which a reason waits. */
    public Optional<String> caseOf(Reason reason) {
        return CaseAddress.of(verdict, reason);
    }

    /** Where on the page a reason stands; ids are not enough, since one clause can speak at two nodes. */
    public String anchor(Reason reason) {
        return "reason-" + verdict.reasons().indexOf(reason);
    }

    /** The first reason of that id, absent when a question names none that is shown. */
    public Optional<String> anchorOf(String reasonId) {
        return verdict.reasons().stream()
                .filter(reason -> reason.id().equals(reasonId))
                .findFirst()
                .map(this::anchor);
    }

    /** Where the paper stands that lifted a reason. */
    public Optional<String> paper(Reason reason) {
        return reason.instrument()
                .map(lifting -> PAPER.matcher(lifting.id()))
                .filter(Matcher::matches)
                .map(found -> "/instruments/" + found.group(1));
    }

    /** Forms for papers that can lift a reason. */
    public List<PaperAddress> newPapers(Reason reason) {
        return PaperAddress.of(verdict, reason);
    }

    public boolean hasChanges() {
        return !verdict.changes().isEmpty() || !verdict.flips().isEmpty();
    }
}
