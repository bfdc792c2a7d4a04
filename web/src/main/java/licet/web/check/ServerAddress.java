package licet.web.check;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Where a registry answers. Tokens travel in the open only on this machine. */
public record ServerAddress(URI uri) {
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    public ServerAddress {
        String scheme = Optional.ofNullable(uri.getScheme()).orElse("");
        String host = Optional.ofNullable(uri.getHost()).orElse("");
        if (host.isEmpty() || !scheme.equals("https") && !scheme.equals("http") || uri.getRawUserInfo() != null) {
            throw new CheckProblem("server-form", uri);
        }
        if (scheme.equals("http") && !HERE.contains(host)) {
            throw new CheckProblem("server-plain", uri);
        }
    }

    public static ServerAddress parse(String text) {
        try {
            return new ServerAddress(URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text));
        } catch (IllegalArgumentException malformed) {
            throw new CheckProblem("server-form", text);
        }
    }

    URI at(String path) {
        return URI.create(uri + path);
    }
}
