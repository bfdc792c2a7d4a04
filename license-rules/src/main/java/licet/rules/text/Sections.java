package licet.rules.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the section marks of a text, so that a fingerprint can name what is missing. */
final class Sections {
    private static final Pattern MARK = Pattern.compile("(?im)^[\\s*#>_\\-•\\\\]*(?:section\\s+)?(?:"
            + "(?<number>\\d{1,2}(?:\\.\\d{1,2})*)(?:[*_\\\\]*[.):](?!\\d)|\\s+(?=\\p{Lu}))"
            + "|\\(?(?<letter>[a-z])[.)](?=\\s)"
            + "|\\(?(?<roman>[ivx]{1,5})[.)](?=\\s)"
            + "|(?<part>(?:attachment|appendix|exhibit|annex)\\b[ \\t]*[a-z0-9]?)\\b)");

    private Sections() {}

    /** @param start first character of the section */
    record Mark(String anchor, int start) {}

    /** The marks of a text in order; a text without any is cut at its blank lines. */
    static List<Mark> of(String text) {
        var marks = new ArrayList<Mark>();
        marks.add(new Mark("head", 0));
        String number = "";
        String letter = "";
        Matcher matcher = MARK.matcher(text);
        while (matcher.find()) {
            if (matcher.group("part") != null) {
                number = matcher.group("part").strip().replaceAll("\\s+", " ");
                letter = "";
            } else if (matcher.group("number") != null) {
                number = matcher.group("number");
                letter = "";
            } else if (matcher.group("letter") != null && !roman(matcher.group("letter"), letter)) {
                letter = matcher.group("letter").toLowerCase(Locale.ROOT);
            }
            marks.add(new Mark(anchor(number, letter, matcher), matcher.start()));
        }
        return marks.size() > 1 ? marks : paragraphs(text);
    }

    /** {@code i}, {@code v} and {@code x} continue a list of letters only where the letter before came just before. */
    private static boolean roman(String mark, String letter) {
        boolean numeral = "ivx".contains(mark.toLowerCase(Locale.ROOT));
        boolean follows = !letter.isEmpty() && letter.charAt(0) + 1 == Character.toLowerCase(mark.charAt(0));
        return numeral && !letter.isEmpty() && !follows;
    }

    private static String anchor(String number, String letter, Matcher matcher) {
        var anchor = new ArrayList<String>();
        anchor.add(number);
        anchor.add(letter);
        String inner = matcher.group("roman") != null ? matcher.group("roman") : matcher.group("letter");
        if (inner != null && !inner.equalsIgnoreCase(letter)) {
            anchor.add(inner.toLowerCase(Locale.ROOT));
        }
        anchor.removeIf(String::isEmpty);
        return anchor.isEmpty() ? "head" : String.join(".", anchor);
    }

    private static List<Mark> paragraphs(String text) {
        var marks = new ArrayList<Mark>();
        marks.add(new Mark("head", 0));
        Matcher blank = Pattern.compile("\\R[ \\t]*\\R+").matcher(text);
        int count = 1;
        while (blank.find()) {
            marks.add(new Mark("paragraph " + ++count, blank.end()));
        }
        return marks;
    }
}
