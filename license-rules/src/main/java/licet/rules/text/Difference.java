package licet.rules.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import licet.rules.evidence.Identification.NearMiss;

/** What a text has that a known one does not, and which sections of the known one it lacks. */
final class Difference {
    private static final int MAX_PASSAGES = 12;
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
        var passages = new ArrayList<String>();
        int words = text.size();
        int first = shared.nextClearBit(0);
        while (first < words && passages.size() < MAX_PASSAGES) {
            int next = shared.nextSetBit(first);
            int end = next < 0 ? words : next;
            passages.add(text.passage(first, end - 1, MAX_LENGTH));
            first = shared.nextClearBit(end);
        }
        return passages;
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
                .toList();
    }

    private static boolean isGone(int[] section, int[] present, double share) {
        long gone = IntStream.of(section)
                .filter(shingle -> !Shingles.contains(present, shingle))
                .count();
        return gone > share * section.length;
    }
}
