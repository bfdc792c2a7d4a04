package licet.rules.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import licet.rules.evidence.Identification.NearMiss;

/** What a text has that a known one does not, and which sections of the known one it lacks. */
final class Difference {
    private static final int MAX_PASSAGES = 40;
    private static final int MAX_LENGTH = 400;

    private Difference() {}

    /** @param shingles of the text, in order */
    static NearMiss between(Fingerprint fingerprint, NormalText text, int[] shingles, double similarity) {
        int[] known = Shingles.distinct(fingerprint.shingles());
        return new NearMiss(
                fingerprint.key(), similarity, added(known, text, shingles), missing(fingerprint, shingles));
    }

    /** Passages whose words stand in no shingle of the known text. */
    private static List<String> added(int[] known, NormalText text, int[] shingles) {
        var shared = new BitSet(text.size());
        for (int start = 0; start < shingles.length; start++) {
            if (Shingles.contains(known, shingles[start])) {
                shared.set(start, start + Shingles.SIZE);
            }
        }
        var passages = new ArrayList<Passage>();
        int first = shared.nextClearBit(0);
        while (first < text.size()) {
            int next = shared.nextSetBit(first);
            int end = next < 0 ? text.size() : next;
            passages.add(new Passage(passages.size(), text.passage(first, end - 1, MAX_LENGTH)));
            first = shared.nextClearBit(end);
        }
        return mostTelling(passages);
    }

    private record Passage(int place, String words) {}

    /** Each passage once, in the order of the text; the shortest are left out where there are very many. */
    private static List<String> mostTelling(List<Passage> passages) {
        var seen = new HashSet<String>();
        return passages.stream()
                .filter(passage -> seen.add(passage.words().toLowerCase(Locale.ROOT)))
                .sorted(Comparator.comparingInt(
                                (Passage passage) -> passage.words().length())
                        .reversed())
                .limit(MAX_PASSAGES)
                .sorted(Comparator.comparingInt(Passage::place))
                .map(Passage::words)
                .toList();
    }

    /** Sections of which more than half is gone; for a small cut, the sections that it touched. */
    private static List<String> missing(Fingerprint fingerprint, int[] shingles) {
        int[] present = Shingles.distinct(shingles);
        List<String> gone = sections(fingerprint, present, 0.5);
        return gone.isEmpty() ? sections(fingerprint, present, 0) : gone;
    }

    private static List<String> sections(Fingerprint fingerprint, int[] present, double share) {
        return fingerprint.sections().stream()
                .filter(section -> isGone(section.shingles(), present, share))
                .map(Fingerprint.Section::anchor)
                .distinct()
                .toList();
    }

    private static boolean isGone(int[] section, int[] present, double share) {
        long gone = IntStream.of(section)
                .filter(shingle -> !Shingles.contains(present, shingle))
                .count();
        return gone > share * section.length;
    }
}
