package licet.registry.attestation;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import licet.registry.platform.ClosedChoice;

/**
 * Whether an attestation still stands: schema {@value #SCHEMA}.
 *
 * @param payloadSha256 of the bytes that were signed: the status is of that document and of no other
 */
@Schema(name = "AttestationStatus")
record AttestationStatus(
        String schema,
        UUID id,
        boolean stands,
        String state,
        String payloadSha256,
        Instant issuedAt,
        Instant validUntil,
        Instant checkedAt) {
    static final String SCHEMA = "licet/attestation-status/1";

    /** What became of it. */
    enum State implements ClosedChoice {
        STANDS("stands"),
        /** Its time is over. */
        EXPIRED("expired"),
        /** The gate would not permit now what it permitted then. */
        REVOKED("revoked"),
        /** The key that signed it is no longer one of this installation. */
        KEY_WITHDRAWN("key-withdrawn");

        private final String word;

        State(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    static AttestationStatus of(Attestation of, State state, Instant now) {
        return new AttestationStatus(
                SCHEMA,
                of.id(),
                state == State.STANDS,
                state.word(),
                of.payloadSha256(),
                of.issuedAt(),
                of.validUntil(),
                now);
    }
}
