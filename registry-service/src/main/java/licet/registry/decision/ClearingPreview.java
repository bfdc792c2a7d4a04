package licet.registry.decision;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What a clearing would do to the answers, before it is proposed.
 *
 * @param follow models with the same evidence or a copy of it; all of them would follow
 * @param models how many of them were looked at, the most used ones
 * @param changes ways in which answers about these would change; empty where none would
 */
@Schema(name = "ClearingPreview")
public record ClearingPreview(long follow, long models, List<PaperPreview.Change> changes) {
    public ClearingPreview {
        changes = List.copyOf(changes);
    }

    /** How many answers would be other ones. */
    public long changed() {
        return changes.stream().mapToLong(PaperPreview.Change::models).sum();
    }

    /** False where more models would follow than were looked at. */
    public boolean whole() {
        return models >= follow;
    }
}
