package licet.rules.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** One text with one word taken out, replaced or put in, at places that the text's own length decides. */
final class ChangedWords {
    private static final int PLACES = 5;

    private ChangedWords() {}

    /** Changed texts by what was changed. Lines that name a copyright holder stay as they are: they are dress. */
    static Map<String, String> of(String source) {
        NormalText text = NormalText.of(source);
        String[] words = text.joined().split(" ");
        var random = new Random(source.length());
        var changed = new LinkedHashMap<String, String>();
        for (int place = 0; place < PLACES; place++) {
            int index = random.nextInt(text.size());
            changed.put("out " + named(words, index), with(text, index, ""));
            changed.put("other " + named(words, index), with(text, index, other(words[index])));
            changed.put("in before " + named(words, index), with(text, index, "not " + written(text, index)));
        }
        for (int index = 0; index < text.size(); index++) {
            if (isTelling(words[index]) && random.nextInt(10) == 0) {
                changed.put("other " + named(words, index), with(text, index, other(words[index])));
            }
        }
        return changed;
    }

    /** Numbers, and words that turn a sentence round. */
    private static boolean isTelling(String word) {
        return Character.isDigit(word.charAt(0)) || word.equals("not") || word.equals("no") || word.equals("million");
    }

    private static String named(String[] words, int index) {
        return "'" + words[index] + "' at " + index;
    }

    private static String other(String word) {
        return Character.isDigit(word.charAt(0)) ? word + "7" : "quite" + word;
    }

    private static String written(NormalText text, int index) {
        return text.passage(index, index, 100);
    }

    private static String with(NormalText text, int index, String word) {
        int start = text.start(index);
        return text.clean().substring(0, start)
                + word
                + text.clean().substring(start + written(text, index).length());
    }
}
