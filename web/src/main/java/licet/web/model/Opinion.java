package licet.web.model;

import io.micronaut.http.uri.UriBuilder;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import licet.rules.explain.VerdictDocument;
import licet.rules.explain.VerdictDocument.Reason;
import licet.rules.explain.VerdictDocument.Source;

/**
 * One verdict with everything that explains it.
 *
 * @param source of an imported model, empty for the Hub
 */
public record Opinion(VerdictDocument verdict, List<OpenQuestion> questions, String source) {
    private static final String WAIVER = "waiver";
    private static final String NOTE = "NOTE";
    private static final String NEEDS = "NEEDS";
    private static final Pattern PAPER = Pattern.compile("(?:agreement|acceptance|legal-position):(\\d+)|waiver:(.+)");

    public Opinion {
        questions = List.copyOf(questions);
    }

    public Opinion(VerdictDocument verdict, List<OpenQuestion> questions) {
        this(verdict, questions, "");
    }

    /** The same about a model from elsewhere. */
    Opinion from(String other) {
        return new Opinion(verdict, questions, other);
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

    /** Where the paper or the waiver stands that lifted a reason. */
    public Optional<String> paper(Reason reason) {
        return reason.instrument()
                .map(lifting -> PAPER.matcher(lifting.id()))
                .filter(Matcher::matches)
                .map(found -> found.group(1) == null ? "/waivers/" + found.group(2) : "/instruments/" + found.group(1));
    }

    /** The form for a waiver of a reason; empty where none can lift it or one does. */
    public Optional<String> newWaiver(Reason reason) {
        return reason.instrument().isEmpty() && reason.liftedBy().contains(WAIVER)
                ? Optional.of(waiver(reason))
                : Optional.empty();
    }

    private String waiver(Reason reason) {
        var address = UriBuilder.of("/waivers/new")
                .queryParam("model", verdict.model().id())
                .queryParam("deployment", verdict.deployment().key())
                .queryParam("finding", reason.id());
        if (!source.isEmpty()) {
            address.queryParam("source", source);
        }
        return address.build().toString();
    }

    /** Forms for papers that can lift a reason. */
    public List<PaperAddress> newPapers(Reason reason) {
        return PaperAddress.of(verdict, reason);
    }

    public boolean hasChanges() {
        return !verdict.changes().isEmpty() || !verdict.flips().isEmpty();
    }
}
