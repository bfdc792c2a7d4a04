package licet.registry.attestation;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.Date;
import java.util.Optional;
import licet.rules.format.CanonicalJson;

/** A permission as a JSON Web Token, which every pipeline can check without asking. */
final class WebToken {
    /** So that it is taken for no token of another kind. */
    static final String TYPE = "licet-attestation+jwt";

    private WebToken() {}

    /** @param audience whom it is for, where somebody says so */
    static String of(Permission permission, Optional<String> audience, SigningKey key) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(permission.place().verifier())
                .subject(permission.packageUrl())
                .jwtID(permission.id().toString())
                .issueTime(Date.from(permission.at()))
                .expirationTime(Date.from(permission.until()))
                .claim("properties", permission.passing())
                .claim(
                        Statement.EXTENSION,
                        CanonicalJson.read(CanonicalJson.write(permission.extension()), java.util.Map.class));
        audience.ifPresent(claims::audience);
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType(TYPE))
                .keyID(key.id())
                .build();
        var token = new SignedJWT(header, claims.build());
        try {
            token.sign(key.signer());
        } catch (JOSEException impossible) {
            throw new IllegalStateException("every JDK signs with ES256", impossible);
        }
        return token.serialize();
    }
}
