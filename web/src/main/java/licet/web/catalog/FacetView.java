package licet.web.catalog;

import java.util.List;
import java.util.Optional;

/**
 * One thing that the list can be narrowed by.
 *
 * @param open whether its values are shown at once
 * @param groups the values, in several groups where each deployment has its own
 */
public record FacetView(String id, String title, boolean open, List<Group> groups) {
    public FacetView {
        groups = List.copyOf(groups);
    }

    /**
     * @param title empty where it would repeat that of the facet
     * @param top values that are shown at once, among them all that are chosen
     * @param more the others
     */
    public record Group(Optional<String> title, List<Option> top, List<Option> more) {
        public Group {
            top = List.copyOf(top);
            more = List.copyOf(more);
        }
    }

    /**
     * @param name of the parameter
     * @param models how many there would be; empty where nobody counted
     * @param answer where the value is one of the three answers
     */
    public record Option(
            String id,
            String name,
            String value,
            String label,
            Optional<String> models,
            Optional<String> answer,
            boolean chosen) {}
}
