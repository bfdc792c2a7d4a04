package licet.rules.text;

import java.util.List;
import java.util.regex.Pattern;
import licet.rules.Check;
import licet.rules.license.LicenseKey;

/** The places inside one license text at which every copy names its own developer. */
public record FillIns(LicenseKey license, List<Place> places) {
    /** Longer than the names of two institutions; what is longer says more than a name. */
    private static final int MAX_LENGTH = 160;

    /** Words that make a sentence: whoever pays, agrees or excepts something says more than who he is. */
    private static final Pattern SENTENCE = Pattern.compile(
            "\\b(who|whom|whose|which|that|is|are|be|has|have|will|would|if"
                    + "|when|unless|until|except\\w*|pay\\w*|fees?|royalt\\w+|forbid\\w*|agree\\w*|require\\w*|grant\\w*|to)\\b");

    public FillIns {
        places = List.copyOf(places);
    }

    /**
     * @param before words that stand before the place
     * @param words what stands there in the text that the catalog knows
     * @param after words that stand behind it
     */
    public record Place(String before, String words, String after) {
        private static final Pattern WORDS = Pattern.compile("[a-z0-9]+( [a-z0-9]+)*");

        public Place {
            Check.matches(before, WORDS, "before");
            Check.matches(words, WORDS, "words");
            Check.matches(after, WORDS, "after");
        }

        private String filled(String text) {
            int start = text.indexOf(before + " ");
            int name = start + before.length() + 1;
            int end = start < 0 ? -1 : text.indexOf(" " + after, name);
            return end < name || end - name > MAX_LENGTH || !isName(text.substring(name, end))
                    ? text
                    : text.substring(0, name) + words + text.substring(end);
        }

        private static boolean isName(String words) {
            return !CopyrightLines.saysMore(words) && !SENTENCE.matcher(words).find();
        }
    }

    /**
     * A copy with the names of the known text instead of its own.
     *
     * @param text words joined by single spaces
     */
    String filled(String text) {
        String filled = text;
        for (var place : places) {
            filled = place.filled(filled);
        }
        return filled;
    }
}
