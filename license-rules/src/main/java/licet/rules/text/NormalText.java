package licet.rules.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import licet.rules.format.CanonicalJson;

/**
 * A text as the sequence of its words, without typography. Two texts that differ only in dress (case, line breaks, quotes,
 * markup, copyright lines) have the same words; a changed word, number or amount never disappears.
 */
public record NormalText(String source, List<Word> words) {
    public NormalText {
        words = List.copyOf(words);
    }

    /** One word in its normal form, and where it stands in the source. */
    public record Word(String text, int start, int end) {}

    public static NormalText of(String source) {
        return new NormalText(source, new WordScanner(source, CopyrightLines.find(source)).scan());
    }

    /** The words joined by single spaces. */
    public String joined() {
        return words.stream().map(Word::text).collect(Collectors.joining(" "));
    }

    public String sha256() {
        return CanonicalJson.sha256(joined().getBytes(StandardCharsets.UTF_8));
    }

    /** The source from one word to another, on one line. */
    String passage(int first, int last, int limit) {
        String raw = source.substring(words.get(first).start(), words.get(last).end())
                .replaceAll("\\s+", " ");
        return raw.length() <= limit ? raw : raw.substring(0, limit - 1) + "…";
    }
}
