package licet.registry.platform.http;

import io.micronaut.http.HttpRequest;

/** From where a request comes, for counting attempts. */
public final class ClientAddress {
    private ClientAddress() {}

    public static String of(HttpRequest<?> request) {
        return request.getRemoteAddress().getAddress().getHostAddress();
    }
}
