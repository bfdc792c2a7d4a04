package licet.registry.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One message for one receiver.
 *
 * @param id of the message, the same on every try
 * @param nextAt when it is tried again; absent where it is not
 * @param attempts the newest first, at most ten
 */
@Schema(name = "WebhookDelivery")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Delivery(
        UUID id,
        String topic,
        String objectKind,
        String objectId,
        DeliveryState state,
        int tries,
        Instant happenedAt,
        Optional<Instant> nextAt,
        Optional<Instant> endedAt,
        List<Attempt> attempts) {
    public Delivery {
        attempts = List.copyOf(attempts);
    }

    /** @param status absent where no answer came @param answer its beginning, or why there is none */
    @Schema(name = "WebhookAttempt")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Attempt(Instant at, Optional<Integer> status, int millis, String answer) {}

    /** @param next cursor of the page that follows */
    @Schema(name = "WebhookDeliveryPage")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Page(List<Delivery> deliveries, Optional<String> next) {
        public Page {
            deliveries = List.copyOf(deliveries);
        }
    }
}
