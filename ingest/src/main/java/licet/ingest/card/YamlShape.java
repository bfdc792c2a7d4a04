package licet.ingest.card;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Looks at a document's events before anything is built from them, since building recurses and expands aliases. */
final class YamlShape {
    private static final int MAX_DEPTH = 50;
    private static final int MAX_ALIASES = 1_000;
    private static final int MAX_EVENTS = 200_000;

    private YamlShape() {}

    /** Why the document must not be built; empty when it may. */
    static Optional<String> findExcess(String yaml) {
        int depth = 0;
        int aliases = 0;
        int events = 0;
        for (Event event : new Parse(LoadSettings.builder().build()).parseString(yaml)) {
            Event.ID id = event.getEventId();
            depth += id == Event.ID.MappingStart || id == Event.ID.SequenceStart ? 1 : 0;
            depth -= id == Event.ID.MappingEnd || id == Event.ID.SequenceEnd ? 1 : 0;
            aliases += id == Event.ID.Alias ? 1 : 0;
            events++;
            if (depth > MAX_DEPTH) {
                return Optional.of("the metadata is nested deeper than " + MAX_DEPTH + " levels");
            }
            if (aliases > MAX_ALIASES || events > MAX_EVENTS) {
                return Optional.of(
                        "the metadata has more than %d aliases or %d elements".formatted(MAX_ALIASES, MAX_EVENTS));
            }
        }
        return Optional.empty();
    }

    static boolean isReadable(String yaml) {
        try {
            return findExcess(yaml).isEmpty();
        } catch (YamlEngineException e) {
            return false;
        }
    }
}
