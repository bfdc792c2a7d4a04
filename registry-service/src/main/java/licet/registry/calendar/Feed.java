package licet.registry.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An address under which a calendar elsewhere reads.
 *
 * @param prefix the start of its secret, by which people tell it from others
 * @param scope all, mine, team, family or stack
 * @param subject key of the team, family or stack; absent otherwise
 * @param kinds of the days in it; empty for all
 * @param alarms days before what has to be done, on which it reminds
 */
@Schema(name = "CalendarFeed")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Feed(
        UUID id,
        String prefix,
        String scope,
        Optional<String> subject,
        List<CalendarKind> kinds,
        List<Integer> alarms,
        Instant madeAt) {
    public Feed {
        kinds = List.copyOf(kinds);
        alarms = List.copyOf(alarms);
    }

    /** @param ics address for calendars @param atom address for readers of news; both are shown once */
    @Schema(name = "CalendarFeedMade")
    public record Made(Feed feed, String ics, String atom) {
        @Override
        public String toString() {
            return "Made[" + feed + "]";
        }
    }

    @Schema(name = "CalendarFeeds")
    record Page(List<Feed> feeds) {}
}
