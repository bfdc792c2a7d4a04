package licet.registry.attestation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import licet.ingest.hub.RepoId;
import licet.ingest.hub.Revision;
import licet.registry.decision.Verdicts;
import licet.registry.fact.Facts;
import licet.registry.platform.Database;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Scope;
import licet.rules.explain.VerdictDocument;
import licet.rules.facts.DeploymentKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** For how long it is valid what was signed, and what ends it before. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class AttestationLifeTest {
    private static final Instant START = Instant.parse("2026-11-02T09:00:00Z");
    private static final String NOTHING_GOES = """
            schema: 1
            policy: nothing-goes
            title: Nothing goes
            facts-max-age-days: 92
            rules:
              - id: nothing
                topic: license
                when: model.license_classes.size() >= 0
                then: deny
                because: Nothing goes.
            tests:
              - name: not even this one
                given: {model.license_classes: [permissive]}
                fires: [nothing]
              - name: nor that one
                given: {model.license_classes: []}
                fires: [nothing]
            """;

    private static final SigningBench STEADY = new SigningBench();

    /** One case a line: the form, when the permission ends, and how long what is signed then lives; 0 for nothing signed. */
    @ParameterizedTest
    @CsvSource({
        "SVR, P30D,     PT24H",
        "SVR, P1D,      PT24H",
        "SVR, PT23H59M, PT23H59M",
        "SVR, PT5H,     PT5H",
        "SVR, PT1.9S,   PT1S",
        "SVR, PT0.9S,   PT0S",
        "SVR, PT0S,     PT0S",
        "SVR, PT-1H,    PT0S",
        "VSA, P30D,     PT24H",
        "VSA, PT5H,     PT5H",
        "JWT, P30D,     PT1H",
        "JWT, PT10M,    PT10M",
    })
    void nothingOutlivesThePermissionNorADay(AttestationFormat format, Duration permission, Duration life) {
        var wish = new Attestations.Wish(format, Optional.empty(), new Place(URI.create("https://licet.example")));
        var caller =
                new Principal(null, "ci", Set.of(), Set.of(Scope.GATE), new Principal.Via.Token(UUID.randomUUID()));
        var signed = STEADY.registry
                .bean(Attestations.class)
                .sign(endingAt(START.plus(permission)), wish, caller)
                .map(made -> Duration.between(START, made.until()))
                .orElse(Duration.ZERO);
        assertThat(signed).isEqualTo(life);
    }

    private static VerdictDocument endingAt(Instant end) {
        var model = new RepoId(SigningBench.MODEL);
        var key = new DeploymentKey(STEADY.permitting());
        var given = STEADY.registry
                .bean(Verdicts.class)
                .of(model, Revision.MAIN, key, false)
                .document();
        return new VerdictDocument(
                given.schema(),
                given.model(),
                given.deployment(),
                given.verdict(),
                given.permitted(),
                given.sentence(),
                given.paragraph(),
                given.reasons(),
                given.obligations(),
                given.conditionalObligations(),
                given.questions(),
                given.changes(),
                given.flips(),
                given.inputs(),
                given.evaluatedAt(),
                Optional.of(end));
    }

    @Test
    void aChangeOfThePolicyRevokesAtOnceAndTimeEndsTheRest() {
        var bench = new SigningBench();
        var signed = bench.signed();
        bench.assertState(signed, 200, "stands");
        var before = bench.registry
                .bean(Database.class)
                .read(sql -> sql.get(
                        "SELECT source FROM policy_version WHERE state = 'active'", row -> row.getString("source")));
        bench.registry.bean(Facts.class).activatePolicy(NOTHING_GOES, Actor.HOST);
        bench.assertState(signed, 410, "revoked");
        assertThat(bench.ask(SigningBench.MODEL, bench.deployments().getFirst(), "")
                        .statusCode())
                .isEqualTo(403);
        bench.registry.bean(Facts.class).activatePolicy(before, Actor.HOST);
        bench.assertState(signed, 200, "stands");
        bench.registry.clock().advance(Duration.ofHours(24));
        bench.assertState(signed, 410, "expired");
        assertThat(bench.status(UUID.randomUUID().toString()).statusCode()).isEqualTo(404);
    }

    @Test
    void keysChangeWithoutAGap() {
        var bench = new SigningBench();
        var keys = bench.keys();
        assertThat(keys.getKeys()).as("the next one is known before it signs").hasSize(2);
        bench.registry.clock().advance(Duration.between(START, Instant.parse("2026-11-30T23:00:00Z")));
        var old = bench.signed();
        bench.registry.clock().advance(Duration.ofHours(2));
        var young = bench.signed();
        assertThat(old.keyId()).isNotEqualTo(young.keyId());
        assertThat(List.of(old, young)).allMatch(one -> one.isSignedBy(keys));
        bench.assertState(old, 200, "stands");
        var end = keys.getKeyByKeyId(old.keyId()).getExpirationTime().toInstant();
        assertThat(end).isEqualTo(Instant.parse("2026-12-02T00:00:00Z"));
        assertThat(Instant.parse(old.extension().get("validUntil").asText())).isBeforeOrEqualTo(end);
        var pem = bench.registry
                .send(bench.registry.request("/.well-known/licet-keys.pem"))
                .body();
        assertThat(pem)
                .contains("keyid: " + old.keyId(), "keyid: " + young.keyId(), "not after: " + end)
                .contains("-----BEGIN PUBLIC KEY-----")
                .doesNotContain("PRIVATE");
    }
}
