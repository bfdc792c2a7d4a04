package licet.registry.alert;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.RequestJson;
import licet.registry.platform.http.Scope;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.format.CanonicalJson;
import org.jspecify.annotations.Nullable;

/** What the owner of the token was told, for programs. */
@Controller("/api/v1/inbox/alerts")
@ExecuteOn(TaskExecutors.BLOCKING)
@Access(scope = Scope.WRITE)
final class AlertsController {
    private static final int PAGE = 50;

    private final AlertInbox inbox;

    AlertsController(AlertInbox inbox) {
        this.inbox = inbox;
    }

    /** The body as documented; it is read by hand so that every problem names its field. */
    @Schema(name = "AlertsRead")
    record ReadBody(
            @Schema(description = "ids of at most 200 alerts")
            List<String> ids) {}

    @Schema(name = "AlertsMarked")
    record Marked(
            @Schema(description = "how many of them were unread")
            int marked) {}

    @Schema(name = "AlertsUpTo")
    record UpTo(
            @Schema(description = "id of the newest alert that was seen", format = "uuid")
            String newest) {}

    @Schema(name = "AlertsAcknowledged")
    record Acknowledged(
            @Schema(description = "how many of them were not acknowledged by the same person before")
            int acknowledged) {}

    @Get
    @Access(scope = Scope.READ)
    @Operation(summary = "What the owner of the token was told, the newest first")
    @Parameter(name = "unread", in = ParameterIn.QUERY, schema = @Schema(type = "boolean"))
    @Parameter(name = "severity", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(name = "kind", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(name = "after", in = ParameterIn.QUERY, schema = @Schema(type = "string", format = "uuid"))
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AlertDocument.Page.class)))
    HttpResponse<String> list(HttpRequest<?> request, Principal caller) {
        var given = request.getParameters();
        var query = new AlertQuery(
                given.getFirst("unread").map(AlertsController::flag).orElse(false),
                given.getFirst("after").map(text -> id("after", text)),
                PAGE,
                given.getFirst("severity").map(word -> choice("severity", word, Severity.class)),
                given.getFirst("kind").map(word -> choice("kind", word, AlertKind.class)));
        var found = inbox.list(query, caller);
        var next = found.size() < PAGE
                ? Optional.<UUID>empty()
                : Optional.of(found.getLast().id());
        return json(new AlertDocument.Page(found.stream().map(AlertDocument::of).toList(), inbox.unread(caller), next));
    }

    @Post("/read")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Marks alerts of the owner of the token as read")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = ReadBody.class)))
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Marked.class)))
    HttpResponse<String> read(@Body String body, Principal caller) {
        return json(new Marked(inbox.markRead(ids(RequestJson.parse(body, "ids").get("ids")), caller)));
    }

    @Post("/read-all")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Marks everything that the owner of the token was told, up to one alert, as read")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = UpTo.class)))
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Marked.class)))
    HttpResponse<String> readAll(@Body String body, Principal caller) {
        var newest = id("/newest", RequestJson.parse(body, "newest").text("newest"));
        return json(new Marked(inbox.markAllRead(newest, caller)));
    }

    @Post("/acknowledge")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "The owner of the token takes care of these alerts; their teams see it")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = ReadBody.class)))
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Acknowledged.class)))
    HttpResponse<String> acknowledge(@Body String body, Principal caller) {
        var ids = ids(RequestJson.parse(body, "ids").get("ids"));
        return json(new Acknowledged(inbox.acknowledge(ids, caller)));
    }

    private static <E extends Enum<E> & ClosedChoice> E choice(String field, String word, Class<E> type) {
        return ClosedChoice.find(type, word)
                .orElseThrow(() -> malformed(field, word, "use one of " + ClosedChoice.words(type)));
    }

    private static Set<UUID> ids(JsonNode given) {
        if (!given.isArray() || given.size() > AlertQuery.MOST) {
            throw malformed("/ids", null, "give a list of at most " + AlertQuery.MOST + " ids");
        }
        var all = new HashSet<UUID>();
        given.forEach(each -> all.add(id("/ids", each.asText())));
        return all;
    }

    private static boolean flag(String given) {
        return switch (given) {
            case "true" -> true;
            case "false", "" -> false;
            default -> throw malformed("unread", given, "use true or false");
        };
    }

    private static UUID id(String field, String given) {
        try {
            return UUID.fromString(given);
        } catch (IllegalArgumentException e) {
            throw malformed(field, given, "give the id of an alert");
        }
    }

    private static RuntimeException malformed(String field, @Nullable String value, String mend) {
        return new RegistryProblem.Malformed(field, value, mend).asException();
    }

    private static HttpResponse<String> json(Object body) {
        return HttpResponse.ok(CanonicalJson.write(body)).contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
