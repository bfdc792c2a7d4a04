package licet.tests.standin;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parameters of a request, in order; names may repeat, and {@code name[]} is {@code name}. */
record Query(List<Parameter> parameters) {
    Query {
        parameters = List.copyOf(parameters);
    }

    record Parameter(String name, String value) {}

    static Query parse(@Nullable String raw) {
        List<Parameter> parameters = new ArrayList<>();
        for (String pair : raw == null || raw.isEmpty() ? new String[0] : raw.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            String name = decode(parts[0]).replaceFirst("\\[]$", "");
            parameters.add(new Parameter(name, parts.length < 2 ? "" : decode(parts[1])));
        }
        return new Query(parameters);
    }

    /** All values of a name; a value with commas counts as several. */
    List<String> all(String name) {
        return parameters.stream()
                .filter(p -> p.name().equals(name))
                .flatMap(p -> Arrays.stream(p.value().split(",")))
                .filter(value -> !value.isEmpty())
                .toList();
    }

    Optional<String> find(String name) {
        return parameters.stream()
                .filter(p -> p.name().equals(name))
                .map(Parameter::value)
                .findFirst();
    }

    boolean flag(String name) {
        return find(name)
                .filter(v -> v.equalsIgnoreCase("true") || v.equals("1"))
                .isPresent();
    }

    int number(String name, int fallback) {
        return find(name)
                .filter(v -> v.matches("\\d{1,6}"))
                .map(Integer::parseInt)
                .orElse(fallback);
    }

    /** The same parameters with another value of one, written for an address. */
    String with(String name, String value) {
        var out = new StringBuilder();
        parameters.stream()
                .filter(p -> !p.name().equals(name))
                .forEach(p -> out.append(encode(p.name()))
                        .append('=')
                        .append(encode(p.value()))
                        .append('&'));
        return out.append(name).append('=').append(encode(value)).toString();
    }

    static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
