package licet.registry.platform.audit;

import java.util.Optional;

/**
 * A part of the chain that was read.
 *
 * @param from number of the first entry that was to be read
 * @param reached the last entry that is in order
 * @param end where the chain ends by the head row
 * @param ended what the reading of the whole chain came to; empty while there is more to read
 */
public record AuditPart(long from, Head reached, Head end, Optional<AuditVerification> ended) {
    /** Number of the entry with which to go on. */
    public long next() {
        return reached.seq() + 1;
    }
}
