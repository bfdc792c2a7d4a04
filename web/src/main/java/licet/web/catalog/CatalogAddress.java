package licet.web.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;

/** Addresses of catalog pages that can be sent to somebody else. */
final class CatalogAddress {
    private CatalogAddress() {}

    static String of(CatalogRequest request, String cursor) {
        var parts = new ArrayList<String>();
        add(parts, "q", request.q());
        add(parts, "license", request.license());
        add(parts, "country", request.country());
        add(parts, "verdict", request.verdict());
        if (!request.verdict().isEmpty()) {
            add(parts, "deployment", request.deployment());
        }
        add(parts, "sort", request.sort());
        add(parts, "cursor", cursor);
        return parts.isEmpty() ? "/" : "/?" + String.join("&", parts);
    }

    private static void add(List<String> parts, String name, String value) {
        if (!value.isEmpty()) {
            parts.add(name + "=" + URLEncoder.encode(value, UTF_8));
        }
    }
}
