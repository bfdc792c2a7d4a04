package licet.rules.text;

/**
 * Takes markup and typography off a text, so that words and line breaks are left in plain characters. One pass, and what
 * is looked ahead is bounded, whatever the text holds.
 */
final class CleanText {
    private static final String NOTHING = "";
    private static final char SOFT_HYPHEN = '\u00AD';

    private final String source;
    private final StringBuilder out;

    private CleanText(String source) {
        this.source = source;
        this.out = new StringBuilder(source.length());
    }

    static String of(String source) {
        return new CleanText(source).read();
    }

    private String read() {
        int from = 0;
        int at = 0;
        while (at < source.length()) {
            char symbol = source.charAt(at);
            if (isPlain(symbol)) {
                at++;
                continue;
            }
            out.append(source, from, at);
            at = symbol < 128 ? markup(at, symbol) : foreign(at);
            from = at;
        }
        return out.append(source, from, at).toString();
    }

    private static boolean isPlain(char symbol) {
        return symbol < 128 && symbol != '<' && symbol != '&' && symbol != '\\' && symbol != '\r' && symbol != ']';
    }

    private int markup(int at, char symbol) {
        return switch (symbol) {
            case '<' -> tag(at);
            case '&' -> entity(at);
            case ']' -> {
                out.append(' ');
                yield Math.max(Markup.linkEnd(source, at), at + 1);
            }
            case '\r' -> {
                out.append(source.startsWith("\n", at + 1) ? NOTHING : "\n");
                yield at + 1;
            }
            // A backslash stands before what Markdown shall not read.
            default -> at + 1;
        };
    }

    private int tag(int at) {
        return switch (Markup.tag(source, at)) {
            case Markup.Tag(var end, var block) -> {
                out.append(block ? "\n" : NOTHING);
                yield end;
            }
            case Markup.NoTag() -> {
                out.append('<');
                yield at + 1;
            }
        };
    }

    private int entity(int at) {
        return switch (Markup.entity(source, at)) {
            case Markup.Entity(var end, var symbol) -> {
                plain(symbol);
                yield end;
            }
            case Markup.NoEntity() -> {
                out.append('&');
                yield at + 1;
            }
        };
    }

    private int foreign(int at) {
        int symbol = source.codePointAt(at);
        if (symbol == SOFT_HYPHEN && at + 1 < source.length() && !Character.isWhitespace(source.charAt(at + 1))) {
            return at + 1;
        }
        plain(symbol);
        return at + Character.charCount(symbol);
    }

    private void plain(int symbol) {
        switch (symbol) {
            case '\u2018', '\u2019', '\u201A', '\u201B', '\u2032', '\u00B4', '\u02BC' -> out.append('\'');
            case SOFT_HYPHEN, '\u2010', '\u2011', '\u2012', '\u2013', '\u2043', '\u2212' -> out.append('-');
            case '\u200B', '\u200C', '\u200D', '\u200E', '\u200F', '\u2060', '\uFEFF' -> {}
            case '\u0085', '\u2028', '\u2029' -> out.append('\n');
            case '\u2264', '\u2A7D' -> out.append("<=");
            case '\u2265', '\u2A7E' -> out.append(">=");
            default -> {
                if (symbol >= '\uFF01' && symbol <= '\uFF5E') {
                    out.append((char) (symbol - 0xFEE0));
                } else {
                    out.append(
                            Character.getType(symbol) == Character.SPACE_SEPARATOR ? " " : Character.toString(symbol));
                }
            }
        }
    }
}
