package licet.registry.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Deployments for programs. */
@Schema(name = "DeploymentPage")
record DeploymentPage(List<Line> items) {
    DeploymentPage {
        items = List.copyOf(items);
    }

    /**
     * @param team key of the team that owns it; absent where none does
     * @param answers how many models have each answer now
     */
    @Schema(name = "DeploymentLine")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Line(
            String key,
            String name,
            int version,
            String licensee,
            String stage,
            String channel,
            Optional<String> team,
            FactPreview.Answers answers) {}

    @Schema(name = "FactVersions")
    record Versions(List<Version> items) {
        Versions {
            items = List.copyOf(items);
        }
    }

    /** @param by absent for the product itself and for tokens of the host */
    @Schema(name = "FactVersion")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Version(
            int version,
            Instant at,
            Optional<String> by,
            @Schema(type = "object") JsonNode facts) {}
}
