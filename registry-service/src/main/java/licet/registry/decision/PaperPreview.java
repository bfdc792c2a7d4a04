package licet.registry.decision;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * What a paper would do to the answers, before it is on record.
 *
 * @param at moment of all evaluations: now, or the begin of the paper
 * @param models how many were looked at: those that it names with what was made from them, or all
 * @param whole false where it reaches more models than were looked at
 * @param changes ways in which answers would change; empty where it would change none
 */
@Schema(name = "InstrumentPreview")
public record PaperPreview(Instant at, long models, boolean whole, List<Change> changes) {
    public PaperPreview {
        changes = List.copyOf(changes);
    }

    /** How many answers would be other ones. */
    public long changed() {
        return changes.stream().mapToLong(Change::models).sum();
    }

    /**
     * Models that go the same way in one deployment.
     *
     * @param deployment its key
     * @param examples some of their names
     */
    @Schema(name = "InstrumentPreviewChange")
    public record Change(String deployment, String name, String from, String to, long models, List<String> examples) {
        public Change {
            examples = List.copyOf(examples);
        }
    }
}
