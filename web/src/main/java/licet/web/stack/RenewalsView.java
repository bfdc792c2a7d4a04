package licet.web.stack;

import java.util.List;
import licet.registry.stack.Renewals;
import licet.web.layout.Bar;

/**
 * How much of what ran was renewed.
 *
 * @param whole everything in one bar
 * @param columns one for each quarter, the oldest first
 * @param charts by family, developer, license and country
 * @param stacks keys to choose from
 * @param csv address of the same as a file
 */
public record RenewalsView(
        Renewals renewals,
        String rate,
        List<Bar.Part> whole,
        List<Column> columns,
        List<Chart> charts,
        Choice choice,
        String csv) {
    public RenewalsView {
        whole = List.copyOf(whole);
        columns = List.copyOf(columns);
        charts = List.copyOf(charts);
    }

    /** What can be chosen, and what is. */
    public record Choice(List<String> stacks, String stack, List<String> teams, String team) {
        public Choice {
            stacks = List.copyOf(stacks);
            teams = List.copyOf(teams);
        }
    }

    /**
     * @param x left edge @param y upper edge @param height of the renewed part, of 100
     * @param rate in words
     */
    public record Column(Renewals.Rate counted, String rate, int x, int y, int height) {}

    /** @param id family, developer, license or country */
    public record Chart(String id, List<Line> lines) {
        public Chart {
            lines = List.copyOf(lines);
        }
    }

    /** @param rate in words @param parts renewed, replaced and retired over the whole length */
    public record Line(String name, Renewals.Rate counted, String rate, List<Bar.Part> parts) {
        public Line {
            parts = List.copyOf(parts);
        }
    }

    public boolean isEmpty() {
        return renewals.all().decided() == 0;
    }

    public int width() {
        return columns.stream()
                .mapToInt(column -> column.x() + RenewalPages.STEP)
                .max()
                .orElse(RenewalPages.STEP);
    }
}
