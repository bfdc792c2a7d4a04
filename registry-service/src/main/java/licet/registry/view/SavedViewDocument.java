package licet.registry.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A saved view as the API shows it.
 *
 * @param parameters to put behind {@code /api/v1/models?} or the address of the catalog
 * @param problem why the list cannot be shown any more
 */
@Schema(name = "View")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record SavedViewDocument(UUID id, String name, String parameters, Instant savedAt, Optional<String> problem) {
    @Schema(name = "ViewPage")
    record Page(List<SavedViewDocument> views) {}

    static SavedViewDocument of(SavedView view) {
        return new SavedViewDocument(view.id(), view.name(), view.parameters(), view.savedAt(), view.problem());
    }
}
