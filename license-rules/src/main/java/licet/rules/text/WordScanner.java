package licet.rules.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import licet.rules.text.NormalText.Word;

/** Cuts a text into words. A hand-written scanner: one pass, no backtracking, whatever the text holds. */
final class WordScanner {
    private static final Set<String> TAGS = Set.of(
            "a",
            "b",
            "i",
            "u",
            "p",
            "br",
            "em",
            "strong",
            "ins",
            "del",
            "s",
            "span",
            "div",
            "ul",
            "ol",
            "li",
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
            "code",
            "center",
            "font",
            "sup",
            "sub",
            "hr",
            "blockquote",
            "html",
            "head",
            "body",
            "meta",
            "title",
            "small",
            "img",
            "details",
            "summary");
    private static final List<String> LINKS = List.of("(http://", "(https://", "(#", "(/", "(./", "(mailto:");
    private static final String SYMBOLS = "$€£¥%≥≤";
    private static final int MAX_TAG = 2_000;
    private static final int MAX_ENTITY = 10;

    private final String source;
    private final List<Range> skipped;
    private final List<Word> words = new ArrayList<>();
    private int nextSkip = 0;

    /** @param start first character; {@code end} is the one after the last */
    record Range(int start, int end) {}

    WordScanner(String source, List<Range> skipped) {
        this.source = source;
        this.skipped = skipped;
    }

    List<Word> scan() {
        int at = 0;
        while (at < source.length()) {
            at = step(skip(at));
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
        if (at >= source.length()) {
            return at;
        }
        int symbol = source.codePointAt(at);
        int next = at + Character.charCount(symbol);
        if (isIdeograph(symbol)) {
            words.add(new Word(Character.toString(symbol), at, next));
            return next;
        }
        if (Character.isLetterOrDigit(symbol)) {
            return word(at);
        }
        return switch (symbol) {
            case '<' -> Math.max(tagEnd(at), comparator(at, next));
            case '>' -> comparator(at, next);
            case '&' -> Math.max(entityEnd(at), next);
            case ']' -> Math.max(linkEnd(at), next);
            default -> {
                if (SYMBOLS.indexOf(symbol) >= 0) {
                    words.add(new Word(Character.toString(symbol), at, next));
                }
                yield next;
            }
        };
    }

    /** Reads a word with its inner hyphens and apostrophes, which do not count: they change with line breaks and fonts. */
    private int word(int start) {
        var letters = new StringBuilder();
        int at = start;
        int end = start;
        while (at < source.length()) {
            int symbol = source.codePointAt(at);
            if (Character.isLetterOrDigit(symbol) && !isIdeograph(symbol)
                    || Character.getType(symbol) == Character.NON_SPACING_MARK) {
                letters.appendCodePoint(symbol);
                at += Character.charCount(symbol);
                end = at;
                continue;
            }
            int joined = joined(at, symbol);
            if (joined < 0) {
                break;
            }
            at = joined;
        }
        return emit(normal(letters.toString()), start, end);
    }

    private int emit(String word, int start, int end) {
        boolean scheme = (word.equals("http") || word.equals("https")) && source.startsWith("://", end);
        boolean host = word.equals("www") && source.startsWith(".", end);
        if (!scheme && !host) {
            words.add(new Word(word, start, end));
        }
        return end;
    }

    /** Where the word goes on behind a hyphen, apostrophe or invisible mark, or -1 when it ends here. */
    private int joined(int at, int symbol) {
        boolean hyphen = symbol == '-' || symbol == '\u2010' || symbol == '\u2011';
        boolean invisible = symbol == '\u00AD' || (symbol >= '\u200B' && symbol <= '\u200D') || symbol == '\uFEFF';
        boolean apostrophe = symbol == '\'' || symbol == '\u2019' || symbol == '\u2018' || symbol == '\u00B4';
        if (!hyphen && !invisible && !apostrophe) {
            return -1;
        }
        int next = hyphen || symbol == '\u00AD' ? pastLineBreak(at + 1) : at + 1;
        if (next >= source.length()) {
            return -1;
        }
        int following = source.codePointAt(next);
        // Two numbers around a hyphen are a range, not one number.
        boolean numbers = hyphen && Character.isDigit(source.codePointBefore(at)) && Character.isDigit(following);
        return isLetter(following) && !numbers ? next : -1;
    }

    private int pastLineBreak(int at) {
        int next = at;
        boolean broken = false;
        while (next < source.length() && Character.isWhitespace(source.charAt(next))) {
            broken |= source.charAt(next) == '\n' || source.charAt(next) == '\r';
            next++;
        }
        return broken ? next : at;
    }

    /** {@code <} or {@code >} before a number is a comparison and counts as a word. */
    private int comparator(int at, int next) {
        int number = next;
        while (number < source.length() && " =$€£¥".indexOf(source.charAt(number)) >= 0) {
            number++;
        }
        if (at > 0 && number < source.length() && Character.isDigit(source.charAt(number))) {
            words.add(new Word(source.substring(at, next), at, next));
        }
        return next;
    }

    private int tagEnd(int at) {
        // Bounded, or a text of many "<" would be searched to its end from each of them.
        int close = source.indexOf('>', at, Math.min(source.length(), at + MAX_TAG));
        if (close < 0) {
            return -1;
        }
        int nameStart = at + 1 + (source.startsWith("/", at + 1) ? 1 : 0);
        int nameEnd = nameStart;
        while (nameEnd < close && Character.isLetterOrDigit(source.charAt(nameEnd))) {
            nameEnd++;
        }
        String name = source.substring(nameStart, nameEnd).toLowerCase(Locale.ROOT);
        return TAGS.contains(name) ? close + 1 : -1;
    }

    private int entityEnd(int at) {
        int end = at + 1;
        while (end < source.length()
                && end - at <= MAX_ENTITY
                && (Character.isLetterOrDigit(source.charAt(end)) || source.charAt(end) == '#')) {
            end++;
        }
        return end > at + 1 && source.startsWith(";", end) ? end + 1 : -1;
    }

    /** A Markdown link is its text: the target of {@code [text](target)} is markup. */
    private int linkEnd(int at) {
        if (LINKS.stream().noneMatch(target -> source.regionMatches(true, at + 1, target, 0, target.length()))) {
            return -1;
        }
        int depth = 0;
        boolean broken = false;
        for (int end = at + 1; end < source.length() && end - at <= MAX_TAG; end++) {
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

    private static boolean isLetter(int symbol) {
        boolean mark = Character.getType(symbol) == Character.NON_SPACING_MARK;
        return mark || (Character.isLetterOrDigit(symbol) && !isIdeograph(symbol));
    }

    private static String normal(String letters) {
        boolean ascii = letters.chars().allMatch(symbol -> symbol < 128);
        return (ascii ? letters : Normalizer.normalize(letters, Normalizer.Form.NFKC)).toLowerCase(Locale.ROOT);
    }

    /** Scripts written without spaces: every sign is a word, so that line breaks do not matter. */
    private static boolean isIdeograph(int symbol) {
        return switch (Character.UnicodeScript.of(symbol)) {
            case HAN, HIRAGANA, KATAKANA -> Character.isLetter(symbol);
            default -> false;
        };
    }
}
