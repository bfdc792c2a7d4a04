package licet.registry.attestation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;

/** An envelope as a receiver reads it, by the words of the specification. */
record SignedText(JsonNode envelope) {
    static SignedText parse(String body) {
        return new SignedText(json(body));
    }

    static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException wrong) {
            throw new AssertionError(text, wrong);
        }
    }

    byte[] payload() {
        return Base64.getDecoder().decode(envelope.get("payload").asText());
    }

    JsonNode statement() {
        return json(new String(payload(), StandardCharsets.UTF_8));
    }

    JsonNode extension() {
        return statement().get("predicate").get("urn:licet:attestation:1");
    }

    String keyId() {
        return envelope.at("/signatures/0/keyid").asText();
    }

    byte[] signature() {
        return Base64.getDecoder().decode(envelope.at("/signatures/0/sig").asText());
    }

    boolean isSignedBy(JWKSet keys) {
        return verifies(keys, payload(), signature());
    }

    boolean verifies(JWKSet keys, byte[] payload, byte[] signature) {
        try {
            String type = envelope.get("payloadType").asText();
            var verifier = Signature.getInstance("SHA256withECDSA");
            verifier.initVerify(keys.getKeyByKeyId(keyId()).toECKey().toECPublicKey());
            verifier.update("DSSEv1 %d %s %d "
                    .formatted(type.length(), type, payload.length)
                    .getBytes(StandardCharsets.UTF_8));
            verifier.update(payload);
            return verifier.verify(signature);
        } catch (JOSEException | GeneralSecurityException wrong) {
            return false;
        }
    }
}
