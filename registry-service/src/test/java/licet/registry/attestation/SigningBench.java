package licet.registry.attestation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import licet.registry.fact.Facts;
import licet.registry.platform.http.Scope;
import licet.registry.testing.TestRegistry;

/** A registry that signs, and what a pipeline asks of it. */
final class SigningBench {
    static final String MODEL = "Qwen/QwQ-32B";

    /** Two keys: the second signs a day before the first ends. */
    private static final Map<String, Object> SETTINGS = Map.of(
            "licet.jobs.enabled", "false",
            "licet.attestation.keys.first.pem", PemKeys.pem(),
            "licet.attestation.keys.first.not-after", "2026-12-02",
            "licet.attestation.keys.second.pem", PemKeys.pem(),
            "licet.attestation.keys.second.from", "2026-12-01");

    final TestRegistry registry = TestRegistry.filled(SETTINGS);
    final String token = registry.token(Scope.GATE);

    HttpResponse<String> ask(String model, String deployment, String more) {
        return registry.get("/api/v1/gate/" + model + "/attestation?deployment=" + deployment + more, token);
    }

    SignedText signed() {
        var answer = ask(MODEL, permitting(), "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return SignedText.parse(answer.body());
    }

    HttpResponse<String> gate(String model, String deployment) {
        return registry.get("/api/v1/gate/" + model + "?deployment=" + deployment, token);
    }

    List<String> deployments() {
        return registry.bean(Facts.class).current().deployments().stream()
                .map(one -> one.deployment().key().value())
                .toList();
    }

    String permitting() {
        return deployments().stream()
                .filter(key -> gate(MODEL, key).statusCode() == 200)
                .findFirst()
                .orElseThrow();
    }

    JWKSet keys() {
        try {
            var answer = registry.send(registry.request("/.well-known/jwks.json"));
            assertThat(answer.body()).doesNotContain("\"d\"");
            return JWKSet.parse(answer.body());
        } catch (ParseException wrong) {
            throw new AssertionError(wrong);
        }
    }

    HttpResponse<String> status(String id) {
        return registry.send(registry.request("/api/v1/attestations/" + id));
    }

    void assertState(SignedText signed, int code, String state) {
        var answer = status(signed.extension().get("id").asText());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(code);
        assertThat(SignedText.json(answer.body()).get("state").asText()).isEqualTo(state);
        assertThat(SignedText.json(answer.body()).get("stands").asBoolean()).isEqualTo(code == 200);
    }
}
