package licet.registry.policy;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;

/** Where two texts differ, line by line, with a few lines around each change. */
public final class LineDiff {
    private static final int AROUND = 2;

    private LineDiff() {}

    /**
     * One line of the comparison.
     *
     * @param kind same, gone, added, or gap where equal lines are left out
     * @param number in the newer text, of a line that is gone in the older one; 0 for a gap
     */
    public record Line(String kind, int number, String text) {}

    static List<Line> between(String before, String after) {
        var old = before.lines().toList();
        var now = after.lines().toList();
        var all = new ArrayList<Line>();
        int next = 0;
        for (var delta : DiffUtils.diff(old, now).getDeltas()) {
            if (delta.getType() == DeltaType.EQUAL) {
                continue;
            }
            var source = delta.getSource();
            var target = delta.getTarget();
            same(all, now, next, target.getPosition());
            for (int i = 0; i < source.size(); i++) {
                all.add(new Line(
                        "gone", source.getPosition() + i + 1, source.getLines().get(i)));
            }
            for (int i = 0; i < target.size(); i++) {
                all.add(new Line(
                        "added", target.getPosition() + i + 1, target.getLines().get(i)));
            }
            next = target.getPosition() + target.size();
        }
        if (!all.isEmpty()) {
            same(all, now, next, now.size());
        }
        return List.copyOf(all);
    }

    /** Equal lines between two changes, from {@code from} to before {@code to}; the middle of many is left out. */
    private static void same(List<Line> all, List<String> now, int from, int to) {
        int head = all.isEmpty() ? from : Math.min(to, from + AROUND);
        int tail = to == now.size() ? to : Math.max(head, to - AROUND);
        for (int i = from; i < head; i++) {
            all.add(new Line("same", i + 1, now.get(i)));
        }
        if (tail > head) {
            all.add(new Line("gap", 0, ""));
        }
        for (int i = tail; i < to; i++) {
            all.add(new Line("same", i + 1, now.get(i)));
        }
    }
}
