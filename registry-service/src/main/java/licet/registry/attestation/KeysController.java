package licet.registry.attestation;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.util.stream.Collectors;
import licet.registry.platform.http.Access;

/** Public keys, for everybody who wants to verify what was signed here. */
@Controller("/.well-known")
@Access(Access.Who.OPEN)
final class KeysController {
    /** Shorter than anybody would announce a key ahead. */
    private static final String FOR_A_WHILE = "public, max-age=300";

    private final AttestationKeys keys;

    KeysController(AttestationKeys keys) {
        this.keys = keys;
    }

    @Get("/jwks.json")
    @Operation(
            summary = "Public keys of attestations, as JSON Web Keys",
            description =
                    "kid is the keyid of envelopes; nbf says from when on a key signs, and exp from when on nothing"
                            + " that it signed is valid.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/jwk-set+json", schema = @Schema(type = "object")))
    HttpResponse<String> jwks() {
        var all = keys.list().stream().<JWK>map(SigningKey::published).toList();
        return answer("application/jwk-set+json", new JWKSet(all).toString(true));
    }

    @Get("/licet-keys.pem")
    @Operation(summary = "The same as PEM", description = "The lines before each key say its keyid and its time.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/x-pem-file", schema = @Schema(type = "string")))
    HttpResponse<String> pem() {
        return answer(
                "application/x-pem-file",
                keys.list().stream().map(KeysController::block).collect(Collectors.joining("\n")));
    }

    private static String block(SigningKey key) {
        return "keyid: " + key.id() + "\n"
                + (key.from().isAfter(Instant.EPOCH) ? "signs from: " + key.from() + "\n" : "")
                + key.notAfter().map(end -> "not after: " + end + "\n").orElse("")
                + PemText.write("PUBLIC KEY", key.open().getEncoded());
    }

    private static HttpResponse<String> answer(String type, String body) {
        return HttpResponse.ok(body)
                .contentType(io.micronaut.http.MediaType.of(type))
                .header(HttpHeaders.CACHE_CONTROL, FOR_A_WHILE);
    }
}
