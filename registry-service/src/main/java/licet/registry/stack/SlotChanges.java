package licet.registry.stack;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import licet.registry.release.ReleaseEvent;
import licet.registry.release.ReleaseKind;
import licet.registry.release.ReleaseQuery;
import licet.registry.release.ReleaseTimeline;

/** What happened to a model and in its family since a day, and what is announced for it. */
@Singleton
public class SlotChanges {
    private static final int MOST = 30;
    private static final int YEARS_AHEAD = 2;
    /** What concerns a slot though it is about another model of the family. */
    private static final Set<ReleaseKind> OF_THE_FAMILY =
            EnumSet.of(ReleaseKind.PUBLISHED, ReleaseKind.ANNOUNCED, ReleaseKind.RETIRED, ReleaseKind.DEPRECATED);

    private final ReleaseTimeline timeline;
    private final Clock clock;

    SlotChanges(ReleaseTimeline timeline, Clock clock) {
        this.timeline = timeline;
        this.clock = clock;
    }

    /** The newest first, what concerns the model itself before the rest. */
    public List<ReleaseEvent> since(Filling filling, LocalDate day) {
        var to = LocalDate.now(clock).plusYears(YEARS_AHEAD);
        var all = timeline
                .list(new ReleaseQuery(Optional.of(filling.family()), day, to, EnumSet.allOf(ReleaseKind.class)))
                .stream()
                .filter(event -> isOf(filling, event) || OF_THE_FAMILY.contains(event.kind()))
                .toList();
        return Stream.concat(
                        all.stream().filter(event -> isOf(filling, event)),
                        all.stream().filter(event -> !isOf(filling, event)))
                .limit(MOST)
                .toList();
    }

    private static boolean isOf(Filling filling, ReleaseEvent event) {
        return event.model().isEmpty()
                || event.model().filter(filling.model()::equalsIgnoreCase).isPresent();
    }
}
