package licet.registry.platform.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/**
 * The cookie of a browser that is at a provider to sign in. Unlike a session's, it comes along when the provider sends
 * the browser back; it opens nothing by itself.
 */
@Singleton
public final class FlowCookies {
    private static final String PLAIN = "licet-sign-in";
    private static final String SECURE = "__Host-licet-sign-in";

    private final SessionCookies sessions;

    FlowCookies(SessionCookies sessions) {
        this.sessions = sessions;
    }

    public Cookie issue(String secret, Duration goodFor, HttpRequest<?> request) {
        var secure = sessions.isSecure(request);
        return Cookie.of(secure ? SECURE : PLAIN, secret)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite(SameSite.Lax)
                .maxAge(goodFor);
    }

    public Cookie clear(HttpRequest<?> request) {
        return issue("", Duration.ZERO, request);
    }

    public Optional<String> find(HttpRequest<?> request) {
        return request.getCookies()
                .findCookie(sessions.isSecure(request) ? SECURE : PLAIN)
                .map(Cookie::getValue);
    }
}
