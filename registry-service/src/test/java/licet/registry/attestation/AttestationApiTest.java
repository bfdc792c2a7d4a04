package licet.registry.attestation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import licet.registry.platform.Database;
import licet.registry.platform.http.Scope;
import licet.registry.testing.TestRegistry;
import licet.rules.format.CanonicalJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is signed, for how long it is valid, and what becomes of it. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class AttestationApiTest {
    private static final SigningBench BENCH = new SigningBench();
    private static final Instant START = Instant.parse("2026-11-02T09:00:00Z");

    @Test
    void aPermissionIsAnInTotoStatementAboutTheCommitAndItsWeights() {
        var signed = BENCH.signed();
        var verdict = SignedText.json(
                BENCH.gate(SigningBench.MODEL, BENCH.permitting()).body());
        var statement = signed.statement();
        String commit = verdict.at("/model/revision").asText();
        String base = BENCH.registry.uri("").toString();
        assertThat(signed.envelope().get("payloadType").asText()).isEqualTo("application/vnd.in-toto+json");
        assertThat(statement.get("_type").asText()).isEqualTo("https://in-toto.io/Statement/v1");
        assertThat(statement.get("predicateType").asText()).isEqualTo("https://in-toto.io/attestation/svr/v0.2");
        assertThat(statement.at("/subject/0/name").asText())
                .isEqualTo("pkg:huggingface/" + SigningBench.MODEL + "@" + commit);
        assertThat(statement.at("/subject/0/digest/gitCommit").asText()).isEqualTo(commit);
        assertThat(statement.get("subject"))
                .hasSizeGreaterThan(1)
                .allSatisfy(subject -> assertThat(subject.get("digest")).hasSize(1));
        assertThat(statement.at("/subject/1/name").asText()).endsWith(".safetensors");
        assertThat(statement.at("/subject/1/digest/sha256").asText()).matches("[0-9a-f]{64}");
        assertThat(statement.at("/predicate/verifier/id").asText()).isEqualTo(base + "/verifier/v1");
        assertThat(statement.at("/predicate/verifier/policies/0/uri").asText())
                .isEqualTo(base + "/policies/" + verdict.at("/inputs/policy").asText() + "/versions/"
                        + verdict.at("/inputs/policyVersion").asInt());
        assertThat(statement.at("/predicate/verifier/policies"))
                .allSatisfy(policy ->
                        assertThat(policy.at("/digest/sha256").asText()).matches("[0-9a-f]{64}"));
        assertThat(statement.at("/predicate/timeCreated").asText()).isEqualTo(START.toString());
        assertThat(texts(statement.at("/predicate/properties")))
                .contains("LICET_PERMITTED", "LICET_LICENSE_OK", "LICET_POLICY_OK")
                .contains("LICET_VALID_UNTIL_"
                        + signed.extension().get("validUntil").asText())
                .allMatch(word -> word.startsWith("LICET_"));
        assertThat(signed.extension().get("status").asText()).startsWith(base + "/api/v1/attestations/");
    }

    private static List<String> texts(Iterable<com.fasterxml.jackson.databind.JsonNode> all) {
        return StreamSupport.stream(all.spliterator(), false)
                .map(com.fasterxml.jackson.databind.JsonNode::asText)
                .toList();
    }

    @Test
    void everyByteCounts() {
        var keys = BENCH.keys();
        var signed = BENCH.signed();
        assertThat(signed.isSignedBy(keys)).isTrue();
        for (int at = 0; at < signed.payload().length; at++) {
            byte[] other = signed.payload();
            other[at] ^= 1;
            assertThat(signed.verifies(keys, other, signed.signature()))
                    .as("byte " + at)
                    .isFalse();
        }
        byte[] signature = signed.signature();
        signature[signature.length - 1] ^= 1;
        assertThat(signed.verifies(keys, signed.payload(), signature)).isFalse();
    }

    @Test
    void nothingIsSignedThatTheGateRefuses() {
        int permitted = 0;
        int refused = 0;
        for (var model : List.of(SigningBench.MODEL, "meta-llama/Llama-4-Scout-17B-16E-Instruct", "nobody/nothing")) {
            for (var deployment : BENCH.deployments()) {
                var gate = BENCH.gate(model, deployment);
                var answer = BENCH.ask(model, deployment, "");
                assertThat(answer.statusCode()).as(model + " " + deployment).isEqualTo(gate.statusCode());
                if (answer.statusCode() == 200) {
                    permitted++;
                } else {
                    refused++;
                    var said = SignedText.json(answer.body());
                    var meant = SignedText.json(gate.body());
                    assertThat(said.get("permitted").asBoolean()).isFalse();
                    assertThat(said.get("reasons")).isEqualTo(meant.get("reasons"));
                }
            }
        }
        assertThat(permitted).isPositive();
        assertThat(refused).isPositive();
        assertThat(BENCH.ask("nobody/nothing", BENCH.deployments().getFirst(), "")
                        .headers()
                        .firstValue("Retry-After"))
                .isPresent();
        for (var wrong : List.of("", "?deployment=nobody", "?deployment=" + BENCH.permitting() + "&format=pdf")) {
            assertThat(BENCH.registry
                            .get("/api/v1/gate/" + SigningBench.MODEL + "/attestation" + wrong, BENCH.token)
                            .statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    @Test
    void aKeyThatIsTakenAwayTakesWhatItSignedWithIt() {
        var signed = BENCH.signed();
        var other = UUID.randomUUID();
        BENCH.registry
                .bean(Database.class)
                .write(sql -> sql.update(
                        "INSERT INTO attestation SELECT ?, model, revision, deployment_key, format, ?, payload_sha256, issued_at,"
                                + " valid_until FROM attestation WHERE id = ?",
                        other,
                        "0".repeat(64),
                        UUID.fromString(signed.extension().get("id").asText())));
        var answer = BENCH.status(other.toString());
        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(SignedText.json(answer.body()).get("state").asText()).isEqualTo("key-withdrawn");
    }

    @Test
    void aTokenIsCheckedByAnyLibraryAndLivesAnHour() throws Exception {
        var answer = BENCH.ask(SigningBench.MODEL, BENCH.permitting(), "&format=jwt&audience=cluster-7");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/jwt");
        var processor = new DefaultJWTProcessor<com.nimbusds.jose.proc.SecurityContext>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("licet-attestation+jwt")));
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, new ImmutableJWKSet<>(BENCH.keys())));
        var expected = new JWTClaimsSet.Builder()
                .issuer(BENCH.registry.uri("") + "/verifier/v1")
                .build();
        var claims =
                new DefaultJWTClaimsVerifier<com.nimbusds.jose.proc.SecurityContext>(
                        "cluster-7", expected, Set.of("sub", "jti", "iat", "exp")) {
                    @Override
                    protected java.util.Date currentTime() {
                        return java.util.Date.from(BENCH.registry.clock().instant());
                    }
                };
        processor.setJWTClaimsSetVerifier(claims);
        var read = processor.process(answer.body(), null);
        assertThat(read.getSubject()).startsWith("pkg:huggingface/" + SigningBench.MODEL + "@");
        assertThat(read.getExpirationTime().toInstant()).isEqualTo(START.plus(Duration.ofHours(1)));
        assertThat(read.getStringListClaim("properties")).contains("LICET_PERMITTED");
        assertThat(BENCH.status(read.getJWTID()).statusCode()).isEqualTo(200);
    }

    @Test
    void aSummaryNamesWhatWasVerified() {
        var statement = SignedText.parse(
                BENCH.ask(SigningBench.MODEL, BENCH.permitting(), "&format=vsa").body());
        assertThat(statement.isSignedBy(BENCH.keys())).isTrue();
        var predicate = statement.statement().get("predicate");
        assertThat(statement.statement().get("predicateType").asText())
                .isEqualTo("https://slsa.dev/verification_summary/v1");
        assertThat(predicate.get("verificationResult").asText()).isEqualTo("PASSED");
        assertThat(predicate.get("resourceUri").asText()).startsWith("pkg:huggingface/" + SigningBench.MODEL + "@");
        assertThat(texts(predicate.get("verifiedLevels"))).contains("LICET_PERMITTED");
    }

    @Test
    void whatWasSignedIsAudited() {
        var signed = BENCH.signed();
        var entries = BENCH.registry
                .bean(Database.class)
                .read(sql -> sql.list(
                        "SELECT detail FROM audit_entry WHERE action = 'attestation.issue' AND object_id = ?",
                        row -> row.getString("detail"),
                        CanonicalJson.sha256(signed.payload())));
        assertThat(entries).hasSize(1);
        assertThat(entries.getFirst())
                .contains(signed.keyId(), SigningBench.MODEL)
                .doesNotContain(signed.extension().get("id").asText());
    }

    @Test
    void withoutAKeyThePathToOneIsSaid() {
        var bare = TestRegistry.filled(Map.of("licet.jobs.enabled", "false"));
        var answer = bare.get(
                "/api/v1/gate/" + SigningBench.MODEL + "/attestation?deployment=" + BENCH.permitting(),
                bare.token(Scope.GATE));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).contains("problem+json");
        assertThat(answer.body()).contains("openssl genpkey", "LICET_ATTESTATION_KEYS_FIRST_FILE");
        assertThat(bare.send(bare.request("/.well-known/jwks.json")).body()).isEqualTo("{\"keys\":[]}");
    }
}
