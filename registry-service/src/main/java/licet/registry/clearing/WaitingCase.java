package licet.registry.clearing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/**
 * Equal evidence that waits for people.
 *
 * @param key identity of the evidence
 * @param example one of the models that have it
 * @param models how many have it
 * @param deployments in how many deployments one of them is answered with NEEDS
 * @param proposal id of what somebody proposed for it
 */
@Schema(name = "ClearingCase")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record WaitingCase(
        QuestionKind kind, String key, String example, long models, long deployments, Optional<String> proposal) {
    WaitingCase with(long waiting, Optional<String> id) {
        return new WaitingCase(kind, key, example, models, waiting, id);
    }
}
