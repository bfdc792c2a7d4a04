package licet.registry.attestation;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.UUID;
import licet.registry.decision.ModelParameters;
import licet.registry.decision.Verdicts;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.PublicAddress;
import licet.registry.platform.http.Scope;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.explain.VerdictDocument;
import licet.rules.format.CanonicalJson;
import org.jspecify.annotations.Nullable;

/** Signed permissions. There is none of a refusal: that is the gate's answer, as the gate gives it. */
@Controller("/api/v1")
final class AttestationController {
    private static final MediaType TOKEN = MediaType.of("application/jwt");

    private final Verdicts verdicts;
    private final Attestations attestations;
    private final Standing standing;
    private final PublicAddress address;

    AttestationController(Verdicts verdicts, Attestations attestations, Standing standing, PublicAddress address) {
        this.verdicts = verdicts;
        this.attestations = attestations;
        this.standing = standing;
        this.address = address;
    }

    @Get("/gate/{owner}/{name}/attestation")
    @Access(scope = Scope.GATE)
    @Operation(
            summary = "A signed permission that travels with the model",
            description =
                    "An in-toto statement in a DSSE envelope: format=svr has a Simple Verification Result and is the"
                            + " default, vsa a Verification Summary of SLSA, and jwt is a JSON Web Token for an hour at most."
                            + " It ends with the permission, and after a day at the latest. What is not permitted is 403 with"
                            + " the gate's answer, and nothing is signed.")
    @Parameter(
            name = "revision",
            in = ParameterIn.QUERY,
            description = "A commit, or main; the newest on record when left out",
            schema = @Schema(type = "string"))
    @Parameter(
            name = "deployment",
            in = ParameterIn.QUERY,
            required = true,
            description = "Key of the stored deployment that asks",
            schema = @Schema(type = "string"))
    @Parameter(
            name = "format",
            in = ParameterIn.QUERY,
            description = "svr, vsa or jwt; svr when left out",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"svr", "vsa", "jwt"}))
    @Parameter(
            name = "audience",
            in = ParameterIn.QUERY,
            description = "Whom a token is for: its claim aud",
            schema = @Schema(type = "string"))
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Envelope.class)))
    @ApiResponse(
            responseCode = "403",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = VerdictDocument.class)))
    HttpResponse<String> sign(
            HttpRequest<?> request,
            @Parameter(description = "Owner of the model on the Hub") String owner,
            @Parameter(description = "Name of the model") String name,
            Principal caller) {
        var given = request.getParameters();
        var wish = new Attestations.Wish(
                format(given.get("format")), ModelParameters.given(given.get("audience")), place(request));
        var answer = verdicts.of(
                ModelParameters.model(owner, name),
                ModelParameters.revision(given.get("revision")),
                ModelParameters.deployment(given.get("deployment")),
                false);
        var verdict = answer.document();
        if (!verdict.permitted()) {
            return refused(answer);
        }
        return attestations
                .sign(verdict, wish, caller)
                .<HttpResponse<String>>map(signed -> HttpResponse.ok(signed.body())
                        .contentType(wish.format() == AttestationFormat.JWT ? TOKEN : MediaType.APPLICATION_JSON_TYPE))
                .orElseGet(() -> refused(answer));
    }

    private Place place(HttpRequest<?> request) {
        return new Place(address.findSafe(request)
                .orElseThrow(() -> new RegistryProblem.Forbidden(
                                "the setting LICET_PUBLIC_URL: the address of this installation, which is signed")
                        .asException()));
    }

    private static AttestationFormat format(@Nullable String word) {
        return ModelParameters.given(word)
                .map(given -> ClosedChoice.find(AttestationFormat.class, given)
                        .orElseThrow(() -> new RegistryProblem.Malformed(
                                        "format", given, "use one of " + ClosedChoice.words(AttestationFormat.class))
                                .asException()))
                .orElse(AttestationFormat.SVR);
    }

    private static MutableHttpResponse<String> refused(Verdicts.Answer answer) {
        var response = HttpResponse.<String>status(HttpStatus.FORBIDDEN)
                .body(CanonicalJson.write(answer.document()))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
        return answer.onRecord() ? response : response.header("Retry-After", "5");
    }

    @Get("/attestations/{id}")
    @Access(Access.Who.OPEN)
    @Operation(
            summary = "Whether an attestation still stands",
            description = "For everybody who has it: its id is random, and the answer names no model. Asked of the gate"
                    + " anew each time: 200 when it stands, 410 with the same body when it does not (expired, revoked,"
                    + " or its key withdrawn).")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AttestationStatus.class)))
    @ApiResponse(
            responseCode = "410",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AttestationStatus.class)))
    HttpResponse<String> status(@Parameter(description = "As the attestation names it") UUID id) {
        var status = standing.get(id);
        return HttpResponse.<String>status(status.stands() ? HttpStatus.OK : HttpStatus.GONE)
                .body(CanonicalJson.write(status))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
