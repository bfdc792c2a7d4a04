package licet.registry.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.Optional;

/** Where to go on after signing in: a path of this site and nothing else, whoever wrote the link. */
public record ReturnAddress(String path) {
    /** The query parameter of the sign-in page. */
    public static final String PARAMETER = "to";

    private static final String SIGN_IN = "/sign-in";

    /** Empty when it could lead elsewhere. */
    public static Optional<ReturnAddress> parse(String text) {
        if (!text.startsWith("/") || text.startsWith("//") || text.chars().anyMatch(ReturnAddress::isDangerous)) {
            return Optional.empty();
        }
        return Optional.of(new ReturnAddress(text));
    }

    /** The sign-in page that returns here. */
    public URI signIn() {
        return path.equals("/")
                ? URI.create(SIGN_IN)
                : URI.create(SIGN_IN + "?" + PARAMETER + "=" + URLEncoder.encode(path, UTF_8));
    }

    /** Browsers read a backslash as a slash and drop control characters. */
    private static boolean isDangerous(int character) {
        return character == '\\' || character <= 0x20 || character == 0x7f;
    }
}
