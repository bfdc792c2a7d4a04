package licet.registry.platform.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All heads that were written outside, by the number of their entry. */
public final class HeadMarks {
    public static final HeadMarks NONE = new HeadMarks(List.of(), Optional.empty());

    private final TreeMap<Long, List<HeadMark>> bySeq;
    private final Optional<AuditVerification> damage;

    private HeadMarks(List<HeadMark> marks, Optional<AuditVerification> damage) {
        this.bySeq = marks.stream().collect(Collectors.groupingBy(HeadMark::seq, TreeMap::new, Collectors.toList()));
        this.damage = damage;
    }

    public static HeadMarks of(List<HeadMark> marks) {
        return new HeadMarks(marks, Optional.empty());
    }

    /** Marks of which one cannot be read: then nothing can be said for sure. */
    static HeadMarks damaged(String file, long line) {
        return new HeadMarks(List.of(), Optional.of(new AuditVerification.MarkUnreadable(file, line)));
    }

    public int count() {
        return bySeq.values().stream().mapToInt(List::size).sum();
    }

    /** The newest mark, by the number of its entry. */
    public Optional<HeadMark> last() {
        return Optional.ofNullable(bySeq.lastEntry()).map(Map.Entry::getValue).map(List::getLast);
    }

    Optional<AuditVerification> damage() {
        return damage;
    }

    /** A mark of this entry that names another hash. */
    Optional<AuditVerification> contradicts(Head entry) {
        return bySeq.getOrDefault(entry.seq(), List.of()).stream()
                .filter(mark -> !mark.fits(entry))
                .findFirst()
                .map(HeadMarks::rewritten);
    }

    /** A mark of an entry that the chain does not reach. */
    Optional<AuditVerification> beyond(Head end) {
        return Optional.ofNullable(bySeq.higherEntry(end.seq()))
                .map(entry -> rewritten(entry.getValue().getFirst()));
    }

    private static AuditVerification rewritten(HeadMark mark) {
        return new AuditVerification.Rewritten(mark.seq(), mark.at());
    }
}
