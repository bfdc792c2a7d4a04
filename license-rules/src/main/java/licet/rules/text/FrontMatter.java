package licet.rules.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What stands above a license text without being part of it: the card's YAML block and a heading that says "license". */
final class FrontMatter {
    private static final String FENCE = "---";
    private static final int MAX_LINES = 60;
    private static final int MAX_HEADINGS = 3;
    private static final int MAX_HEADING = 40;

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
        int body = block(clean, start);
        body = body > start ? body : 0;
        for (int heading = 0; heading < MAX_HEADINGS; heading++) {
            int line = pastBlank(clean, body);
            int lineEnd = SkippedLines.lineEnd(clean, line);
            if (!isHeading(clean, line, lineEnd)) {
                return body;
            }
            body = lineEnd;
        }
        return body;
    }

    private static boolean isHeading(String clean, int start, int end) {
        // No heading is longer, and the first line can be the whole text.
        if (end - start > MAX_HEADING) {
            return false;
        }
        String line = clean.substring(start, end).strip().toLowerCase(Locale.ROOT);
        boolean code = line.startsWith("```") && line.indexOf(' ') < 0;
        return code || HEADINGS.contains(line.replaceAll("[^a-z]+", " ").strip());
    }

    private static int block(String clean, int start) {
        int at = SkippedLines.lineEnd(clean, start);
        if (at - start > MAX_HEADING || !clean.substring(start, at).strip().equals(FENCE)) {
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
