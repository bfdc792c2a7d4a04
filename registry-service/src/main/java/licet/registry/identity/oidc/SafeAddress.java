package licet.registry.identity.oidc;

import java.net.URI;
import java.util.Set;

/** Codes and tokens travel encrypted. Only to this machine itself they need not. */
public final class SafeAddress {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private SafeAddress() {}

    public static URI demand(URI address) {
        var host = address.getHost();
        var safe = host != null
                && ("https".equals(address.getScheme())
                        || "http".equals(address.getScheme()) && THIS_MACHINE.contains(host));
        if (!safe) {
            throw new IllegalArgumentException("not an https address: " + address);
        }
        return address;
    }
}
