package licet.registry.platform;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** JSON with one spelling for one value: keys sorted, no spaces, so that its bytes can be hashed and compared. */
public final class CanonicalJson {
    private CanonicalJson() {}

    /** Takes maps with string keys, lists, strings, booleans, whole numbers and null; numbers with fractions are text. */
    public static String write(@Nullable Object value) {
        var out = new StringBuilder();
        append(value, out);
        return out.toString();
    }

    private static void append(@Nullable Object value, StringBuilder out) {
        switch (value) {
            case null -> out.append("null");
            case Boolean flag -> out.append(flag.booleanValue());
            case Long number -> out.append(number.longValue());
            case Integer number -> out.append(number.intValue());
            case Map<?, ?> map -> appendMap(map, out);
            case List<?> list -> appendList(list, out);
            case Double fraction -> throw new IllegalArgumentException("write fractions as text: " + fraction);
            case Float fraction -> throw new IllegalArgumentException("write fractions as text: " + fraction);
            default -> appendText(value.toString(), out);
        }
    }

    private static void appendMap(Map<?, ?> map, StringBuilder out) {
        var sorted = new TreeMap<String, @Nullable Object>();
        map.forEach((key, value) -> sorted.put(String.valueOf(key), value));
        var separator = "{";
        for (var entry : sorted.entrySet()) {
            out.append(separator);
            appendText(entry.getKey(), out);
            out.append(':');
            append(entry.getValue(), out);
            separator = ",";
        }
        out.append(sorted.isEmpty() ? "{}" : "}");
    }

    private static void appendList(List<?> list, StringBuilder out) {
        var separator = "[";
        for (var element : list) {
            out.append(separator);
            append(element, out);
            separator = ",";
        }
        out.append(list.isEmpty() ? "[]" : "]");
    }

    private static void appendText(String text, StringBuilder out) {
        out.append('"');
        for (var i = 0; i < text.length(); i++) {
            appendCharacter(text.charAt(i), out);
        }
        out.append('"');
    }

    private static void appendCharacter(char character, StringBuilder out) {
        switch (character) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (character < 0x20) {
                    out.append("\\u00").append(Character.forDigit(character >> 4, 16));
                    out.append(Character.forDigit(character & 0xF, 16));
                } else {
                    out.append(character);
                }
            }
        }
    }
}
