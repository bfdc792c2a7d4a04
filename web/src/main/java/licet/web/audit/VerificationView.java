package licet.web.audit;

import java.util.Optional;
import licet.registry.platform.audit.AuditPart;
import licet.registry.platform.audit.AuditVerification;
import licet.registry.platform.audit.HeadMark;

/**
 * What reading a part of the chain found.
 *
 * @param place where heads are written outside; absent where nowhere
 * @param marks how many heads stand there
 */
public record VerificationView(AuditPart part, Optional<String> place, int marks, Optional<HeadMark> last) {
    /** Whether there is more to read. */
    public boolean goesOn() {
        return part.ended().isEmpty();
    }

    public boolean isIntact() {
        return part.ended().filter(AuditVerification.Intact.class::isInstance).isPresent();
    }

    /** The last part of the key of a text that says what is wrong. */
    public String flaw() {
        return part.ended().map(VerificationView::word).orElse("");
    }

    private static String word(AuditVerification found) {
        return switch (found) {
            case AuditVerification.Intact _ -> "";
            case AuditVerification.Altered _ -> "altered";
            case AuditVerification.Missing _ -> "missing";
            case AuditVerification.EndDiffers _ -> "end";
            case AuditVerification.Rewritten _ -> "rewritten";
            case AuditVerification.MarkUnreadable _ -> "unreadable";
        };
    }

    /** First argument of that text: a number of an entry, or a file. */
    public String first() {
        return part.ended().map(VerificationView::first).orElse("");
    }

    private static String first(AuditVerification found) {
        return switch (found) {
            case AuditVerification.Intact(var head) -> Long.toString(head.seq());
            case AuditVerification.Altered(var seq) -> Long.toString(seq);
            case AuditVerification.Missing missing -> Long.toString(missing.from());
            case AuditVerification.EndDiffers end -> Long.toString(end.reached().seq());
            case AuditVerification.Rewritten other -> Long.toString(other.seq());
            case AuditVerification.MarkUnreadable unreadable -> unreadable.file();
        };
    }

    /** Second argument: a number of an entry or a line, or a moment. */
    public String second() {
        return part.ended().map(VerificationView::second).orElse("");
    }

    private static String second(AuditVerification found) {
        return switch (found) {
            case AuditVerification.Intact _, AuditVerification.Altered _ -> "";
            case AuditVerification.Missing(var from, var to) -> Long.toString(to);
            case AuditVerification.EndDiffers(var reached, var expected) -> Long.toString(expected.seq());
            case AuditVerification.Rewritten(var seq, var marked) -> marked.toString();
            case AuditVerification.MarkUnreadable(var file, var line) -> Long.toString(line);
        };
    }
}
