package licet.registry.identity.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicReference;

/** Says about itself what a provider says, and sends whatever token the test hands it. */
final class ForgingProvider implements AutoCloseable {
    private static final int KEY_BITS = 2_048;

    private final HttpServer server;
    private final RSAKey key;
    private final AtomicReference<String> answer = new AtomicReference<>("{}");

    ForgingProvider() throws IOException, JOSEException {
        key = new RSAKeyGenerator(KEY_BITS).keyID("known").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/openid-configuration", call -> send(call, description()));
        server.createContext("/keys", call -> send(call, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/token", call -> send(call, answer.get()));
        server.start();
    }

    RSAKey key() {
        return key;
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void answerWith(String text) {
        answer.set(text);
    }

    void answerWithToken(String token) {
        answer.set("{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"id_token\":\"" + token + "\"}");
    }

    private String description() {
        return """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/keys", "response_types_supported": ["code"], "subject_types_supported": ["public"],
                 "id_token_signing_alg_values_supported": ["RS256", "none"]}
                """.formatted(issuer());
    }

    private static void send(HttpExchange call, String text) throws IOException {
        try (call) {
            call.getRequestBody().readAllBytes();
            var body = text.getBytes(UTF_8);
            call.getResponseHeaders().set("Content-Type", "application/json");
            call.sendResponseHeaders(200, body.length);
            call.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
