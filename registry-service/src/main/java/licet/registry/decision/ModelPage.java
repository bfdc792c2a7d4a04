package licet.registry.decision;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One page of models.
 *
 * @param next cursor of the next page
 * @param total how many match, as text; a plus says that there are more, which nobody counted
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ModelPage(List<Row> models, Optional<String> next, String total) {
    public ModelPage {
        models = List.copyOf(models);
    }

    /**
     * @param source where it was read: the Hub that this product reads, or {@code local} for what was imported
     * @param verdicts deployment to answer; a deployment without an answer yet reads NEEDS
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Row(
            @JsonIgnore long id,
            String model,
            String source,
            Optional<String> revision,
            Optional<String> developer,
            Optional<String> country,
            Optional<String> license,
            String identification,
            String lineage,
            Optional<String> modality,
            Optional<Long> parameters,
            Optional<Instant> released,
            Optional<String> gated,
            String tier,
            @JsonIgnore Optional<Long> profile,
            Optional<Long> downloads,
            Optional<Long> likes,
            Map<String, String> verdicts) {
        Row with(Map<String, String> answers) {
            return new Row(
                    id,
                    model,
                    source,
                    revision,
                    developer,
                    country,
                    license,
                    identification,
                    lineage,
                    modality,
                    parameters,
                    released,
                    gated,
                    tier,
                    profile,
                    downloads,
                    likes,
                    answers);
        }
    }
}
