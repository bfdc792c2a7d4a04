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
import licet.ingest.hub.RepoId;
import licet.ingest.hub.Revision;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.RequestJson;
import licet.registry.platform.http.Scope;
import licet.rules.explain.VerdictDocument;
import licet.rules.facts.Deployment;
import licet.rules.facts.DeploymentKey;
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
    private final WhatIf whatIf;

    VerdictsController(Verdicts verdicts, WhatIf whatIf) {
        this.verdicts = verdicts;
        this.whatIf = whatIf;
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
            Object organization,

            @Schema(
                    description = "for a stored deployment: answers to open questions by their id, for this request"
                            + " alone; each a text, or a list of texts where several belong together, as an amount"
                            + " and its unit",
                    nullable = true,
                    example = "{\"deployment:commercial\": \"no\"}")
            Object answers) {}

    @Post
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "The verdict on one model for one deployment",
            description = "With a deployment given as an object, or with answers to open questions, nothing is stored:"
                    + " what would the answer be?")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Question.class)))
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = VerdictDocument.class)))
    HttpResponse<String> ask(@Body String body, Principal caller) {
        var json = RequestJson.parse(body, "model", "revision", "deployment", "organization", "answers");
        var model = ModelParameters.model(json.text("model"));
        var revision = ModelParameters.revision(json.findText("revision").orElse(null));
        var deployment = json.get("deployment");
        var answer = deployment.isTextual()
                ? stored(model, revision, ModelParameters.deployment(deployment.textValue()), json, caller)
                : given(model, revision, deployment, json, caller);
        var response =
                HttpResponse.ok(CanonicalJson.write(answer.document())).contentType(MediaType.APPLICATION_JSON_TYPE);
        return answer.onRecord() ? response : response.header("Retry-After", "5");
    }

    private Verdicts.Answer stored(
            RepoId model, Revision revision, DeploymentKey deployment, RequestJson json, Principal caller) {
        boolean showValues = Readers.seesValues(caller);
        return json.find("answers")
                .map(answers -> whatIf.of(model, revision, false, deployment, RequestAnswers.read(answers), showValues))
                .orElseGet(() -> verdicts.of(model, revision, deployment, showValues));
    }

    /** Figures of an organization that came with the question are the caller's own. */
    private Verdicts.Answer given(
            RepoId model, Revision revision, JsonNode deployment, RequestJson json, Principal caller) {
        if (json.find("answers").isPresent()) {
            throw ModelParameters.malformed("/answers", null, "write the answers into the deployment that you send");
        }
        var organization = json.find("organization").map(VerdictsController::organization);
        boolean showValues = organization.isPresent() || Readers.seesValues(caller);
        return verdicts.preview(model, revision, false, deployment(deployment), organization, showValues);
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
