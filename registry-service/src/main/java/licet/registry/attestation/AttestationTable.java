package licet.registry.attestation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import licet.ingest.hub.RepoId;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.Statements;
import licet.rules.facts.DeploymentKey;

/** The rows behind attestations. */
final class AttestationTable {
    private AttestationTable() {}

    static void insert(Statements sql, Attestation made) {
        sql.update(
                "INSERT INTO attestation (id, model, revision, deployment_key, format, key_id, payload_sha256, issued_at,"
                        + " valid_until) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                made.id(),
                made.model().value(),
                made.revision(),
                made.deployment().value(),
                made.format().word(),
                made.keyId(),
                made.payloadSha256(),
                made.issuedAt(),
                made.validUntil());
    }

    static void forgetEnded(Statements sql, Instant before) {
        sql.update("DELETE FROM attestation WHERE valid_until < ?", before);
    }

    static Optional<Attestation> find(Statements sql, UUID id) {
        return sql.find("SELECT * FROM attestation WHERE id = ?", AttestationTable::read, id);
    }

    /** Of a text that the verdict was made from. */
    static String policyDigest(Statements sql, String key, int version) {
        return sql.get(
                "SELECT digest FROM policy_version WHERE key = ? AND version = ?",
                row -> row.getString("digest"),
                key,
                version);
    }

    private static Attestation read(ResultSet row) throws SQLException {
        return new Attestation(
                row.getObject("id", UUID.class),
                new RepoId(row.getString("model")),
                row.getString("revision"),
                new DeploymentKey(row.getString("deployment_key")),
                ClosedChoice.find(AttestationFormat.class, row.getString("format"))
                        .orElseThrow(),
                row.getString("key_id"),
                row.getString("payload_sha256"),
                Statements.getInstant(row, "issued_at"),
                Statements.getInstant(row, "valid_until"));
    }
}
