package licet.registry.platform.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.net.URI;

/** Whether a browser says that a request that changes something comes from a page of ours. */
final class SameOrigin {
    private SameOrigin() {}

    /** Browsers send at least one of the two headers with every form; a request without any is not a form. */
    static boolean isShownBy(HttpRequest<?> request) {
        var fetchSite = request.getHeaders().get("Sec-Fetch-Site");
        if (fetchSite != null) {
            return fetchSite.equals("same-origin");
        }
        var origin = request.getHeaders().get(HttpHeaders.ORIGIN);
        var host = request.getHeaders().get(HttpHeaders.HOST);
        return origin != null && host != null && host.equalsIgnoreCase(authority(origin));
    }

    private static String authority(String origin) {
        try {
            var authority = URI.create(origin).getRawAuthority();
            return authority == null ? "" : authority;
        } catch (IllegalArgumentException notAnOrigin) {
            return "";
        }
    }
}
