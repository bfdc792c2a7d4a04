package licet.registry.instrument;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.RequestJson;
import licet.registry.platform.http.Scope;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.format.CanonicalJson;

/** Agreements, acceptances and legal positions for programs. What changes something asks for a token that a person owns. */
@Controller("/api/v1/instruments")
@ExecuteOn(TaskExecutors.BLOCKING)
@Access(scope = Scope.WRITE)
final class InstrumentsController {
    private final Papers papers;
    private final PaperText text;
    private final Clock clock;

    InstrumentsController(Papers papers, PaperText text, Clock clock) {
        this.papers = papers;
        this.text = text;
        this.clock = clock;
    }

    /** The body as documented; it is read by hand so that every problem names its field. */
    @Schema(name = "InstrumentRequest")
    record Request(
            @Schema(allowableValues = {"agreement", "acceptance", "legal-position"})
            String kind,

            String title,

            @Schema(description = "the licensor, who accepted, or whose reading it is")
            String party,

            @Schema(nullable = true) String statement,

            @Schema(description = "key of the license or use policy", nullable = true)
            String text,

            @Schema(description = "hash of the text's bytes", nullable = true)
            String textSha256,

            @Schema(description = "ids of the findings that it lifts, as verdicts show them")
            List<String> lifts,

            @Schema(nullable = true) List<String> deployments,
            @Schema(nullable = true) List<String> entities,
            @Schema(nullable = true) List<String> models,
            @Schema(nullable = true) List<String> acts,
            @Schema(nullable = true) List<String> places,

            @Schema(description = "a day or a moment; now when absent", nullable = true)
            String from,

            @Schema(nullable = true) String until,
            @Schema(nullable = true) File document,

            @Schema(description = "of a legal position: for counsel and auditors only", nullable = true)
            String privileged,

            @Schema(description = "number of the one that ends with it", nullable = true)
            Long replaces) {}

    @Schema(name = "InstrumentFile")
    record File(String name, String type, String base64) {}

    @Schema(name = "InstrumentRevocation")
    record Revocation(String reason) {}

    @Schema(name = "PrivilegedComment")
    record Privileged(String comment) {}

    @Get
    @Access(scope = Scope.READ)
    @Operation(
            summary = "Agreements, acceptances and legal positions, those that end first at the top",
            description = "What counsel wrote for counsel is never among it.")
    @Parameter(name = "kind", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(name = "state", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(name = "endsBefore", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(name = "after", in = ParameterIn.QUERY, schema = @Schema(type = "integer"))
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PaperDocument.Page.class)))
    HttpResponse<String> list(HttpRequest<?> request) {
        var query = PaperParameters.read(request.getParameters());
        var found = papers.list(query);
        var now = clock.instant();
        var next = found.size() < query.limit()
                ? Optional.<Long>empty()
                : Optional.of(found.getLast().id());
        return json(
                HttpStatus.OK,
                new PaperDocument.Page(
                        found.stream()
                                .map(paper -> PaperDocument.of(paper, now))
                                .toList(),
                        next));
    }

    @Post
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Puts a paper on record; it acts from its begin to its end")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = Request.class)))
    @ApiResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PaperDocument.class)))
    HttpResponse<String> record(@Body String body, Principal caller) {
        var paper = papers.record(text.read(body), caller);
        return json(HttpStatus.CREATED, PaperDocument.of(paper, clock.instant()))
                .header("Location", "/api/v1/instruments/" + paper.id());
    }

    @Get("/{id}")
    @Access(scope = Scope.READ)
    @Operation(summary = "One paper")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PaperDocument.class)))
    HttpResponse<String> get(String id) {
        return json(HttpStatus.OK, PaperDocument.of(papers.get(number(id)), clock.instant()));
    }

    @Get("/{id}/documents/{sha256}")
    @Access(scope = Scope.READ)
    @Produces(MediaType.ALL)
    @Operation(
            summary = "The document of a paper, byte by byte",
            description =
                    "For people who sign or check papers, and for whoever handed it in. It comes as a file to save.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = "string", format = "binary")))
    HttpResponse<byte[]> document(String id, String sha256, Principal caller) {
        return PaperDownload.of(papers.document(number(id), sha256, caller));
    }

    @Get("/{id}/privileged")
    @Access(scope = Scope.READ)
    @Operation(
            summary = "What counsel wrote for counsel",
            description = "For counsel and auditors; for everybody else there is nothing here.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Privileged.class)))
    HttpResponse<String> privileged(String id, Principal caller) {
        var paper = papers.get(number(id));
        return papers.privileged(paper.id(), caller)
                .map(comment -> json(HttpStatus.OK, new Privileged(comment)))
                .orElseThrow(() -> new RegistryProblem.NotFound("privileged comment", id).asException());
    }

    @Post("/{id}/revoke")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Ends a paper now; it stays on record")
    @RequestBody(
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Revocation.class)))
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PaperDocument.class)))
    HttpResponse<String> revoke(String id, @Body String body, Principal caller) {
        var json = RequestJson.parse(body, "reason");
        return json(
                HttpStatus.OK,
                PaperDocument.of(papers.revoke(number(id), json.text("reason"), caller), clock.instant()));
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException notANumber) {
            throw new RegistryProblem.NotFound("instrument", id).asException();
        }
    }

    private static MutableHttpResponse<String> json(HttpStatus status, Object body) {
        return HttpResponse.<String>status(status)
                .body(CanonicalJson.write(body))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
