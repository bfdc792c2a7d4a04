package licet.web.catalog;

import java.util.List;

/**
 * The form above the list, as it was sent.
 *
 * @param query words searched for, empty for all
 * @param kept verdicts in any deployment at all, which the form cannot ask for and must not lose
 * @param chips one for each thing that narrows the list
 */
public record CatalogSearch(String query, List<Choice> sorts, List<String> kept, List<Chip> chips) {
    public CatalogSearch {
        sorts = List.copyOf(sorts);
        kept = List.copyOf(kept);
        chips = List.copyOf(chips);
    }

    /** One entry of a closed list. */
    public record Choice(String value, String label, boolean chosen) {}

    /** @param href the list without it */
    public record Chip(String label, String href) {}
}
