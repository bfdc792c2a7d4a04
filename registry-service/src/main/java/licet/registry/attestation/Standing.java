package licet.registry.attestation;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import licet.ingest.hub.Revision;
import licet.registry.decision.Verdicts;
import licet.registry.fact.Facts;
import licet.registry.platform.Database;
import licet.registry.platform.problem.RegistryProblem;

/** Whether what was signed still holds, asked anew each time: nothing is remembered, so nothing can be late. */
@Singleton
class Standing {
    private final Database database;
    private final AttestationKeys keys;
    private final Facts facts;
    private final Verdicts verdicts;
    private final Clock clock;

    Standing(Database database, AttestationKeys keys, Facts facts, Verdicts verdicts, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.facts = facts;
        this.verdicts = verdicts;
        this.clock = clock;
    }

    AttestationStatus get(UUID id) {
        var kept = database.read(sql -> AttestationTable.find(sql, id))
                .orElseThrow(() -> new RegistryProblem.NotFound(Attestations.KIND, id.toString()).asException());
        var now = clock.instant();
        return AttestationStatus.of(kept, state(kept, now), now);
    }

    private AttestationStatus.State state(Attestation kept, Instant now) {
        if (!now.isBefore(kept.validUntil())) {
            return AttestationStatus.State.EXPIRED;
        }
        if (keys.find(kept.keyId()).isEmpty()) {
            return AttestationStatus.State.KEY_WITHDRAWN;
        }
        return isPermitted(kept) ? AttestationStatus.State.STANDS : AttestationStatus.State.REVOKED;
    }

    private boolean isPermitted(Attestation kept) {
        return facts.current().find(kept.deployment()).isPresent()
                && verdicts.of(kept.model(), new Revision(kept.revision()), kept.deployment(), false)
                        .document()
                        .permitted();
    }
}
