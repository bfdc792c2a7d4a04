package licet.rules.text;

import java.util.ArrayList;
import java.util.List;
import licet.rules.text.WordScanner.Range;

/** Lines of a license file that are not part of its text: what a card puts above it, and who holds the copyright. */
final class SkippedLines {
    private SkippedLines() {}

    /** In order, without overlap. */
    static List<Range> find(String clean) {
        var found = new ArrayList<>(front(clean));
        found.addAll(CopyrightLines.find(clean, FrontMatter.end(clean)));
        return found;
    }

    /** Only what stands above the text. */
    static List<Range> front(String clean) {
        int body = FrontMatter.end(clean);
        return body > 0 ? List.of(new Range(0, body)) : List.of();
    }

    static int lineEnd(String text, int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end;
    }
}
