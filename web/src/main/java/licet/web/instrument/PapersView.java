package licet.web.instrument;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Papers by the month in which they end.
 *
 * @param kind the only kind that is shown; empty for all
 * @param next id after which the next page begins
 */
public record PapersView(
        List<Month> months,
        List<String> kinds,
        List<String> states,
        String kind,
        String state,
        boolean mayRecord,
        Optional<Long> next) {
    public PapersView {
        months = List.copyOf(months);
    }

    /** @param name for instance {@code December 2026}; empty for those without an end */
    public record Month(String name, List<Row> papers) {
        public Month {
            papers = List.copyOf(papers);
        }
    }

    public record Row(
            long id,
            String kind,
            String state,
            String title,
            String party,
            List<String> lifts,
            List<String> models,
            Optional<Instant> until) {}
}
