package licet.registry.attestation;

import java.time.Instant;
import java.util.UUID;
import licet.ingest.hub.RepoId;
import licet.rules.facts.DeploymentKey;

/**
 * What is kept of a permission that was signed.
 *
 * @param revision a commit
 * @param keyId of the key that signed it
 * @param payloadSha256 of what was signed
 */
record Attestation(
        UUID id,
        RepoId model,
        String revision,
        DeploymentKey deployment,
        AttestationFormat format,
        String keyId,
        String payloadSha256,
        Instant issuedAt,
        Instant validUntil) {}
