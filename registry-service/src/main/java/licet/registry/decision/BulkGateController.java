package licet.registry.decision;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpHeaders;
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
import java.util.ArrayList;
import java.util.List;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.RequestJson;
import licet.registry.platform.http.Scope;
import licet.registry.platform.problem.ProblemException;

/** The same question about many models at once. */
@Controller("/api/v1/gate")
@Access(scope = Scope.GATE)
final class BulkGateController {
    private static final String MODELS = "models";

    private final BulkGate gate;

    BulkGateController(BulkGate gate) {
        this.gate = gate;
    }

    /** What can be sent. */
    @Schema(name = "GateQuestions")
    record Questions(
            @Schema(example = "eu-internal-tool") String deployment,

            @Schema(description = "At most 10,000, each written as in the question about one model")
            List<String> models) {}

    @Post
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Whether many models may be deployed",
            description = "200 when all of them are permitted, else 403 with the same body; report=true always answers"
                    + " 200. Each answer has the ids of the reasons that stand against it.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Questions.class)))
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = GateAnswers.class)))
    @ApiResponse(
            responseCode = "403",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = GateAnswers.class)))
    HttpResponse<byte[]> ask(@Body String body, @QueryValue(defaultValue = "false") boolean report, Principal caller) {
        var json = RequestJson.parse(body, "deployment", MODELS);
        var deployment = ModelParameters.deployment(json.text("deployment"));
        var answers = gate.ask(references(json.get(MODELS)), deployment, Readers.seesValues(caller));
        var response = GateResponses.sent(answers.permitted(), report, GateResponses.bytes(answers));
        return answers.queued() > 0 ? response.header(HttpHeaders.RETRY_AFTER, "5") : response;
    }

    private static List<BulkGate.Asked> references(JsonNode models) {
        if (!models.isArray() || models.isEmpty() || models.size() > BulkGate.MOST) {
            throw ModelParameters.malformed(
                    MODELS, models.isArray() ? models.size() + " models" : null, "send a list of 1 to 10,000 models");
        }
        var all = new ArrayList<BulkGate.Asked>();
        for (int i = 0; i < models.size(); i++) {
            all.add(reference(i, models.get(i)));
        }
        return all;
    }

    private static BulkGate.Asked reference(int index, JsonNode node) {
        String field = MODELS + "/" + index;
        if (!node.isTextual()) {
            throw ModelParameters.malformed(field, node.toString(), "write each model as a text");
        }
        try {
            return BulkGate.Asked.of(node.textValue());
        } catch (ProblemException refused) {
            throw ModelParameters.malformed(field, node.textValue(), ModelReference.MEND);
        }
    }
}
