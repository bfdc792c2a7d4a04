package licet.registry.attestation;

import io.swagger.v3.oas.annotations.media.Schema;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * A signed document as DSSE 1.0 wraps it.
 *
 * @param payload base64 of the bytes that were signed
 */
@Schema(name = "AttestationEnvelope")
record Envelope(String payloadType, String payload, List<Signed> signatures) {
    static final String IN_TOTO = "application/vnd.in-toto+json";

    Envelope {
        signatures = List.copyOf(signatures);
    }

    /**
     * @param keyid SHA-256 of the public key
     * @param sig base64 of an ECDSA signature with SHA-256 over P-256
     */
    @Schema(name = "AttestationSignature")
    record Signed(String keyid, String sig) {}

    static Envelope of(byte[] payload, SigningKey key) {
        var base64 = Base64.getEncoder();
        var signed = new Signed(key.id(), base64.encodeToString(key.sign(preAuthentication(payload))));
        return new Envelope(IN_TOTO, base64.encodeToString(payload), List.of(signed));
    }

    /** What is signed instead of the bytes alone, so that a signature of one kind of document fits no other. */
    private static byte[] preAuthentication(byte[] payload) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(("DSSEv1 " + IN_TOTO.length() + " " + IN_TOTO + " " + payload.length + " ")
                .getBytes(StandardCharsets.US_ASCII));
        all.writeBytes(payload);
        return all.toByteArray();
    }
}
