package licet.registry.release;

import java.util.List;

/**
 * What a document says, read and not yet taken.
 *
 * @param refused what could not be read, with the reason
 */
record ImportedEvents(List<Event> events, List<ImportResult.Line> refused) {
    static final int MOST = 2_000;

    ImportedEvents {
        events = List.copyOf(events);
        refused = List.copyOf(refused);
    }

    /**
     * @param origin what it is where it comes from, so that it comes in once
     * @param cancelled whether it no longer is
     */
    record Event(String origin, NewReleaseEntry entry, boolean cancelled) {}
}
