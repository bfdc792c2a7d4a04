package licet.registry.imports;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Optional;
import licet.ingest.local.ModelListResult;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Scope;
import licet.registry.platform.problem.FieldError;
import licet.registry.platform.problem.RegistryProblem;
import licet.registry.watch.Tier;
import licet.rules.format.CanonicalJson;
import org.jspecify.annotations.Nullable;

/** Lists of models from those who have no shell on the host. Folders need one: their files never travel. */
@Controller("/api/v1/imports")
@Access(scope = Scope.WRITE)
final class ImportsController {
    private static final String CSV = "text/csv";

    private final ListImport lists;

    ImportsController(ListImport lists) {
        this.lists = lists;
    }

    @Schema(name = "ListImport")
    record Taken(int models, int known, int watched, int queued) {}

    @Post("{?tier}")
    @Consumes({CSV, MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    @Operation(
            summary = "Takes a list of models, all of it or nothing",
            description = "CSV (a model and perhaps a revision on each line) or JSON (names, or objects with id and"
                    + " revision). tier=examined, the usual, watches each model, and reads those with a revision once;"
                    + " tier=listed makes the names known and no more.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Taken.class)))
    HttpResponse<String> take(@QueryValue @Nullable String tier, @Body byte @Nullable [] body, Principal caller) {
        byte[] list = body == null ? new byte[0] : body;
        return switch (lists.take(list, tier(tier), caller.actor())) {
            case ListImport.Outcome.Taken(int models, int known, int watched, int queued) ->
                HttpResponse.ok(CanonicalJson.write(new Taken(models, known, watched, queued)))
                        .contentType(MediaType.APPLICATION_JSON_TYPE);
            case ListImport.Outcome.Rejected(var problems) -> throw malformed(problems);
        };
    }

    private static Tier tier(@Nullable String word) {
        return Optional.ofNullable(word)
                .filter(given -> !given.isBlank())
                .map(given -> ClosedChoice.find(Tier.class, given)
                        .orElseThrow(() -> new RegistryProblem.Malformed(
                                        "tier", given, "use one of " + ClosedChoice.words(Tier.class))
                                .asException()))
                .orElse(Tier.EXAMINED);
    }

    private static RuntimeException malformed(List<ModelListResult.LineProblem> problems) {
        return new RegistryProblem.Malformed(problems.stream()
                        .map(problem -> new FieldError(place(problem), null, problem.message()))
                        .toList())
                .asException();
    }

    /** {@code line 3, column 6, revision}; {@code list} where it is meant as a whole. */
    private static String place(ModelListResult.LineProblem problem) {
        if (problem.line() == 0) {
            return "list";
        }
        var place = new StringBuilder("line ").append(problem.line());
        if (problem.column() > 0) {
            place.append(", column ").append(problem.column());
        }
        return problem.field().isEmpty()
                ? place.toString()
                : place.append(", ").append(problem.field()).toString();
    }
}
