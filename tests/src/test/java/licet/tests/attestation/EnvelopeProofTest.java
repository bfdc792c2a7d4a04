package licet.tests.attestation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import licet.registry.platform.http.Scope;
import licet.registry.testing.TestRegistry;
import licet.tests.standin.NpmClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The verifier of the sigstore project, installed from a package registry at the versions of a lock file, accepts what an
 * installation signs that nobody configured, with the keys that it publishes, and nothing else.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class EnvelopeProofTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String MODEL = "Qwen/QwQ-32B";

    @TempDir
    private static Path folder;

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException wrong) {
            throw new AssertionError(text, wrong);
        }
    }

    /** One way to spoil an envelope or the keys, and what the verifier must say of it. */
    private record Case(String name, Consumer<ObjectNode> envelope, Consumer<ObjectNode> keys, String verdict) {}

    private static Case of(String name, Consumer<ObjectNode> spoil, String verdict) {
        return new Case(name, spoil, keys -> {}, verdict);
    }

    private static List<Case> cases(ECKey stranger) {
        String wrong = "SIGNATURE_ERROR";
        return List.of(
                of("as it was sent", envelope -> {}, "verified"),
                of("another byte at the start", envelope -> turn(envelope, "payload", 0), wrong),
                of("another byte in the middle", envelope -> turn(envelope, "payload", 300), wrong),
                of("another byte of the signature", envelope -> turn(signature(envelope), "sig", 20), wrong),
                of("another type", envelope -> envelope.put("payloadType", "application/json"), wrong),
                of(
                        "no such key",
                        envelope -> signature(envelope).put("keyid", "0".repeat(64)),
                        "Error: no key " + "0".repeat(64)),
                new Case("the key of somebody else", envelope -> {}, keys -> exchange(keys, stranger), wrong));
    }

    private static ObjectNode signature(ObjectNode envelope) {
        return (ObjectNode) envelope.get("signatures").get(0);
    }

    private static void turn(ObjectNode in, String field, int at) {
        byte[] bytes = Base64.getDecoder().decode(in.get(field).asText());
        bytes[at] ^= 1;
        in.put(field, Base64.getEncoder().encodeToString(bytes));
    }

    private static void exchange(ObjectNode keys, ECKey stranger) {
        var own = (ObjectNode) keys.get("keys").get(0);
        own.put("x", stranger.getX().toString());
        own.put("y", stranger.getY().toString());
    }

    private static ObjectNode keys(TestRegistry registry) {
        return (ObjectNode)
                json(registry.send(registry.request("/.well-known/jwks.json")).body());
    }

    @Test
    void aForeignVerifierAcceptsWhatWasSignedAndNothingElse() throws Exception {
        var registry = TestRegistry.filled(Map.of(
                "licet.jobs.enabled",
                "false",
                "licet.data",
                folder.resolve("data").toString()));
        var answer = registry.get(
                "/api/v1/gate/" + MODEL + "/attestation?deployment=eu-internal-tool", registry.token(Scope.GATE));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var envelope = (ObjectNode) json(answer.body());
        var keys = keys(registry);
        var npm = NpmClient.installOrSkip(Path.of("target", "npm-attestation"), "attestation", List.of("verify.mjs"));
        for (var one : cases(new ECKeyGenerator(Curve.P_256).generate())) {
            var spoiled = envelope.deepCopy();
            var with = keys.deepCopy();
            one.envelope().accept(spoiled);
            one.keys().accept(with);
            assertThat(verdict(npm, spoiled, with)).as(one.name()).isEqualTo(one.verdict());
        }
    }

    private static String verdict(NpmClient npm, ObjectNode envelope, ObjectNode keys)
            throws IOException, InterruptedException {
        var sent = Files.writeString(folder.resolve("envelope.json"), envelope.toString());
        var known = Files.writeString(folder.resolve("jwks.json"), keys.toString());
        return npm.node("verify.mjs", List.of(sent.toString(), known.toString()))
                .get("verdict")
                .asText();
    }
}
