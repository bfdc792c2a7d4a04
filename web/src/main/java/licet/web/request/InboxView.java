package licet.web.request;

import java.util.List;
import java.util.Optional;
import licet.registry.approval.OwedCondition;
import licet.registry.approval.Requests;
import licet.registry.approval.Waiting;
import licet.registry.waiver.Waiver;

/**
 * What waits for somebody, and what they wait for.
 *
 * @param next address of the page that follows
 * @param own requests that are not decided
 * @param waivers that somebody else proposed and whoever looks may decide about
 * @param first whether it is the first page
 * @param owed conditions of approvals that they look after
 * @param news what they were told and did not read, the newest of it
 * @param unread how much there is of that
 * @param done what became of several decisions
 */
public record InboxView(
        List<Waiting.Line> waiting,
        Optional<String> next,
        List<Requests.Own> own,
        List<Waiver> waivers,
        boolean first,
        List<OwedCondition> owed,
        List<NewsLine> news,
        long unread,
        String formToken,
        Optional<BulkView> done,
        Sent sent) {
    public InboxView {
        waiting = List.copyOf(waiting);
        own = List.copyOf(own);
        owed = List.copyOf(owed);
        waivers = List.copyOf(waivers);
        news = List.copyOf(news);
    }

    /** What the form sends for one of them. */
    public String pick(Waiting.Line line) {
        return line.id() + " " + line.round() + " " + line.stage()
                + line.onBehalfOf().map(away -> " " + away).orElse("");
    }
}
