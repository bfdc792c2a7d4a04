package licet.tests.standin;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Sentences that say nothing, of any length. Plain ASCII, so that characters are bytes. */
final class Prose {
    private static final List<String> WORDS = List.of(
            "the",
            "model",
            "and",
            "a",
            "weights",
            "of",
            "training",
            "set",
            "with",
            "this",
            "for",
            "output",
            "user",
            "must",
            "may",
            "not",
            "layer",
            "token",
            "batch",
            "rate",
            "on",
            "results",
            "table",
            "below",
            "shows",
            "we",
            "each",
            "step",
            "warm",
            "cold",
            "river",
            "stone",
            "paper",
            "green",
            "quiet",
            "seven",
            "under",
            "across",
            "text",
            "measure",
            "small",
            "wide",
            "early",
            "later",
            "every",
            "line",
            "number",
            "holds",
            "keeps",
            "turns");
    private static final int WIDTH = 100;

    private Prose() {}

    /** Adds sentences until the text has this size. */
    static void fill(StringBuilder out, Draw draw, long bytes) {
        int line = 0;
        int sentence = 0;
        for (long i = 0; out.length() < bytes - 1; i++) {
            Draw word = draw.at(i);
            String text = WORDS.get(word.below(WORDS.size()));
            out.append(sentence == 0 ? capitalized(text) : text);
            line += text.length() + 1;
            boolean ends = sentence > 6 && word.at(0).below(6) == 0;
            sentence = ends ? 0 : sentence + 1;
            out.append(ends ? "." : "").append(ends && word.at(1).below(5) == 0 ? "\n\n" : line > WIDTH ? "\n" : " ");
            line = line > WIDTH ? 0 : line;
        }
        out.setLength((int) Math.min(out.length(), Math.max(0, bytes - 1)));
        out.append('\n');
    }

    /** A text of its own for a license, the same wherever that license is used, whatever the model. */
    static byte[] license(String title, Draw draw, long bytes) {
        var out = new StringBuilder(title).append("\n\n");
        fill(out, draw, Math.max(bytes, out.length() + 80));
        return bytes(out);
    }

    static byte[] bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String capitalized(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
