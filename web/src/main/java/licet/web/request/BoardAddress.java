package licet.web.request;

import io.micronaut.core.convert.ConversionService;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.simple.SimpleHttpParameters;
import io.micronaut.http.uri.UriBuilder;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which list of requests an address means. @param values by parameter, without those that are empty */
record BoardAddress(Map<String, String> values) {
    private static final List<String> KNOWN =
            List.of("state", "deployment", "model", "stage", "neededBy", "requester", "sort");
    private static final String PLACE = "cursor";

    BoardAddress {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    static BoardAddress of(HttpParameters given) {
        var values = new TreeMap<String, String>();
        for (var name : KNOWN) {
            given.getFirst(name)
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .ifPresent(value -> values.put(name, value));
        }
        given.getFirst(PLACE).ifPresent(value -> values.put(PLACE, value));
        return new BoardAddress(values);
    }

    /** Of a query as it stands in an address; what is no part of it is left out. */
    static BoardAddress parse(String query) {
        var values = new TreeMap<String, String>();
        for (var part : query.split("&")) {
            String[] pair = part.split("=", 2);
            if (pair.length == 2 && KNOWN.contains(pair[0]) && !pair[1].isEmpty()) {
                values.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
            }
        }
        return new BoardAddress(values);
    }

    /** The same as the registry reads it. */
    HttpParameters parameters() {
        var all = new HashMap<CharSequence, List<String>>();
        values.forEach((name, value) -> all.put(name, List.of(value)));
        return new SimpleHttpParameters(all, ConversionService.SHARED);
    }

    /** Without the place of a page. */
    String query() {
        var address = address();
        return address.contains("?") ? address.substring(address.indexOf('?') + 1) : "";
    }

    String address() {
        var address = UriBuilder.of("/requests");
        values.forEach((name, value) -> {
            if (!name.equals(PLACE)) {
                address.queryParam(name, value);
            }
        });
        return address.build().toString();
    }

    /** @param cursor of the page that follows */
    String next(String cursor) {
        return address() + (address().contains("?") ? "&" : "?") + PLACE + "=" + cursor;
    }

    boolean narrows() {
        return values.keySet().stream().anyMatch(name -> !name.equals(PLACE) && !name.equals("sort"));
    }
}
