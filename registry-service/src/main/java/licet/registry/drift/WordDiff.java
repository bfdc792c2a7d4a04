package licet.registry.drift;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where two texts differ, word by word.
 *
 * @param changes in the order of the texts; the first ones only where there are many
 * @param complete false where something was left out, or where the texts are too long to compare
 */
public record WordDiff(List<Change> changes, boolean complete) {
    private static final int MOST_WORDS = 10_000;
    private static final int MOST_CHANGES = 50;
    private static final int LONGEST = 400;

    /** Words that went and words that came in their place; either can be empty. */
    public record Change(String before, String after) {
        private boolean isLong() {
            return Math.max(before.length(), after.length()) > LONGEST;
        }

        private Change cut() {
            return new Change(cut(before), cut(after));
        }

        private static String cut(String text) {
            return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
        }
    }

    public WordDiff {
        changes = List.copyOf(changes);
    }

    public static WordDiff between(String before, String after) {
        var old = words(before);
        var now = words(after);
        if (old.size() > MOST_WORDS || now.size() > MOST_WORDS) {
            return new WordDiff(List.of(), false);
        }
        var spans =
                spans(DiffUtils.diff(old, now, new MyersDiffWithLinearSpace<>()).getDeltas());
        var all = spans.stream().map(span -> span.change(old, now)).toList();
        boolean whole = all.size() <= MOST_CHANGES && all.stream().noneMatch(Change::isLong);
        return new WordDiff(all.stream().limit(MOST_CHANGES).map(Change::cut).toList(), whole);
    }

    /** Words from {@code oldFrom} to before {@code oldTo} of one text stand against those of the other. */
    private record Span(int oldFrom, int oldTo, int newFrom, int newTo) {
        static Span of(AbstractDelta<String> delta) {
            var source = delta.getSource();
            var target = delta.getTarget();
            return new Span(
                    source.getPosition(),
                    source.getPosition() + source.size(),
                    target.getPosition(),
                    target.getPosition() + target.size());
        }

        boolean touches(Span next) {
            return oldTo == next.oldFrom && newTo == next.newFrom;
        }

        Span with(Span next) {
            return new Span(oldFrom, next.oldTo, newFrom, next.newTo);
        }

        Change change(List<String> old, List<String> now) {
            return new Change(
                    String.join(" ", old.subList(oldFrom, oldTo)), String.join(" ", now.subList(newFrom, newTo)));
        }
    }

    /** The algorithm halves its way through the texts and can cut one change into several. */
    private static List<Span> spans(List<AbstractDelta<String>> deltas) {
        var spans = new ArrayList<Span>();
        for (var delta : deltas) {
            var span = Span.of(delta);
            if (!spans.isEmpty() && spans.getLast().touches(span)) {
                spans.set(spans.size() - 1, spans.getLast().with(span));
            } else {
                spans.add(span);
            }
        }
        return spans;
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("\\s+")).filter(word -> !word.isEmpty()).toList();
    }
}
