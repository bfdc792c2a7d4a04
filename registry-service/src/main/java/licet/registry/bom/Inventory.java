package licet.registry.bom;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The models that a deployment says it runs.
 *
 * @param format of the document that named them
 * @param by who stored it
 */
@Schema(name = "DeploymentInventory")
record Inventory(String deployment, String format, Instant storedAt, String by, List<Line> models) {
    Inventory {
        models = List.copyOf(models);
    }

    /**
     * @param model on the Hub, with the commit where one is named
     * @param sha256 of a file of weights
     */
    @Schema(name = "DeploymentInventoryLine")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Line(String label, Optional<String> model, Optional<String> sha256) {
        static Line of(Bom.Entry entry) {
            return switch (entry.named()) {
                case Bom.Named.Model(var reference) ->
                    new Line(entry.label(), Optional.of(reference), Optional.empty());
                case Bom.Named.File(var sha256) -> new Line(entry.label(), Optional.empty(), Optional.of(sha256));
                case Bom.Named.Nothing _ -> new Line(entry.label(), Optional.empty(), Optional.empty());
            };
        }
    }
}
