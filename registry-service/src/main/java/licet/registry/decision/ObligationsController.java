package licet.registry.decision;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Optional;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Scope;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.format.CanonicalJson;
import licet.rules.obligation.Pack;
import licet.rules.obligation.PackFiles;
import org.jspecify.annotations.Nullable;

/** What has to be done, as data or as the files that people fill in and ship. */
@Controller("/api/v1/obligations")
@Access(scope = {Scope.READ, Scope.GATE})
final class ObligationsController {
    private static final int MAX_MODELS = 100;

    private final Obligations obligations;
    private final PackFiles files;

    ObligationsController(Obligations obligations, PackFiles files) {
        this.obligations = obligations;
        this.files = files;
    }

    @Get("{?deployment,model*,file}")
    @Operation(
            summary = "What a deployment has to do for the models that it uses",
            description = "model is owner/name or owner/name@revision, once for each model. With file=NOTICE,"
                    + " CHECKLIST.md or HAND-DOWN.txt the answer is that file as text.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Pack.class)))
    HttpResponse<String> ask(
            @QueryValue @Nullable String deployment,
            @QueryValue @Nullable List<String> model,
            @QueryValue @Nullable String file) {
        var key = ModelParameters.deployment(deployment);
        var pack = obligations.pack(key, asked(model));
        return ModelParameters.given(file)
                .map(name -> text(pack, name))
                .orElseGet(
                        () -> HttpResponse.ok(CanonicalJson.write(pack)).contentType(MediaType.APPLICATION_JSON_TYPE));
    }

    private HttpResponse<String> text(Pack pack, String name) {
        return Optional.ofNullable(files.of(pack).get(name))
                .<HttpResponse<String>>map(text -> HttpResponse.ok(text).contentType(MediaType.TEXT_PLAIN_TYPE))
                .orElseThrow(() -> new RegistryProblem.NotFound("file", name).asException());
    }

    private static List<Obligations.Asked> asked(@Nullable List<String> models) {
        if (models == null || models.isEmpty()) {
            throw ModelParameters.malformed("model", null, "name at least one model, for example ?model=owner/name");
        }
        if (models.size() > MAX_MODELS) {
            throw ModelParameters.malformed(
                    "model", String.valueOf(models.size()), "name at most " + MAX_MODELS + " models");
        }
        return models.stream().map(ObligationsController::asked).distinct().toList();
    }

    private static Obligations.Asked asked(String written) {
        var parts = written.split("@", 2);
        return new Obligations.Asked(
                ModelParameters.model(parts[0]), ModelParameters.revision(parts.length == 2 ? parts[1] : null));
    }
}
