package licet.registry.platform.http;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The cookie that continues a session. Over HTTPS its name forbids that another host of the domain sets it. */
@Singleton
public final class SessionCookies {
    private static final String PLAIN = "licet-session";
    private static final String SECURE = "__Host-licet-session";

    private final boolean publicHttps;

    SessionCookies(@Value("${licet.public-url:}") String publicUrl) {
        this.publicHttps = publicUrl.startsWith("https://");
    }

    /** For the answer to a sign-in. It ends with the browser; the server ends it earlier. */
    public Cookie issue(String sessionId, HttpRequest<?> request) {
        var secure = isSecure(request);
        return Cookie.of(secure ? SECURE : PLAIN, sessionId)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite(SameSite.Strict);
    }

    /** For the answer to a sign-out. */
    public Cookie clear(HttpRequest<?> request) {
        return issue("", request).maxAge(0);
    }

    /** The session id that came with the request, whether it is still good or not. */
    public Optional<String> find(HttpRequest<?> request) {
        return request.getCookies()
                .findCookie(isSecure(request) ? SECURE : PLAIN)
                .map(Cookie::getValue);
    }

    boolean isSecure(HttpRequest<?> request) {
        return publicHttps || request.isSecure();
    }
}
