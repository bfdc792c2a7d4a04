package licet.registry.decision;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Optional;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.RequestJson;
import licet.registry.platform.http.Scope;
import licet.rules.explain.VerdictDocument;
import licet.rules.facts.Deployment;
import licet.rules.facts.Organization;
import licet.rules.format.CanonicalJson;
import licet.rules.format.DeploymentYaml;
import licet.rules.format.FormatException;
import licet.rules.format.OrganizationYaml;

/** Verdicts on request. */
@Controller("/api/v1/verdicts")
@Access(scope = {Scope.READ, Scope.GATE})
final class VerdictsController {
    private final Verdicts verdicts;

    VerdictsController(Verdicts verdicts) {
        this.verdicts = verdicts;
    }

    /** The body as documented; it is read by hand so that every problem names its field. */
    @Schema(name = "VerdictRequest")
    record Question(
            @Schema(description = "owner/name", example = "Qwen/Qwen2.5-32B-Instruct")
            String model,

            @Schema(description = "commit, or main; the newest on record when left out", nullable = true)
            String revision,

            @Schema(description = "key of a stored deployment, or a whole deployment as an object")
            Object deployment,

            @Schema(description = "a whole organization profile, for a deployment given as an object", nullable = true)
            Object organization) {}

    @Post
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "The verdict on one model for one deployment",
            description = "With a deployment given as an object nothing is stored: what would the answer be?")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Question.class)))
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = VerdictDocument.class)))
    HttpResponse<String> ask(@Body String body, Principal caller) {
        var json = RequestJson.parse(body, "model", "revision", "deployment", "organization");
        var model = ModelParameters.model(json.text("model"));
        var revision = ModelParameters.revision(json.findText("revision").orElse(null));
        var deployment = json.get("deployment");
        var answer = deployment.isTextual()
                ? verdicts.of(
                        model, revision, ModelParameters.deployment(deployment.textValue()), Readers.seesValues(caller))
                : verdicts.preview(
                        model,
                        revision,
                        deployment(deployment),
                        json.find("organization").map(VerdictsController::organization));
        var response =
                HttpResponse.ok(CanonicalJson.write(answer.document())).contentType(MediaType.APPLICATION_JSON_TYPE);
        return answer.onRecord() ? response : response.header("Retry-After", "5");
    }

    private static Deployment deployment(JsonNode node) {
        return read("deployment", () -> DeploymentYaml.parse("deployment", node.toString()));
    }

    private static Organization organization(JsonNode node) {
        return read("organization", () -> OrganizationYaml.parse("organization", node.toString()));
    }

    /** JSON is YAML, so facts in a request are read, and refused, exactly like those in a file. */
    private static <T> T read(String field, java.util.function.Supplier<T> reader) {
        try {
            return reader.get();
        } catch (FormatException e) {
            throw ModelParameters.malformed(
                    field, null, Optional.ofNullable(e.getMessage()).orElse("not valid"));
        }
    }
}
