package licet.registry.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A verdict that was put on record.
 *
 * @param source where the model comes from: a Hub, or {@code local}
 * @param knowledge digest of the knowledge that it was made with
 * @param closure SHA-256 of everything that it was made from, in hex
 * @param result SHA-256 of the answer as a document, in hex
 * @param name of the person who recorded it, while there is a profile
 */
@Schema(name = "DecisionRecord")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record DecisionRecord(
        long id,
        String source,
        String model,
        String revision,
        String deployment,
        int deploymentVersion,
        String verdict,
        String knowledge,
        String engine,
        String closure,
        String result,
        Instant at,
        UUID recordedBy,
        Optional<String> name,
        String reason) {
    /** @param next cursor of the next page; absent on the last */
    @Schema(name = "DecisionRecords")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Page(List<DecisionRecord> records, Optional<String> next) {
        public Page {
            records = List.copyOf(records);
        }
    }
}
