package licet.registry.attestation;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Pattern;

/** Keys as the text files that openssl writes. */
final class PemText {
    /** How somebody makes a key that can be read here. */
    static final String HOW =
            "make one with: openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out attestation-key.pem";

    private static final Pattern PRIVATE =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final int LINE = 64;

    private PemText() {}

    /** @param setting what to name when the text is no key; the text itself is a secret and is never shown */
    static ECPrivateKey parse(String setting, String text) {
        var block = PRIVATE.matcher(text);
        if (!block.find()) {
            throw refused(setting, null);
        }
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(block.group(1));
            var key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(bytes));
            return (ECPrivateKey) key;
        } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException other) {
            throw refused(setting, other);
        }
    }

    static IllegalArgumentException refused(String setting, @org.jspecify.annotations.Nullable Exception cause) {
        return new IllegalArgumentException(
                setting + " is not an unencrypted PKCS#8 PEM key on the curve P-256; " + HOW, cause);
    }

    static String write(String kind, byte[] encoded) {
        var lines = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(encoded);
        return "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n";
    }
}
