package licet.rules.text;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Recognizes the HTML and Markdown that is left over in license files. */
final class Markup {
    /** Tags that stand inside a line; striking out is not among them, for it takes words back. */
    private static final Set<String> INLINE =
            Set.of("a", "b", "i", "u", "em", "strong", "ins", "span", "font", "small", "code", "tt", "big", "mark");

    private static final Set<String> BLOCK = Set.of(
            "p",
            "br",
            "hr",
            "div",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "table",
            "thead",
            "tbody",
            "tr",
            "td",
            "th",
            "pre",
            "center",
            "sup",
            "sub",
            "blockquote",
            "html",
            "head",
            "body",
            "section",
            "article",
            "img",
            "meta");

    private static final Map<String, Integer> ENTITIES = Map.ofEntries(
            Map.entry("quot", (int) '"'),
            Map.entry("apos", (int) '\''),
            Map.entry("lsquo", (int) '\''),
            Map.entry("rsquo", (int) '\''),
            Map.entry("ldquo", (int) '"'),
            Map.entry("rdquo", (int) '"'),
            Map.entry("amp", (int) '&'),
            Map.entry("nbsp", (int) ' '),
            Map.entry("shy", 0x00AD),
            Map.entry("hyphen", (int) '-'),
            Map.entry("ndash", 0x2013),
            Map.entry("mdash", 0x2014),
            Map.entry("lt", (int) '<'),
            Map.entry("gt", (int) '>'),
            Map.entry("le", 0x2264),
            Map.entry("ge", 0x2265),
            Map.entry("copy", 0x00A9),
            Map.entry("reg", 0x00AE),
            Map.entry("trade", 0x2122),
            Map.entry("sect", 0x00A7),
            Map.entry("bull", 0x2022),
            Map.entry("middot", 0x00B7),
            Map.entry("hellip", 0x2026),
            Map.entry("euro", 0x20AC),
            Map.entry("pound", 0x00A3),
            Map.entry("yen", 0x00A5));

    private static final String[] LINKS = {"(http://", "(https://", "(#", "(/", "(./", "(mailto:"};
    private static final int MAX_LENGTH = 2_000;
    private static final int MAX_ENTITY = 10;

    private Markup() {}

    sealed interface TagAt {}

    /** @param end first character behind the tag; {@code block} says that it also ends a line */
    record Tag(int end, boolean block) implements TagAt {}

    record NoTag() implements TagAt {}

    sealed interface EntityAt {}

    record Entity(int end, int symbol) implements EntityAt {}

    record NoEntity() implements EntityAt {}

    /** The tag that begins with the {@code <} at a place. */
    static TagAt tag(String source, int at) {
        int nameStart = at + 1 + (source.startsWith("/", at + 1) ? 1 : 0);
        int nameEnd = nameStart;
        while (nameEnd < source.length() && isNameSign(source.charAt(nameEnd)) && nameEnd - nameStart < MAX_ENTITY) {
            nameEnd++;
        }
        if (nameEnd == nameStart) {
            return new NoTag();
        }
        String name = source.substring(nameStart, nameEnd).toLowerCase(Locale.ROOT);
        boolean block = BLOCK.contains(name);
        if (!block && !INLINE.contains(name)) {
            return new NoTag();
        }
        // Bounded, or a text of many "<" would be searched to its end from each of them.
        int close = source.indexOf('>', nameEnd, Math.min(source.length(), nameEnd + MAX_LENGTH));
        return close >= 0 && isRest(source.substring(nameEnd, close)) ? new Tag(close + 1, block) : new NoTag();
    }

    /** Behind the name stand attributes or nothing: {@code <a person's name>} is a place to fill in. */
    private static boolean isRest(String rest) {
        return rest.isEmpty()
                || rest.equals("/")
                || (isSpace(rest.charAt(0))
                        && (rest.chars().allMatch(Markup::isSpace)
                                || rest.strip().equals("/")
                                || rest.contains("=")));
    }

    private static boolean isSpace(int symbol) {
        return Character.isWhitespace(symbol) || Character.isSpaceChar(symbol);
    }

    private static boolean isNameSign(char symbol) {
        return (symbol >= 'a' && symbol <= 'z') || (symbol >= 'A' && symbol <= 'Z') || (symbol >= '0' && symbol <= '9');
    }

    /** The entity that begins with the {@code &} at a place. */
    static EntityAt entity(String source, int at) {
        int end = at + 1;
        while (end < source.length()
                && end - at <= MAX_ENTITY
                && (isNameSign(source.charAt(end)) || source.charAt(end) == '#')) {
            end++;
        }
        if (end == at + 1 || !source.startsWith(";", end)) {
            return new NoEntity();
        }
        String name = source.substring(at + 1, end);
        int symbol = name.startsWith("#") ? number(name.substring(1)) : ENTITIES.getOrDefault(name, -1);
        return symbol < 0 ? new NoEntity() : new Entity(end + 1, symbol);
    }

    private static int number(String written) {
        boolean hex = written.startsWith("x") || written.startsWith("X");
        try {
            int symbol = hex ? Integer.parseInt(written, 1, written.length(), 16) : Integer.parseInt(written);
            return Character.isValidCodePoint(symbol) ? symbol : -1;
        } catch (NumberFormatException _) {
            return -1;
        }
    }

    /** A Markdown link is its text: where the target of {@code [text](target)} ends, or -1. */
    static int linkEnd(String source, int at) {
        if (!isLink(source, at + 1)) {
            return -1;
        }
        int depth = 0;
        boolean broken = false;
        for (int end = at + 1; end < source.length() && end - at <= MAX_LENGTH; end++) {
            char symbol = source.charAt(end);
            boolean blank = Character.isWhitespace(symbol);
            if (blank && !broken) {
                return -1;
            }
            // Only behind a hyphen can a line break stand inside a target.
            broken = symbol == '-' || blank;
            depth += symbol == '(' ? 1 : symbol == ')' ? -1 : 0;
            if (depth == 0) {
                return end + 1;
            }
        }
        return -1;
    }

    private static boolean isLink(String source, int at) {
        for (String start : LINKS) {
            if (source.regionMatches(true, at, start, 0, start.length())) {
                return true;
            }
        }
        return false;
    }
}
