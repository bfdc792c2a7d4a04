package licet.registry.identity.ci;

import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Jobs of a CI system that are let in.
 *
 * @param id of the token of ours as which they count
 * @param issuer of their identity tokens
 * @param audience that the tokens are made for
 * @param claims what else the tokens say, by the name of the claim; {@code *} and {@code **} as in paths
 */
@Schema(name = "CiIdentity")
record CiIdentity(
        UUID id,
        String name,
        String scope,
        URI issuer,
        String audience,
        @Schema(type = "object") Map<String, String> claims) {
    CiIdentity {
        claims = new TreeMap<>(claims);
    }
}
