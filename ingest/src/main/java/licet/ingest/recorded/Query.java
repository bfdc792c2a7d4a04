package licet.ingest.recorded;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parameters of a request, in order; names may repeat. */
record Query(List<Parameter> parameters) {
    record Parameter(String name, String value) {}

    static Query parse(@Nullable String raw) {
        List<Parameter> parameters = new ArrayList<>();
        for (String pair : raw == null || raw.isEmpty() ? new String[0] : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            parameters.add(new Parameter(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1))));
        }
        return new Query(parameters);
    }

    List<String> all(String name) {
        return parameters.stream()
                .filter(p -> p.name().equals(name))
                .map(Parameter::value)
                .toList();
    }

    Optional<String> find(String name) {
        return all(name).stream().findFirst();
    }

    boolean flag(String name) {
        return find(name).filter(v -> v.equals("true") || v.equals("1")).isPresent();
    }

    int number(String name, int fallback) {
        return find(name)
                .filter(v -> v.matches("\\d{1,6}"))
                .map(Integer::parseInt)
                .orElse(fallback);
    }

    /** The same parameters with another cursor. */
    String withCursor(String cursor) {
        var out = new StringBuilder();
        parameters.stream()
                .filter(p -> !p.name().equals("cursor"))
                .forEach(p -> out.append(encode(p.name()))
                        .append('=')
                        .append(encode(p.value()))
                        .append('&'));
        return out.append("cursor=").append(encode(cursor)).toString();
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
