package licet.registry.audit;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Optional;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Role;
import licet.registry.platform.http.Scope;
import licet.rules.format.CanonicalJson;
import org.jspecify.annotations.Nullable;

/** The audit log for programs of auditors and administrators. */
@Controller("/api/v1/audit")
@Access(
        scope = Scope.READ,
        role = {Role.AUDITOR, Role.ADMINISTRATOR})
@ExecuteOn(TaskExecutors.BLOCKING)
final class AuditController {
    private static final String JSON_LINES = "application/x-ndjson";

    private final AuditTrail trail;
    private final AuditCheck check;
    private final AuditExport export;

    AuditController(AuditTrail trail, AuditCheck check, AuditExport export) {
        this.trail = trail;
        this.check = check;
        this.export = export;
    }

    @Get
    @Operation(
            summary = "Entries of the audit log, the newest first",
            description = "Asks for a token whose owner is auditor or administrator.")
    @Parameter(name = "actor", in = ParameterIn.QUERY, description = "id of a person or token, login, host or system")
    @Parameter(name = "action", in = ParameterIn.QUERY, description = "For example policy.activate")
    @Parameter(name = "kind", in = ParameterIn.QUERY, description = "Of the object, for example deployment")
    @Parameter(name = "id", in = ParameterIn.QUERY, description = "Of the object; with its kind")
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "First day, or moment")
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "Last day, or the first moment after")
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "Field next of the page before")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "From 1 to 200; 50 when left out")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AuditLine.Page.class)))
    HttpResponse<String> list(HttpRequest<?> request) {
        var parameters = request.getParameters();
        int limit = parameters
                .getFirst("limit")
                .map(text -> text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0)
                .orElse(AuditTrail.DEFAULT_LIMIT);
        return json(trail.list(AuditQuery.parse(parameters.asMap()), parameters.getFirst("cursor"), limit));
    }

    @Get("/verification{?from}")
    @Operation(
            summary = "Reads a part of the chain and tells the first thing that is wrong",
            description = "At most 100,000 entries at once; go on with the field next until there is a result.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = VerificationDocument.class)))
    HttpResponse<String> verify(@QueryValue @Nullable Long from) {
        return json(VerificationDocument.of(check.verify(from == null ? 1 : from)));
    }

    @Get("/entries.jsonl{?first,last}")
    @Produces(JSON_LINES)
    @Operation(
            summary = "Entries as lines of JSON, the oldest first",
            description =
                    "By numbers or by days. Each line has every field that its hash covers; docs/audit.md says how"
                            + " to check them.")
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "First day, or moment")
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "Last day, or the first moment after")
    StreamedFile lines(HttpRequest<?> request, @QueryValue @Nullable Long first, @QueryValue @Nullable Long last) {
        var times = AuditQuery.parse(request.getParameters().asMap());
        var range =
                new AuditExport.Range(Optional.ofNullable(first), Optional.ofNullable(last), times.from(), times.to());
        return new StreamedFile(export.lines(range), MediaType.of(JSON_LINES)).attach("audit.jsonl");
    }

    private static HttpResponse<String> json(Object body) {
        return HttpResponse.ok(CanonicalJson.write(body)).contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
