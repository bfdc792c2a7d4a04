package licet.rules.text;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Cuts a clean text into words. One pass, no backtracking, whatever the text holds. */
final class WordScanner {
    private static final String MONEY = "$€£¥%";
    private static final int MAX_FENCE = 20;

    private final String text;
    private final List<Range> skipped;
    private final Words words;
    private int nextSkip = 0;

    /** @param start first character; {@code end} is the one after the last */
    record Range(int start, int end) {}

    WordScanner(String text, List<Range> skipped) {
        this.text = text;
        this.skipped = skipped;
        this.words = new Words(text.length());
    }

    Words scan() {
        int at = skip(0);
        while (at < text.length()) {
            at = skip(step(at));
        }
        return words;
    }

    private int skip(int at) {
        int position = at;
        while (nextSkip < skipped.size() && skipped.get(nextSkip).start() <= position) {
            position = Math.max(position, skipped.get(nextSkip++).end());
        }
        return position;
    }

    private int step(int at) {
        char symbol = text.charAt(at);
        if (symbol < 128) {
            return isAsciiWord(symbol) ? word(at) : sign(at, symbol);
        }
        int point = text.codePointAt(at);
        if (isIdeograph(point)) {
            return single(at, at + Character.charCount(point));
        }
        if (Character.isLetterOrDigit(point)) {
            return word(at);
        }
        int next = at + Character.charCount(point);
        return MONEY.indexOf(point) >= 0 || isNumberSign(point) ? single(at, next) : next;
    }

    /** Signs that change what a text says, and so count as words. */
    private int sign(int at, char symbol) {
        return switch (symbol) {
            case '$', '%' -> single(at, at + 1);
            case '<', '>' -> comparator(at);
            case '+' -> at > 0 && isGlued(text.charAt(at - 1)) ? single(at, at + 1) : at + 1;
            case '`' -> fence(at);
            // Struck out.
            case '~' -> text.startsWith("~", at + 1) ? single(at, at + 2) : at + 1;
            default -> at + 1;
        };
    }

    /** The line that opens or closes a block of code, with the block's language. */
    private int fence(int at) {
        boolean opens = text.startsWith("```", at) && (at == 0 || text.charAt(at - 1) == '\n');
        int end = SkippedLines.lineEnd(text, at);
        return opens && end - at < MAX_FENCE && text.substring(at, end).strip().indexOf(' ') < 0 ? end : at + 1;
    }

    /** Fractions, raised and circled figures, Roman numerals in one sign. */
    private static boolean isNumberSign(int point) {
        int type = Character.getType(point);
        return type == Character.OTHER_NUMBER || type == Character.LETTER_NUMBER;
    }

    private static boolean isGlued(char before) {
        return before == '+' || Character.isLetterOrDigit(before);
    }

    private int single(int start, int end) {
        words.begin(start);
        for (int at = start; at < end; at++) {
            words.append(text.charAt(at));
        }
        words.end(end);
        return end;
    }

    /** A comparison counts where a number follows; elsewhere the sign is markup, a quote or the frame of a blank. */
    private int comparator(int at) {
        int end = at + (text.startsWith("=", at + 1) ? 2 : 1);
        int number = end;
        while (number < text.length() && " $€£¥".indexOf(text.charAt(number)) >= 0) {
            number++;
        }
        boolean quoted = at == 0 || text.charAt(at - 1) == '\n';
        boolean counts = !quoted && number < text.length() && Character.isDigit(text.charAt(number));
        return counts ? single(at, end) : end;
    }

    /** Reads a word with its inner hyphens and apostrophes, which do not count: they change with line breaks and fonts. */
    private int word(int start) {
        words.begin(start);
        int at = start;
        int end = start;
        boolean ascii = true;
        while (at < text.length()) {
            char symbol = text.charAt(at);
            if (symbol < 128 && isAsciiWord(symbol)) {
                words.append(lower(symbol));
                end = ++at;
            } else if (symbol >= 128 && isWordPart(text.codePointAt(at))) {
                int point = text.codePointAt(at);
                ascii = false;
                words.append(point);
                at += Character.charCount(point);
                end = at;
            } else {
                int joined = joined(at, symbol);
                if (joined < 0) {
                    break;
                }
                at = joined;
            }
        }
        if (!ascii) {
            words.replace(folded(words.current()));
        }
        if (isScheme(end)) {
            words.drop();
            return end;
        }
        if (isCopyrightSign(start, end)) {
            words.drop();
            return end;
        }
        words.end(end);
        return end;
    }

    /** {@code Copyright (c)} and {@code Copyright ©} are the same. */
    private boolean isCopyrightSign(int start, int end) {
        return words.isCurrent("c")
                && text.startsWith(")", end)
                && start > 0
                && text.charAt(start - 1) == '('
                && words.isLast("copyright");
    }

    /** The scheme of an address and {@code www.} come and go between copies. */
    private boolean isScheme(int end) {
        return switch (end < text.length() ? text.charAt(end) : ' ') {
            case '.' -> words.isCurrent("www");
            case ':' ->
                words.isCurrent("mailto")
                        || (text.startsWith("://", end) && (words.isCurrent("http") || words.isCurrent("https")));
            default -> false;
        };
    }

    /** Where the word goes on behind a hyphen or apostrophe, or -1 when it ends here. */
    private int joined(int at, char symbol) {
        if (symbol != '-' && symbol != '\'') {
            return -1;
        }
        int next = symbol == '-' ? pastSpace(at + 1) : at + 1;
        if (next >= text.length()) {
            return -1;
        }
        int following = text.codePointAt(next);
        // Two numbers around a hyphen are a range, not one number.
        boolean numbers = symbol == '-' && Character.isDigit(text.codePointBefore(at)) && Character.isDigit(following);
        return isWordPart(following) && !numbers ? next : -1;
    }

    /**
     * A hyphen breaks a word at the end of a line, and stands before a space when such a text was filled again. Marks of
     * Markdown and comments can stand around the break.
     */
    private int pastSpace(int at) {
        int next = at;
        while (next < text.length()
                && (Character.isWhitespace(text.charAt(next)) || "*_#>".indexOf(text.charAt(next)) >= 0)) {
            next++;
        }
        return next;
    }

    private static boolean isWordPart(int point) {
        return Character.getType(point) == Character.NON_SPACING_MARK
                || (Character.isLetterOrDigit(point) && !isIdeograph(point));
    }

    private static boolean isAsciiWord(char symbol) {
        return (symbol >= 'a' && symbol <= 'z') || (symbol >= 'A' && symbol <= 'Z') || (symbol >= '0' && symbol <= '9');
    }

    private static char lower(char symbol) {
        return symbol >= 'A' && symbol <= 'Z' ? (char) (symbol + ('a' - 'A')) : symbol;
    }

    private static String folded(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replace(" ", "");
    }

    /** Scripts written without spaces: every sign is a word, so that line breaks do not matter. */
    static boolean isIdeograph(int point) {
        return point >= 0x2E80
                && Character.isLetter(point)
                && switch (Character.UnicodeScript.of(point)) {
                    case HAN, HIRAGANA, KATAKANA -> true;
                    default -> false;
                };
    }
}
