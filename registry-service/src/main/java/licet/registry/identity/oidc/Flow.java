package licet.registry.identity.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import licet.registry.platform.Sha256;
import licet.registry.platform.http.SecretHash;

/**
 * One trip of one browser to the provider and back. Only the browser holds the secret; everything that the trip needs
 * follows from it, and none of it leads back.
 */
record Flow(String secret) {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final int RANDOM_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Flow random() {
        var bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return new Flow(encode(bytes));
    }

    static Optional<Flow> parse(String cookie) {
        return SHAPE.matcher(cookie).matches() ? Optional.of(new Flow(cookie)) : Optional.empty();
    }

    SecretHash hash() {
        return SecretHash.of(secret);
    }

    /** Comes back with the browser: an answer to somebody else's question has another. */
    String state() {
        return derive("state");
    }

    boolean hasState(String sent) {
        return MessageDigest.isEqual(state().getBytes(UTF_8), sent.getBytes(UTF_8));
    }

    /** Comes back inside the ID token: a token of another trip has another. */
    String nonce() {
        return derive("nonce");
    }

    /** Shown to the provider with the code, which is worth nothing without. */
    String verifier() {
        return derive("verifier");
    }

    private String derive(String purpose) {
        return encode(Sha256.of("licet sign-in " + purpose + "\n" + secret));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "Flow[…]";
    }
}
