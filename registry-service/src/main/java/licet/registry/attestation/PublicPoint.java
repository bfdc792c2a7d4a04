package licet.registry.attestation;

import com.nimbusds.jose.jwk.Curve;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Optional;
import javax.crypto.KeyAgreement;

/**
 * The public half of a private key. Not every file holds it, and the JDK does not compute it; but agreeing on a secret with
 * the generator of the curve gives the first coordinate, the equation of the curve gives two for the second, and one of
 * those verifies what the key signs.
 */
final class PublicPoint {
    private static final byte[] PROBE = "licet".getBytes(StandardCharsets.US_ASCII);

    private PublicPoint() {}

    /** Empty for a key on another curve than P-256. */
    static Optional<ECPublicKey> find(ECPrivateKey secret) {
        try {
            return Curve.P_256.equals(Curve.forECParameterSpec(secret.getParams()))
                    ? Optional.of(of(secret))
                    : Optional.empty();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has the curve P-256", impossible);
        }
    }

    private static ECPublicKey of(ECPrivateKey secret) throws GeneralSecurityException {
        var curve = secret.getParams();
        var prime = ((ECFieldFp) curve.getCurve().getField()).getP();
        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(secret);
        agreement.doPhase(key(curve.getGenerator(), curve), true);
        var x = new BigInteger(1, agreement.generateSecret());
        var square = x.pow(3)
                .add(curve.getCurve().getA().multiply(x))
                .add(curve.getCurve().getB());
        // The prime of P-256 is 3 modulo 4, so this power is a root.
        var y = square.modPow(prime.add(BigInteger.ONE).shiftRight(2), prime);
        var candidate = key(new ECPoint(x, y), curve);
        return verifies(secret, candidate) ? candidate : key(new ECPoint(x, prime.subtract(y)), curve);
    }

    private static ECPublicKey key(ECPoint point, ECParameterSpec curve) throws GeneralSecurityException {
        return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, curve));
    }

    private static boolean verifies(ECPrivateKey secret, ECPublicKey candidate) throws GeneralSecurityException {
        var signature = Signature.getInstance(SigningKey.ALGORITHM);
        signature.initSign(secret);
        signature.update(PROBE);
        byte[] made = signature.sign();
        signature.initVerify(candidate);
        signature.update(PROBE);
        return signature.verify(made);
    }
}
