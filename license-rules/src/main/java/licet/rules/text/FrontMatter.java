package licet.rules.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What stands above a license text without being part of it: the card's YAML block and a heading that says "license". */
final class FrontMatter {
    private static final String FENCE = "---";
    private static final int MAX_LINES = 60;

    /** Keys whose values only name things; a block that holds any other key could hold terms, and so it stays. */
    private static final Pattern NAMING = Pattern.compile(
            "(title|spdx-id|license|license_name|license_link|language|library_name|pipeline_tag|tags|base_model"
                    + "|datasets|metrics|inference|date|author|model_name|model-index|thumbnail)\\s*:(\\s.*)?");

    private static final Pattern LIST_ITEM = Pattern.compile("\\s*-\\s+\\S+");
    private static final Set<String> HEADINGS = Set.of("license", "licence", "license text", "licence text");

    private FrontMatter() {}

    /** Where the text begins. */
    static int end(String clean) {
        int start = pastBlank(clean, 0);
        int block = block(clean, start);
        int body = pastBlank(clean, block);
        int lineEnd = SkippedLines.lineEnd(clean, body);
        return isHeading(clean, body, lineEnd) ? lineEnd : block > start ? block : 0;
    }

    private static boolean isHeading(String clean, int start, int end) {
        // No heading is longer, and the first line can be the whole text.
        return end - start < 40
                && HEADINGS.contains(clean.substring(start, end)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z]+", " ")
                        .strip());
    }

    private static int block(String clean, int start) {
        int at = SkippedLines.lineEnd(clean, start);
        if (!clean.substring(start, Math.min(at, start + 4)).strip().equals(FENCE)) {
            return start;
        }
        for (int line = 0; line < MAX_LINES && at < clean.length(); line++) {
            int next = at + 1;
            at = SkippedLines.lineEnd(clean, next);
            String written = clean.substring(next, at).stripTrailing();
            if (written.equals(FENCE)) {
                return at;
            }
            if (!isNaming(written)) {
                return start;
            }
        }
        return start;
    }

    private static boolean isNaming(String line) {
        return line.isBlank()
                || LIST_ITEM.matcher(line).matches()
                || (NAMING.matcher(line).matches()
                        && line.split("\\s+").length <= 8
                        && !CopyrightLines.saysMore(value(line)));
    }

    private static String value(String line) {
        return line.substring(line.indexOf(':') + 1).toLowerCase(Locale.ROOT).replace("license", "");
    }

    private static int pastBlank(String clean, int start) {
        int at = start;
        while (at < clean.length() && Character.isWhitespace(clean.charAt(at))) {
            at++;
        }
        return at;
    }
}
