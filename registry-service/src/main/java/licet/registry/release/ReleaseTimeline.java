package licet.registry.release;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What happened to models and families, the newest first: seen in repositories, known, and entered. */
@Singleton
public class ReleaseTimeline {
    private static final Comparator<ReleaseEvent> NEWEST = Comparator.comparing(ReleaseEvent::first)
            .thenComparing(ReleaseEvent::last)
            .reversed()
            .thenComparing(event -> event.model().orElse(""))
            .thenComparing(ReleaseEvent::id);

    private final RecordedReleases recorded;
    private final ReleaseEntries entries;

    ReleaseTimeline(RecordedReleases recorded, ReleaseEntries entries) {
        this.recorded = recorded;
        this.entries = entries;
    }

    public List<ReleaseEvent> list(ReleaseQuery query) {
        return Stream.concat(recorded.list(query).stream(), entries.list(query).stream())
                .sorted(NEWEST)
                .toList();
    }
}
