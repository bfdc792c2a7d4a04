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
    private static final Pattern START = Pattern.compile(
            "(copyright\\s*)?(\\(c\\)|©|&copy;)?\\s*(copyright\\s*)?[\\[<{(]?(\\d{4}|yyyy|year)\\b|copyright\\s*(\\(c\\)|©|&copy;)|©");

    private static final Pattern SIGN = Pattern.compile("copyright|©|\\(c\\)|&copy;");
    private static final Pattern ALL_RIGHTS = Pattern.compile("all rights reserved\\W*");
    private static final Pattern SAYS_MORE = Pattern.compile(
            "\\b(use|used|uses|using|user|users|may|must|shall|only|not|no|without|non|noncommercial|commercially"
                    + "|prohibited|permitted|permission|restricted|subject|terms|conditions?|provided|purposes?"
                    + "|licen[cs]ed?|distribut\\w+|redistribut\\w+|copies|for (\\w+ )?research)\\b");
    private static final int MAX_LENGTH = 240;
    private static final int MAX_TITLE_WORDS = 8;

    private CopyrightLines() {}

    static List<Range> find(String text) {
        var found = new ArrayList<Range>();
        var state = State.BLOCK_START;
        int start = 0;
        while (start < text.length()) {
            int end = lineEnd(text, start);
            Line line = line(text, start, end);
            if (line.copyright() && state != State.PASSED) {
                found.add(new Range(start, end));
            }
            state = state.after(line);
            start = end + 1;
        }
        return found;
    }

    /** Only the head of a block counts, after at most a title: inside a sentence a line break proves nothing. */
    private enum State {
        BLOCK_START,
        TITLE,
        COPYRIGHT,
        PASSED;

        State after(Line line) {
            if (line.blank()) {
                return BLOCK_START;
            }
            if (line.copyright() && this != PASSED) {
                return COPYRIGHT;
            }
            return this == BLOCK_START && line.title() ? TITLE : PASSED;
        }
    }

    private record Line(boolean blank, boolean copyright, boolean title) {}

    private static int lineEnd(String text, int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end;
    }

    private static Line line(String text, int start, int end) {
        if (start == end) {
            return new Line(true, false, false);
        }
        if (end - start > MAX_LENGTH) {
            return new Line(false, false, false);
        }
        String bare = text.substring(start, end)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\h+", " ")
                .replaceAll("^[^\\p{L}\\p{N}(©]+", "")
                .strip();
        boolean holder = SIGN.matcher(bare).lookingAt() && START.matcher(bare).lookingAt();
        boolean copyright = (holder && !SAYS_MORE.matcher(bare).find())
                || ALL_RIGHTS.matcher(bare).matches();
        return new Line(bare.isEmpty(), copyright, bare.split("\\s+").length <= MAX_TITLE_WORDS);
    }
}
