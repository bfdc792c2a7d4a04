package licet.web.catalog;

import java.util.List;

/**
 * The search form as it was sent, with what it offers.
 *
 * @param query words searched for, empty for all
 */
public record CatalogFilters(
        String query,
        List<Choice> licenses,
        List<Choice> countries,
        List<Choice> verdicts,
        List<Choice> deployments,
        List<Choice> sorts) {
    public CatalogFilters {
        licenses = List.copyOf(licenses);
        countries = List.copyOf(countries);
        verdicts = List.copyOf(verdicts);
        deployments = List.copyOf(deployments);
        sorts = List.copyOf(sorts);
    }

    /** One entry of a closed list. The empty value stands for any. */
    public record Choice(String value, String label, boolean chosen) {}

    public boolean isNarrowed() {
        return !query.isBlank() || isChosen(licenses) || isChosen(countries) || isChosen(verdicts);
    }

    private static boolean isChosen(List<Choice> choices) {
        return choices.stream()
                .anyMatch(choice -> choice.chosen() && !choice.value().isEmpty());
    }
}
