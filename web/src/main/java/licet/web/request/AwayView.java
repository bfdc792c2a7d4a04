package licet.web.request;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Who decides for whom.
 *
 * @param own of the caller's decisions
 * @param others for whom the caller decides
 * @param people logins of who can be named
 */
public record AwayView(
        String formToken, boolean takesPart, List<Line> own, List<Line> others, List<String> people, Sent sent) {
    public AwayView {
        own = List.copyOf(own);
        others = List.copyOf(others);
        people = List.copyOf(people);
    }

    /** @param login of the colleague; @param last moment of it, such as the last second of a day */
    public record Line(UUID id, String login, Instant from, Instant last, boolean acting) {}
}
