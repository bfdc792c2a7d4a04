package licet.web.fact;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What stands in the fields of a form, by their ids: as it was typed, or as it would have been for facts on record. */
record Typed(Map<String, List<String>> values) {
    private static final Pattern VERSION = Pattern.compile("\\d{1,9}");

    Typed {
        values = Map.copyOf(values);
    }

    /** @param body one value for a field, or several */
    static Typed of(Map<String, Object> body) {
        var all = new LinkedHashMap<String, List<String>>();
        body.forEach((name, value) -> all.put(
                name,
                value instanceof Collection<?> several
                        ? several.stream().map(Typed::text).toList()
                        : List.of(text(value))));
        return new Typed(all);
    }

    private static String text(Object value) {
        return value.toString().strip();
    }

    List<String> all(String id) {
        return values.getOrDefault(id, List.of());
    }

    /** Empty where nothing was sent. */
    String one(String id) {
        var all = all(id);
        return all.isEmpty() ? "" : all.getFirst();
    }

    boolean wants(String action) {
        return one("do").equals(action);
    }

    /** The version from which the change started; 0 for something new. */
    int from() {
        String version = one("from");
        return VERSION.matcher(version).matches() ? Integer.parseInt(version) : 0;
    }
}
