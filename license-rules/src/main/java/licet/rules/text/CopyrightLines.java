package licet.rules.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import licet.rules.text.WordScanner.Range;

/**
 * Finds the lines that only say who holds the copyright: they differ in every copy of one text. A line that says anything
 * beyond year and holder stays, or a condition could hide in it.
 */
final class CopyrightLines {
    /** A year, a place for one, or the sign must follow: "(c)" alone is the third item of a list. */
    private static final Pattern START =
            Pattern.compile("(spdx-filecopyrighttext: *)?(?:(copyright[:,]?\\s*)?(\\(c\\)|©)?\\s*"
                    + "(copyright\\s*)?[\\[<{(]?(\\d{4}|yyyy|xxxx|year)\\b|copyright[:,]?\\s*(\\(c\\)|©)|©)");

    private static final Pattern SIGN = Pattern.compile("copyright|spdx-filecopyrighttext|©|\\(c\\)");
    private static final Pattern ALL_RIGHTS = Pattern.compile("all rights reserved\\W*");
    private static final Pattern SAYS_MORE = Pattern.compile(
            "\\b(use|used|uses|using|user|users|may|must|shall|only|not|no|without|non|noncommercial|commercially"
                    + "|prohibited|permitted|permission|restricted|subject|terms|conditions?|provided|purposes?"
                    + "|licen[cs]ed?|distribut\\w+|redistribut\\w+|copies|for (\\w+ )?research)\\b");
    private static final int MAX_LENGTH = 240;
    private static final int MAX_TITLE_WORDS = 8;

    private CopyrightLines() {}

    /** @param from where the text begins */
    static List<Range> find(String clean, int from) {
        var found = new ArrayList<Range>();
        var state = State.BLOCK_START;
        int start = from;
        while (start < clean.length()) {
            int end = SkippedLines.lineEnd(clean, start);
            int first = firstSign(clean, start, end);
            boolean copyright = state != State.PASSED && isCopyright(clean, first, end);
            if (copyright) {
                found.add(new Range(start, end));
            }
            state = after(state, clean, first, end, copyright);
            start = end + 1;
        }
        return found;
    }

    /** Whether words say more than a name and a year; expects lower case. */
    static boolean saysMore(String words) {
        return SAYS_MORE.matcher(words).find();
    }

    /** Only the head of a block counts, after at most a title: inside a sentence a line break proves nothing. */
    private enum State {
        BLOCK_START,
        TITLE,
        COPYRIGHT,
        PASSED
    }

    private static State after(State state, String clean, int first, int end, boolean copyright) {
        if (first == end) {
            return State.BLOCK_START;
        }
        if (copyright) {
            return State.COPYRIGHT;
        }
        return state == State.BLOCK_START && isTitle(clean, first, end) ? State.TITLE : State.PASSED;
    }

    /** The first character of a line that is no space and no comment mark. */
    private static int firstSign(String clean, int start, int end) {
        int at = start;
        while (at < end && !isSign(clean.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isSign(char symbol) {
        return symbol < 128
                ? (symbol >= 'a' && symbol <= 'z')
                        || (symbol >= 'A' && symbol <= 'Z')
                        || (symbol >= '0' && symbol <= '9')
                        || symbol == '('
                : symbol == '©' || Character.isLetterOrDigit(symbol) || Character.isSurrogate(symbol);
    }

    private static boolean isCopyright(String clean, int first, int end) {
        // A look at one letter spares the patterns on almost every line.
        if (first == end || end - first > MAX_LENGTH || "cCaAsS(©".indexOf(clean.charAt(first)) < 0) {
            return false;
        }
        String bare = clean.substring(first, end)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\h+", " ")
                .strip();
        boolean holder = SIGN.matcher(bare).lookingAt() && START.matcher(bare).lookingAt();
        return (holder && !saysMore(bare)) || ALL_RIGHTS.matcher(bare).matches();
    }

    private static boolean isTitle(String clean, int first, int end) {
        if (end - first > MAX_LENGTH) {
            return false;
        }
        int words = 0;
        boolean inside = false;
        for (int at = first; at < end && words <= MAX_TITLE_WORDS; at++) {
            boolean space = Character.isWhitespace(clean.charAt(at));
            words += !space && !inside ? 1 : 0;
            inside = !space;
        }
        return words <= MAX_TITLE_WORDS;
    }
}
