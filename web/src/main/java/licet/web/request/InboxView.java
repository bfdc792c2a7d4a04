package licet.web.request;

import java.util.List;
import java.util.Optional;
import licet.registry.approval.Requests;
import licet.registry.approval.Waiting;

/**
 * What waits for somebody, and what they wait for.
 *
 * @param next address of the page that follows
 * @param own requests that are not decided
 */
public record InboxView(List<Waiting.Line> waiting, Optional<String> next, List<Requests.Own> own, boolean first) {
    public InboxView {
        waiting = List.copyOf(waiting);
        own = List.copyOf(own);
    }
}
