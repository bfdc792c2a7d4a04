package licet.rules;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks that a cited section stands in a text: its marks have to follow each other, each at the head of a line. */
final class SectionFinder {
    private static final Pattern NAMED =
            Pattern.compile("([A-Z][A-Za-z ]+?)(, (?:first|second|third|closing) (?:group|paragraph))?");

    private SectionFinder() {}

    static boolean stands(String section, String text) {
        if (section.equals("head")) {
            return true;
        }
        if (section.endsWith(" paragraph") && Character.isLowerCase(section.charAt(0))) {
            String word = section.substring(0, section.indexOf(' '));
            return text.toLowerCase(Locale.ROOT).contains(word);
        }
        Matcher named = NAMED.matcher(section);
        if (named.matches()) {
            return text.contains(named.group(1));
        }
        if (section.startsWith("Attachment A.")) {
            int start = text.lastIndexOf("Attachment A");
            return start >= 0
                    && marks(section.substring("Attachment A.".length()).split("\\."), text.substring(start));
        }
        // Texts that number "2.1" as such have the mark whole; others nest "2", then "1".
        return mark(Pattern.quote(section), text, 0) >= 0 || marks(section.split("\\."), text);
    }

    private static boolean marks(String[] marks, String text) {
        int from = 0;
        for (String mark : marks) {
            from = mark(Pattern.quote(mark), text, from);
            if (from < 0) {
                return marks.length > 2 && pairwise(marks, text);
            }
        }
        return true;
    }

    /** {@code 1.1.e}: the number "1.1" as one mark, then "e". */
    private static boolean pairwise(String[] marks, String text) {
        int from = mark(Pattern.quote(marks[0] + "." + marks[1]), text, 0);
        for (int index = 2; index < marks.length && from >= 0; index++) {
            from = mark(Pattern.quote(marks[index]), text, from);
        }
        return from >= 0;
    }

    private static int mark(String quoted, String text, int from) {
        Matcher matcher = Pattern.compile("(?m)^[\\s*#>\\-]*(?:Section )?\\(?" + quoted + "(?:[*\\\\]*[.):]|\\s|\\s+–)")
                .matcher(text);
        return matcher.find(from) ? matcher.end() : -1;
    }
}
