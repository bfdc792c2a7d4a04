package licet.rules.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import licet.rules.evidence.Identification.NearMiss;

/** What a text has that a known one does not, and which sections of the known one it lacks. */
final class Difference {
    private static final int MAX_PASSAGES = 12;
    private static final int MAX_LENGTH = 400;

    private Difference() {}

    static NearMiss between(
            Fingerprint fingerprint, Set<Long> known, NormalText text, long[] shingles, double similarity) {
        return new NearMiss(
                fingerprint.license(), similarity, added(known, text, shingles), missing(fingerprint, shingles));
    }

    /** Passages whose words stand in no shingle of the known text. */
    private static List<String> added(Set<Long> known, NormalText text, long[] shingles) {
        var shared = new BitSet(text.words().size());
        for (int start = 0; start < shingles.length; start++) {
            if (known.contains(shingles[start])) {
                shared.set(start, start + Shingles.SIZE);
            }
        }
        var passages = new ArrayList<String>();
        int words = text.words().size();
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
    private static List<String> missing(Fingerprint fingerprint, long[] shingles) {
        var present = new HashSet<Long>();
        for (long shingle : shingles) {
            present.add(shingle);
        }
        List<String> gone = sections(fingerprint, present, 0.5);
        return gone.isEmpty() ? sections(fingerprint, present, 0) : gone;
    }

    private static List<String> sections(Fingerprint fingerprint, Set<Long> present, double share) {
        return fingerprint.sections().stream()
                .filter(section -> section.shingles().stream()
                                .filter(shingle -> !present.contains(shingle))
                                .count()
                        > share * section.shingles().size())
                .map(Fingerprint.Section::anchor)
                .toList();
    }
}
