package licet.web.license;

import java.util.List;
import licet.registry.license.LicenseLine;

/** The list of licenses and use policies, with what it was narrowed by. */
public record LicensesView(
        String q,
        List<Choice> stewards,
        List<Choice> classes,
        List<Choice> hubIds,
        List<Choice> sorts,
        List<Row> rows) {
    public LicensesView {
        stewards = List.copyOf(stewards);
        classes = List.copyOf(classes);
        hubIds = List.copyOf(hubIds);
        sorts = List.copyOf(sorts);
        rows = List.copyOf(rows);
    }

    public record Choice(String value, String label, boolean chosen) {}

    /** @param kind in words: the class of a license, or that it is a use policy */
    public record Row(LicenseLine line, String kind) {}

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    public boolean isNarrowed() {
        return !q.isEmpty()
                || List.of(stewards, classes, hubIds).stream()
                        .anyMatch(choices -> choices.stream()
                                .anyMatch(choice ->
                                        choice.chosen() && !choice.value().isEmpty()));
    }
}
