package licet.registry.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import licet.registry.platform.audit.AuditPart;
import licet.registry.platform.audit.AuditVerification;

/**
 * What reading a part of the chain found.
 *
 * @param result intact, altered, missing, end-differs, rewritten or mark-unreadable; absent while there is more to read
 * @param from number of the first entry that was read
 * @param reached number of the last entry that is in order
 * @param end number of the last entry by the head row
 * @param next with which entry to go on; absent when the chain was read to its end or to a flaw
 * @param flaw what is wrong, in a sentence
 */
@Schema(name = "AuditVerification")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record VerificationDocument(
        Optional<String> result, long from, long reached, long end, Optional<Long> next, Optional<String> flaw) {
    static VerificationDocument of(AuditPart part) {
        var ended = part.ended();
        return new VerificationDocument(
                ended.map(VerificationDocument::word),
                part.from(),
                part.reached().seq(),
                part.end().seq(),
                ended.isPresent() ? Optional.empty() : Optional.of(part.next()),
                ended.flatMap(VerificationDocument::sentence));
    }

    private static String word(AuditVerification found) {
        return switch (found) {
            case AuditVerification.Intact _ -> "intact";
            case AuditVerification.Altered _ -> "altered";
            case AuditVerification.Missing _ -> "missing";
            case AuditVerification.EndDiffers _ -> "end-differs";
            case AuditVerification.Rewritten _ -> "rewritten";
            case AuditVerification.MarkUnreadable _ -> "mark-unreadable";
        };
    }

    private static Optional<String> sentence(AuditVerification found) {
        return switch (found) {
            case AuditVerification.Intact _ -> Optional.empty();
            case AuditVerification.Altered(var seq) -> Optional.of("entry " + seq + " was altered");
            case AuditVerification.Missing(var from, var to) ->
                Optional.of("entries " + from + " to " + to + " are missing");
            case AuditVerification.EndDiffers(var reached, var expected) ->
                Optional.of("the chain ends at entry " + reached.seq() + ", but the last one was " + expected.seq());
            case AuditVerification.Rewritten(var seq, var marked) ->
                Optional.of("entry " + seq + " is not the one whose hash was written outside at " + marked);
            case AuditVerification.MarkUnreadable(var file, var line) ->
                Optional.of("line " + line + " of " + file + " outside of the database cannot be read");
        };
    }
}
