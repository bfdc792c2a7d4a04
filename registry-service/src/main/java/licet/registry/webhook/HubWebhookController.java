package licet.registry.webhook;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Map;
import licet.registry.ingest.IngestQueue;
import licet.registry.platform.http.Access;
import licet.registry.platform.metric.Metrics;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.format.CanonicalJson;
import org.jspecify.annotations.Nullable;

/**
 * Takes the Hub's messages. The secret in the header is the only proof of the sender, and a message is never believed:
 * it only makes the model be read again, which is why a replay does no harm.
 */
@Controller("/webhooks/huggingface")
@Access(Access.Who.OPEN)
final class HubWebhookController {
    static final int MOST_BYTES = 256 * 1024;

    private final WebhookSecret secret;
    private final IngestQueue queue;
    private final Metrics metrics;

    HubWebhookController(WebhookSecret secret, IngestQueue queue, Metrics metrics) {
        this.secret = secret;
        this.queue = queue;
        this.metrics = metrics;
    }

    @Post
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "The Hub tells that a repository changed",
            description = "Payload version 3. Answers 404 until a secret is configured.")
    @ApiResponse(responseCode = "202", description = "queued or ignored, as the body says")
    HttpResponse<String> receive(@Header("X-Webhook-Secret") @Nullable String proof, @Body byte @Nullable [] body) {
        demand(proof);
        byte[] payload = body == null ? new byte[0] : body;
        if (payload.length > MOST_BYTES) {
            throw new RegistryProblem.TooLarge(MOST_BYTES).asException();
        }
        String outcome = switch (DeliveryReader.read(payload)) {
            case Delivery.Changed(var model, var cause) -> {
                queue.addNewest(model, cause);
                yield "queued";
            }
            case Delivery.Ignored() -> "ignored";
            case Delivery.Malformed(var field) -> throw malformed(field);
        };
        metrics.count("licet_webhook_deliveries", "outcome", outcome, 1);
        return HttpResponse.<String>status(HttpStatus.ACCEPTED)
                .body(CanonicalJson.write(Map.of("outcome", outcome)))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    private void demand(@Nullable String proof) {
        if (!secret.isConfigured()) {
            throw new RegistryProblem.NoSuchAddress("/webhooks/huggingface").asException();
        }
        if (proof == null) {
            throw new RegistryProblem.NotAuthenticated().asException();
        }
        if (!secret.matches(proof)) {
            metrics.count("licet_webhook_deliveries", "outcome", "refused", 1);
            throw new RegistryProblem.Forbidden("the secret of the webhook").asException();
        }
    }

    private RuntimeException malformed(String field) {
        metrics.count("licet_webhook_deliveries", "outcome", "malformed", 1);
        return new RegistryProblem.Malformed(field, null, "send the Hub's payload of version 3").asException();
    }
}
