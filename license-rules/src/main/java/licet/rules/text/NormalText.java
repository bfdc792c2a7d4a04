package licet.rules.text;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import licet.rules.format.CanonicalJson;
import licet.rules.text.WordScanner.Range;

/**
 * A text as the sequence of its words, without typography. Two texts that differ only in dress (case, line breaks, quotes,
 * markup, copyright lines) have the same words; a changed word, number or amount never disappears.
 */
public final class NormalText {
    private final String clean;
    private final List<Range> skipped;
    private final String joined;
    private final int[] offsets;
    private final int[] starts;
    private final int[] ends;

    private NormalText(String clean, List<Range> skipped) {
        Words words = new WordScanner(clean, skipped).scan();
        this.clean = clean;
        this.skipped = skipped;
        this.joined = words.joined();
        this.offsets = words.offsets();
        this.starts = words.starts();
        this.ends = words.ends();
    }

    public static NormalText of(String source) {
        return ofClean(CleanText.of(source));
    }

    static NormalText ofClean(String clean) {
        return new NormalText(clean, SkippedLines.find(clean));
    }

    /** The same text with its copyright lines, which cannot be found any more once lines were filled again. */
    NormalText withCopyright() {
        return new NormalText(clean, SkippedLines.front(clean));
    }

    /** The text without some of its parts. */
    NormalText without(List<Range> parts) {
        return new NormalText(
                clean,
                Stream.concat(parts.stream(), skipped.stream())
                        .sorted(Comparator.comparingInt(Range::start))
                        .toList());
    }

    /** How many words there are. */
    public int size() {
        return starts.length;
    }

    /** The words joined by single spaces. */
    public String joined() {
        return joined;
    }

    public String sha256() {
        return sha256(joined);
    }

    static String sha256(String words) {
        return CanonicalJson.sha256(words.getBytes(StandardCharsets.UTF_8));
    }

    /** The text without markup, in which the words stand. */
    String clean() {
        return clean;
    }

    /** Where a word begins in {@link #clean}. */
    int start(int index) {
        return starts[index];
    }

    /** First character of a word in {@link #joined}; also for the place behind the last word. */
    int offset(int index) {
        return offsets[index];
    }

    /** What stands from one word to another, on one line. */
    String passage(int first, int last, int limit) {
        String raw = clean.substring(starts[first], ends[last]).replaceAll("\\s+", " ");
        return raw.length() <= limit ? raw : raw.substring(0, limit - 1) + "…";
    }
}
