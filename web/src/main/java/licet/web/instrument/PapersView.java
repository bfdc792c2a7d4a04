package licet.web.instrument;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Papers by the month in which they end.
 *
 * @param year this month and the eleven that follow
 * @param kind the only kind that is shown; empty for all
 * @param next id after which the next page begins
 */
public record PapersView(
        List<InYear> year,
        List<Month> months,
        List<String> kinds,
        List<String> states,
        String kind,
        String state,
        boolean mayRecord,
        Optional<Long> next) {
    public PapersView {
        year = List.copyOf(year);
        months = List.copyOf(months);
    }

    /**
     * A month of the calendar.
     *
     * @param name for instance {@code Dec 2026}
     * @param papers how many end in it
     * @param place where this page lists them; absent where it does not
     */
    public record InYear(String name, long papers, Optional<String> place) {}

    /**
     * @param place where it stands on the page
     * @param name for instance {@code December 2026}; empty for those without an end
     */
    public record Month(String place, String name, List<Row> papers) {
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
