package licet.web.request;

import java.util.List;
import java.util.UUID;

/** What became of several decisions. @param decided how many were done */
public record BulkView(int decided, List<Refused> refused) {
    public BulkView {
        refused = List.copyOf(refused);
    }

    /** @param why one that was not done, in words */
    public record Refused(UUID id, String why) {}
}
