package licet.registry.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Base64;
import licet.registry.platform.Sha256;

/**
 * Proves that a form was rendered for this session. Derived from the session id, which no other site can know, and does
 * not give the id away.
 */
public record FormToken(String value) {
    /** The hidden field of every form. */
    public static final String FIELD = "form-token";

    /** For scripts, in place of the field. */
    public static final String HEADER = "X-Form-Token";

    public static FormToken of(String sessionId) {
        var hash = Sha256.of("licet form token\n" + sessionId);
        return new FormToken(Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
    }

    /** Takes the same time wherever they differ. */
    boolean matches(String sent) {
        return MessageDigest.isEqual(value.getBytes(UTF_8), sent.getBytes(UTF_8));
    }

    @Override
    public String toString() {
        return "FormToken[…]";
    }
}
