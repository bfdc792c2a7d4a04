package licet.registry.platform.audit;

import java.util.List;
import java.util.Set;

/**
 * Changes that were committed, here or by another instance. The same change can be told twice, so listeners only drop
 * what they remember.
 *
 * @param complete false when there were too many to list: then anything may have changed
 */
public record HeadMoved(List<Changed> changes, boolean complete) {
    /** One audited change. */
    public record Changed(String action, String objectKind, String objectId) {}

    public HeadMoved {
        changes = List.copyOf(changes);
    }

    public boolean touches(Set<String> objectKinds) {
        return !complete || changes.stream().anyMatch(change -> objectKinds.contains(change.objectKind()));
    }
}
