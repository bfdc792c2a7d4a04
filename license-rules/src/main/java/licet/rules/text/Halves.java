package licet.rules.text;

import java.util.List;
import java.util.Optional;

/**
 * The two halves of a bilingual text, one in Chinese signs and one in letters, each of which says the whole. A copy may
 * hold either, or both in the other order.
 *
 * @param letters the half in letters
 * @param signs the half in Chinese signs
 * @param titled the half in Chinese signs under the title in letters that stood above both
 */
record Halves(NormalText letters, NormalText signs, NormalText titled) {
    private static final int MIN_WORDS = 100;
    private static final int MAX_TITLE = 12;

    static Optional<Halves> of(NormalText text) {
        if (!isBilingual(text)) {
            return Optional.empty();
        }
        var letters = new StringBuilder();
        var signs = new StringBuilder();
        var title = new StringBuilder();
        boolean inSigns = false;
        for (String line : text.clean().split("\n", -1)) {
            Script script = Script.of(line);
            inSigns = script == Script.SIGNS || (inSigns && script == Script.UNCLEAR);
            (inSigns ? signs : letters).append(line).append('\n');
            if (signs.isEmpty()) {
                title.append(line).append('\n');
            }
        }
        NormalText head = NormalText.ofClean(title.toString());
        NormalText below = NormalText.ofClean(signs.toString());
        NormalText titled = head.size() > MAX_TITLE
                ? below
                : NormalText.ofClean(title.append(signs).toString());
        return Optional.of(new Halves(NormalText.ofClean(letters.toString()), below, titled));
    }

    /** The halves of a text that each count as the whole; none where it has only one language. */
    static List<NormalText> forms(NormalText text) {
        return of(text).map(halves -> List.of(halves.letters(), halves.signs(), halves.titled()))
                .orElse(List.of());
    }

    private static boolean isBilingual(NormalText text) {
        long signs = text.clean().codePoints().filter(WordScanner::isIdeograph).count();
        return signs >= MIN_WORDS && text.size() - signs >= MIN_WORDS;
    }

    private enum Script {
        LETTERS,
        SIGNS,
        /** A number, an address or a name, which either half can have on a line of its own. */
        UNCLEAR;

        static Script of(String line) {
            if (line.codePoints().anyMatch(WordScanner::isIdeograph)) {
                return SIGNS;
            }
            String bare = line.strip();
            boolean words = bare.contains(" ")
                    && bare.codePoints().filter(Character::isLetter).count() > 3;
            return words ? LETTERS : UNCLEAR;
        }
    }
}
