package licet.registry.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.RequestJson;
import licet.registry.platform.http.Role;
import licet.registry.platform.http.Scope;
import licet.rules.format.CanonicalJson;
import org.jspecify.annotations.Nullable;

/** Receivers of webhooks for programs, with tokens of administrators. */
@Controller("/api/v1/webhooks")
@ExecuteOn(TaskExecutors.BLOCKING)
@Access(scope = Scope.WRITE, role = Role.ADMINISTRATOR)
final class ReceiversController {
    private final Receivers receivers;
    private final Deliveries deliveries;

    ReceiversController(Receivers receivers, Deliveries deliveries) {
        this.receivers = receivers;
        this.deliveries = deliveries;
    }

    @Schema(name = "WebhookWish")
    record WishBody(
            String name,

            @Schema(description = "https, public") String address,

            @Schema(
                    description = "beginnings of topics, such as approval.; all when left out; for a chat, of alert.",
                    nullable = true)
            List<String> topics,

            @Schema(
                    description = "standard when left out",
                    nullable = true,
                    allowableValues = {"standard", "slack", "teams"})
            String format) {}

    @Schema(name = "WebhookReceivers")
    record All(List<Receiver> receivers) {}

    @Get
    @Operation(summary = "Everybody who is told by HTTP what happens here")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = All.class)))
    HttpResponse<String> list() {
        return json(HttpStatus.OK, new All(receivers.list()));
    }

    @Post
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Adds a receiver",
            description = "The answer shows its secret, this once. A name can be taken once, so a request that is sent"
                    + " again adds nothing.")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = WishBody.class)))
    @ApiResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Receiver.Made.class)))
    HttpResponse<String> create(@Body String body, Principal caller) {
        var json = RequestJson.parse(body, "name", "address", "topics", "format");
        var wish = new NewReceiver(
                json.text("name"),
                json.text("address"),
                json.find("topics").map(ReceiversController::topics).orElse(List.of()),
                json.findText("format").map(NewReceiver::format).orElse(ReceiverFormat.STANDARD));
        return json(HttpStatus.CREATED, receivers.create(wish, caller));
    }

    private static List<String> topics(JsonNode given) {
        var all = new ArrayList<String>();
        given.forEach(topic -> all.add(topic.asText()));
        if (!given.isArray()) {
            throw NewReceiver.malformed("/topics", given.toString(), "give a list of beginnings such as approval.");
        }
        return all;
    }

    @Get("/{id}")
    @Operation(summary = "One receiver")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Receiver.class)))
    HttpResponse<String> get(UUID id) {
        return json(HttpStatus.OK, receivers.get(id));
    }

    @Post("/{id}/rotate")
    @Operation(summary = "Makes another secret; the one before signs beside it for a day")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Receiver.Made.class)))
    HttpResponse<String> rotate(UUID id, Principal caller) {
        return json(HttpStatus.OK, receivers.rotate(id, caller));
    }

    @Post("/{id}/on")
    @Operation(summary = "Sends again what waits, and what comes")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Receiver.class)))
    HttpResponse<String> on(UUID id, Principal caller) {
        return json(HttpStatus.OK, receivers.turn(id, true, caller));
    }

    @Post("/{id}/off")
    @Operation(summary = "Sends nothing for the time being")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Receiver.class)))
    HttpResponse<String> off(UUID id, Principal caller) {
        return json(HttpStatus.OK, receivers.turn(id, false, caller));
    }

    @Post("/{id}/test")
    @Operation(summary = "Sends a message of the topic licet.test")
    @ApiResponse(responseCode = "202", description = "on its way; the answer names its id")
    HttpResponse<String> test(UUID id, Principal caller) {
        return json(HttpStatus.ACCEPTED, Map.of("message", receivers.test(id, caller)));
    }

    @Delete("/{id}")
    @Operation(summary = "Removes a receiver with all that waits for it")
    @ApiResponse(responseCode = "204", description = "it is gone")
    HttpResponse<String> delete(UUID id, Principal caller) {
        receivers.delete(id, caller);
        return HttpResponse.noContent();
    }

    @Get("/{id}/deliveries{?cursor,limit}")
    @Operation(summary = "What was sent to it and what came back, the newest first, page by page")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Delivery.Page.class)))
    HttpResponse<String> deliveries(UUID id, @QueryValue @Nullable String cursor, @QueryValue @Nullable Integer limit) {
        return json(
                HttpStatus.OK,
                deliveries.list(id, Optional.ofNullable(cursor), limit == null ? Deliveries.DEFAULT_LIMIT : limit));
    }

    @Post("/{id}/deliveries/{message}/replay")
    @Operation(summary = "Sends a message again, under the same id")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Delivery.class)))
    HttpResponse<String> replay(UUID id, UUID message, Principal caller) {
        return json(HttpStatus.OK, deliveries.replay(id, message, caller));
    }

    private static HttpResponse<String> json(HttpStatus status, Object body) {
        return HttpResponse.<String>status(status)
                .body(CanonicalJson.write(body))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
