package licet.registry.platform.http;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where browsers find this installation, for addresses that other sites send them back to. */
@Singleton
public final class PublicAddress {
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
}
