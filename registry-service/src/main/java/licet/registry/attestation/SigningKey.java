package licet.registry.attestation;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import licet.rules.format.CanonicalJson;

/**
 * A key that signs, or did.
 *
 * @param id SHA-256 of the public half, as DSSE and JWS name it
 * @param from first moment at which it signs
 * @param notAfter first moment at which nothing that it signed is valid, where it ends
 */
record SigningKey(String id, ECPrivateKey secret, ECPublicKey open, Instant from, Optional<Instant> notAfter) {
    static final String ALGORITHM = "SHA256withECDSA";

    /** @param setting what to name when the text is no key that can be used */
    static SigningKey parse(String setting, String pem, Instant from, Optional<Instant> notAfter) {
        var secret = PemText.parse(setting, pem);
        var open = PublicPoint.find(secret).orElseThrow(() -> PemText.refused(setting, null));
        return new SigningKey(CanonicalJson.sha256(open.getEncoded()), secret, open, from, notAfter);
    }

    boolean signsAt(Instant moment) {
        return !moment.isBefore(from) && notAfter.map(moment::isBefore).orElse(true);
    }

    /** In the form that DSSE has. */
    byte[] sign(byte[] bytes) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
        }
    }

    JWSSigner signer() throws JOSEException {
        return new ECDSASigner(secret);
    }

    /** What everybody may know. */
    ECKey published() {
        var key = new ECKey.Builder(Curve.P_256, open)
                .keyID(id)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.ES256);
        if (from.isAfter(Instant.EPOCH)) {
            key.notBeforeTime(Date.from(from));
        }
        notAfter.map(Date::from).ifPresent(key::expirationTime);
        return key.build();
    }

    @Override
    public String toString() {
        return "SigningKey[" + id + "]";
    }
}
