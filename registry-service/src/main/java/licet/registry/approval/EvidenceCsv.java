package licet.registry.approval;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import licet.registry.platform.Csv;

/** Evidence as lines of a spreadsheet: one request a line, lists in one cell. */
final class EvidenceCsv {
    private static final List<String> COLUMNS = List.of(
            "request",
            "state",
            "requester",
            "source",
            "model",
            "revision",
            "deployment",
            "justification",
            "needed by",
            "licenses",
            "clauses",
            "reviewers",
            "conditions",
            "findings lifted",
            "instruments",
            "policy",
            "policy version",
            "round",
            "basis",
            "created",
            "decided",
            "valid from",
            "valid until",
            "ended",
            "end reason");

    private EvidenceCsv() {}

    static String head() {
        return Csv.line(COLUMNS.stream());
    }

    static String line(EvidenceLine line) {
        return Csv.line(Stream.of(
                line.request().toString(),
                line.state().word(),
                line.requester().login(),
                line.about().source(),
                line.about().model(),
                line.about().revision(),
                line.about().deployment(),
                line.justification(),
                text(line.neededBy()),
                list(line.licenses(), license -> license.artifact() + "/" + license.key()),
                list(line.clauses(), reason -> reason.about() + " " + reason.finding()),
                list(line.reviewers(), EvidenceCsv::decided),
                list(line.conditions(), EvidenceCsv::condition),
                String.join("; ", line.lifts()),
                String.join("; ", line.instruments()),
                line.policy().key(),
                Integer.toString(line.policy().version()),
                Integer.toString(line.round()),
                text(line.basis()),
                line.createdAt().toString(),
                text(line.decidedAt()),
                text(line.approval().map(EvidenceLine.Approval::from)),
                text(line.approval().map(EvidenceLine.Approval::until)),
                text(line.approval().flatMap(EvidenceLine.Approval::endedAt)),
                line.approval().map(EvidenceLine.Approval::endReason).orElse("")));
    }

    private static String decided(ApprovalRequest.Decided vote) {
        String person = vote.onBehalfOf()
                .map(away -> vote.person().login() + " for " + away.login())
                .orElse(vote.person().login());
        return "round %d %s: %s by %s at %s: %s"
                .formatted(vote.round(), vote.stage(), vote.decision().word(), person, vote.at(), vote.reason());
    }

    private static String condition(ApprovalRequest.Condition condition) {
        String done = condition.done().map(how -> "done at " + how.at()).orElse("open");
        return "%s (%s, due %s, %s)"
                .formatted(condition.words(), condition.owner().login(), condition.due(), done);
    }

    private static <T> String list(List<T> values, Function<T, String> text) {
        return values.stream().map(text).collect(Collectors.joining("; "));
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }
}
