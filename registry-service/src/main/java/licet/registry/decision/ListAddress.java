package licet.registry.decision;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import licet.rules.verdict.Answer;

/**
 * What a list is asked for, written in the one way in which it is sent, saved and compared: in one order, without what
 * nobody asked for. Reading it gives the same list again.
 */
public final class ListAddress {
    private ListAddress() {}

    /** Values by the name of the parameter; empty for the whole list in its usual order. */
    public static Map<String, List<String>> parameters(ModelFilter filter, ModelSort sort) {
        var all = new LinkedHashMap<String, List<String>>();
        filter.text().ifPresent(text -> all.put(ModelFilters.TEXT, List.of(text)));
        all.put(ModelFilters.VERDICT, verdicts(filter.verdicts()));
        for (Facet facet : Facet.values()) {
            all.put(facet.word(), filter.valuesOf(facet).stream().sorted().toList());
        }
        all.values().removeIf(List::isEmpty);
        if (sort != ModelSort.NAME) {
            all.put(ModelFilters.SORT, List.of(sort.word()));
        }
        return Collections.unmodifiableMap(all);
    }

    private static List<String> verdicts(AskedVerdicts asked) {
        var inEach = asked.inEach().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(one -> one.getValue().stream()
                        .sorted()
                        .map(answer -> one.getKey().value() + ":" + answer.name()));
        return Stream.concat(asked.inAny().stream().sorted().map(Answer::name), inEach)
                .toList();
    }

    /** As it stands behind the question mark; several values of one parameter have commas between them. */
    public static String query(Map<String, List<String>> parameters) {
        return parameters.entrySet().stream()
                .map(one -> one.getKey() + "="
                        + one.getValue().stream().map(ListAddress::encoded).collect(Collectors.joining(",")))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8).replace("%3A", ":").replace("%2F", "/");
    }

    /** The reverse; what is no such text throws the problem that says so. */
    public static Map<String, List<String>> parse(String query) {
        var all = new LinkedHashMap<String, List<String>>();
        for (String part : query.split("&")) {
            if (!part.isEmpty()) {
                int equals = part.indexOf('=');
                String name = decoded(equals < 0 ? part : part.substring(0, equals), query);
                all.computeIfAbsent(name, _ -> new ArrayList<>())
                        .add(equals < 0 ? "" : decoded(part.substring(equals + 1), query));
            }
        }
        return all;
    }

    private static String decoded(String text, String query) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            throw ModelParameters.malformed(
                    "parameters", query, "write them as an address does: %25 for a percent sign, %26 for &");
        }
    }
}
