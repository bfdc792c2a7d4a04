package licet.registry.platform.http;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where browsers find this installation, for addresses that other sites send them back to. */
@Singleton
public final class PublicAddress {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final String configured;

    PublicAddress(@Value("${licet.public-url:}") @Nullable String configured) {
        var given = configured == null ? "" : configured;
        this.configured = given.endsWith("/") ? given.substring(0, given.length() - 1) : given;
    }

    /** Without configuration, the address that the browser itself used. */
    public URI of(HttpRequest<?> request, String path) {
        if (!configured.isEmpty()) {
            return URI.create(configured + path);
        }
        var host = request.getHeaders().get(HttpHeaders.HOST);
        return URI.create((request.isSecure() ? "https://" : "http://") + host + path);
    }

    /** For what is written without a request at hand: without configuration the path alone. */
    public String link(String path) {
        return configured + path;
    }

    /**
     * For what is signed, in which no caller may choose a name. Without configuration only the address of a machine that
     * calls itself is taken from the request.
     */
    public Optional<URI> findSafe(HttpRequest<?> request) {
        if (!configured.isEmpty()) {
            return Optional.of(URI.create(configured));
        }
        try {
            var used = of(request, "");
            return Optional.ofNullable(used.getHost())
                    .filter(THIS_MACHINE::contains)
                    .map(host -> used);
        } catch (IllegalArgumentException nonsense) {
            return Optional.empty();
        }
    }
}
