package licet.registry.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who is told by HTTP what happens here.
 *
 * @param address of a chat only its beginning: the rest is a secret
 * @param topics beginnings of the topics that it wants; empty for all
 * @param waiting how many messages wait for it
 * @param formerUntil until when the secret before this one signs too
 */
@Schema(name = "WebhookReceiver")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Receiver(
        UUID id,
        String name,
        ReceiverFormat format,
        String address,
        List<String> topics,
        ReceiverState state,
        Instant madeAt,
        Optional<Instant> formerUntil,
        long waiting) {
    public Receiver {
        topics = List.copyOf(topics);
    }

    /**
     * One that was just made, or got another secret.
     *
     * @param secret shown this once, with the prefix {@code whsec_}; a chat has none
     */
    @Schema(name = "NewWebhookReceiver")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Made(Receiver receiver, Optional<String> secret) {}
}
