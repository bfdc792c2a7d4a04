package licet.web.catalog;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Lists that the reader keeps, and the form that keeps this one.
 *
 * @param parameters of this list
 * @param name as it was typed, where it has to be mended
 */
public record KeptViews(List<Kept> views, String parameters, String name, Optional<String> formToken) {
    public KeptViews {
        views = List.copyOf(views);
    }

    /**
     * @param current whether this list is the one that is shown
     * @param problem why it cannot be shown
     */
    public record Kept(UUID id, String name, String href, boolean current, Optional<String> problem) {}
}
