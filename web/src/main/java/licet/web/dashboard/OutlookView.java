package licet.web.dashboard;

import java.util.List;
import licet.registry.dashboard.Outlook;
import licet.web.layout.Bar;

/**
 * What happened lately and what comes, in pictures.
 *
 * @param kinds what happened upstream, a bar for each kind
 * @param columns of the weeks ahead
 * @param rate of renewals, in words
 * @param whole renewed, replaced and retired in one bar; empty where nothing was decided
 */
public record OutlookView(Outlook outlook, List<Bar> kinds, List<Column> columns, String rate, List<Bar.Part> whole) {
    public OutlookView {
        kinds = List.copyOf(kinds);
        columns = List.copyOf(columns);
        whole = List.copyOf(whole);
    }

    /** @param x left edge @param y upper edge @param height of what ends in that week */
    public record Column(Outlook.Week week, int x, int y, int height) {}
}
