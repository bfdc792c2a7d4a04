package licet.registry.identity;

import java.util.HexFormat;
import licet.registry.platform.Sha256;

/** Which login somebody gets who comes from a provider for the first time. */
final class LoginWishes {
    private static final int TAIL = 12;

    private LoginWishes() {}

    /** The first wish that a login can be, else a made-up one that is the same each time. */
    static String choose(ProvidedIdentity identity) {
        return identity.logins().stream()
                .map(String::strip)
                .filter(NewPerson::isLogin)
                .findFirst()
                .orElseGet(() -> madeUp(identity));
    }

    private static String madeUp(ProvidedIdentity identity) {
        var hash = Sha256.of(identity.issuer() + "\n" + identity.subject());
        return "person-" + HexFormat.of().formatHex(hash).substring(0, TAIL);
    }
}
