package licet.registry.attestation;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import licet.ingest.hub.RepoId;
import licet.registry.catalog.WeightFiles;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.http.Principal;
import licet.rules.evidence.ModelId;
import licet.rules.explain.VerdictDocument;
import licet.rules.facts.DeploymentKey;
import licet.rules.format.CanonicalJson;

/** Signs what the gate permits, and keeps what answering for it needs. */
@Singleton
class Attestations {
    /** Kind of object in the audit chain. */
    static final String KIND = "attestation";

    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Duration LONGEST_TOKEN = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(90);

    private final Database database;
    private final AttestationKeys keys;
    private final WeightFiles weights;
    private final AuditLog audit;
    private final Clock clock;

    Attestations(Database database, AttestationKeys keys, WeightFiles weights, AuditLog audit, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.weights = weights;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param audience whom a token is for
     */
    record Wish(AttestationFormat format, Optional<String> audience, Place place) {}

    /**
     * A signed document.
     *
     * @param body JSON of an envelope, or a token
     */
    record Signed(String body, Instant until) {}

    /** Empty where a permission ends before anybody could read it. */
    Optional<Signed> sign(VerdictDocument permitted, Wish wish, Principal caller) {
        var key = keys.get();
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var until = until(permitted, wish.format(), key, now);
        return until.isAfter(clock.instant())
                ? Optional.of(sign(permission(permitted, wish, now, until), wish, key, caller))
                : Optional.empty();
    }

    private static Instant until(VerdictDocument verdict, AttestationFormat format, SigningKey key, Instant now) {
        var longest = format == AttestationFormat.JWT ? LONGEST_TOKEN : LONGEST;
        return Stream.of(Optional.of(now.plus(longest)), verdict.validUntil(), key.notAfter())
                .flatMap(Optional::stream)
                .min(Instant::compareTo)
                .orElseThrow()
                .truncatedTo(ChronoUnit.SECONDS);
    }

    private Permission permission(VerdictDocument verdict, Wish wish, Instant now, Instant until) {
        var inputs = verdict.inputs();
        var model = verdict.model();
        String digest =
                database.read(sql -> AttestationTable.policyDigest(sql, inputs.policy(), inputs.policyVersion()));
        var policies = List.of(
                new Statement.Source(
                        wish.place().policy(inputs.policy(), inputs.policyVersion()), Map.of("sha256", digest)),
                new Statement.Source("urn:licet:knowledge", Map.of("sha256", inputs.knowledge())));
        // Random and not ordered by time: whoever has one must not be able to guess the next.
        return new Permission(
                UUID.randomUUID(),
                verdict,
                now,
                until,
                wish.place(),
                policies,
                weights.list(new ModelId(model.id()), model.revision()));
    }

    private Signed sign(Permission permission, Wish wish, SigningKey key, Principal caller) {
        var made = switch (wish.format()) {
            case SVR -> Made.of(permission.svr(), key);
            case VSA -> Made.of(permission.vsa(), key);
            case JWT -> Made.of(WebToken.of(permission, wish.audience(), key));
        };
        var kept = kept(permission, wish.format(), key, made.payloadSha256());
        database.write(sql -> store(sql, kept, caller));
        return new Signed(made.body(), permission.until());
    }

    /** @param payloadSha256 of what was signed; of a token, of all of it */
    private record Made(String body, String payloadSha256) {
        static Made of(Statement statement, SigningKey key) {
            byte[] payload = CanonicalJson.write(statement).getBytes(StandardCharsets.UTF_8);
            return new Made(CanonicalJson.write(Envelope.of(payload, key)), CanonicalJson.sha256(payload));
        }

        static Made of(String token) {
            return new Made(token, CanonicalJson.sha256(token.getBytes(StandardCharsets.US_ASCII)));
        }
    }

    private static Attestation kept(Permission of, AttestationFormat format, SigningKey key, String payloadSha256) {
        var verdict = of.verdict();
        return new Attestation(
                of.id(),
                new RepoId(verdict.model().id()),
                verdict.model().revision(),
                new DeploymentKey(verdict.deployment().key()),
                format,
                key.id(),
                payloadSha256,
                of.at(),
                of.until());
    }

    private int store(Statements sql, Attestation made, Principal caller) {
        AttestationTable.forgetEnded(sql, clock.instant().minus(KEPT));
        AttestationTable.insert(sql, made);
        var detail = Map.of(
                "model", made.model().value(),
                "revision", made.revision(),
                "deployment", made.deployment().value(),
                "format", made.format().word(),
                "key", made.keyId(),
                "payloadSha256", made.payloadSha256(),
                "validUntil", made.validUntil().toString());
        // Not under its id, which opens its status to whoever knows it.
        audit.append(AuditEvent.of(caller.actor(), "attestation.issue", KIND, made.payloadSha256(), detail));
        return 1;
    }
}
