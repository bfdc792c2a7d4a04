package licet.registry.platform.http;

import io.micronaut.http.HttpRequest;
import java.util.Optional;

/** Who sent a request, for code that renders pages and has no controller argument at hand. */
public final class Callers {
    private Callers() {}

    public static Optional<Principal> find(HttpRequest<?> request) {
        return PrincipalBinder.find(request);
    }

    /** What forms of this request's page must carry; empty when nobody is signed in. */
    public static Optional<String> findFormToken(HttpRequest<?> request) {
        return find(request)
                .map(Principal::via)
                .filter(Principal.Via.Session.class::isInstance)
                .map(via -> ((Principal.Via.Session) via).formToken().value());
    }
}
