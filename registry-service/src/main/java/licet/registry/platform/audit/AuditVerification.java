package licet.registry.platform.audit;

import java.time.Instant;

/** What reading the whole chain found: the first thing that is wrong, or nothing. */
public sealed interface AuditVerification {
    record Intact(Head head) implements AuditVerification {}

    /** The row does not hash to what it says, or does not follow the row before it. */
    record Altered(long seq) implements AuditVerification {}

    /** Rows between two others are gone. */
    record Missing(long from, long to) implements AuditVerification {}

    /** The rows end elsewhere than the head says: the tail was removed, or rows were added past the head. */
    record EndDiffers(Head reached, Head expected) implements AuditVerification {}

    /** The chain is whole in itself, but it is not the one whose head was written outside of the database. */
    record Rewritten(long seq, Instant marked) implements AuditVerification {}

    /** What was written outside cannot be read: the file and its line, from 1. */
    record MarkUnreadable(String file, long line) implements AuditVerification {}
}
