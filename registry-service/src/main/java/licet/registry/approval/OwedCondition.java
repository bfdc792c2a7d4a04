package licet.registry.approval;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What has to be done although a request is approved.
 *
 * @param id of the condition; {@code request} is where it was set
 * @param late whether its day has passed
 */
@Schema(name = "OwedCondition")
public record OwedCondition(
        UUID id,
        UUID request,
        String model,
        String revision,
        String deployment,
        String words,
        ApprovalRequest.Person owner,
        LocalDate due,
        boolean late) {
    /** @param next cursor of the page that follows */
    @Schema(name = "OwedConditionPage")
    public record Page(List<OwedCondition> conditions, Optional<String> next) {
        public Page {
            conditions = List.copyOf(conditions);
        }
    }
}
