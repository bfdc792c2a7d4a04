package licet.registry.policy;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.Statements;
import licet.rules.format.PolicyYaml;

/** The rows behind policies. */
@Singleton
class PolicyTable {
    private static final String SELECT =
            "SELECT v.key, v.version, v.source, v.digest, v.state, v.proposed_at, v.proposed_by, v.reason,"
                    + " v.activated_at, v.activation_reason, p.login AS proposer, a.login AS activator"
                    + " FROM policy_version v LEFT JOIN person p ON p.id = v.proposed_by"
                    + " LEFT JOIN person a ON a.id = v.activated_by";

    /** @param source the YAML as it was written */
    record Stored(PolicyVersion version, String source) {}

    /** The newest first, keys in order. */
    List<Stored> list(Statements sql) {
        return sql.list(SELECT + " ORDER BY v.key, v.version DESC", PolicyTable::read);
    }

    /** Those that wait for a second person, the longest waiting first. */
    List<Stored> listDrafts(Statements sql) {
        return sql.list(SELECT + " WHERE v.state = 'draft' ORDER BY v.proposed_at, v.key", PolicyTable::read);
    }

    List<Stored> list(Statements sql, String key) {
        return sql.list(SELECT + " WHERE v.key = ? ORDER BY v.version DESC", PolicyTable::read, key);
    }

    Optional<Stored> find(Statements sql, String key, int version) {
        return sql.find(SELECT + " WHERE v.key = ? AND v.version = ?", PolicyTable::read, key, version);
    }

    Optional<Stored> findActive(Statements sql) {
        return sql.find(SELECT + " WHERE v.state = 'active'", PolicyTable::read);
    }

    /** Proposals and activations wait for each other, so that the later one sees what the earlier one did. */
    void lock(Statements sql) {
        sql.list("SELECT pg_advisory_xact_lock(hashtext('licet policy'))", row -> true);
    }

    int insertDraft(Statements sql, String key, String source, String digest, Draft draft) {
        sql.update("INSERT INTO policy (key) VALUES (?) ON CONFLICT DO NOTHING", key);
        int version = sql.get(
                "SELECT coalesce(max(version), 0) + 1 AS next FROM policy_version WHERE key = ?",
                row -> row.getInt("next"),
                key);
        sql.update(
                "INSERT INTO policy_version (key, version, source, digest, state, proposed_at, proposed_by, reason)"
                        + " VALUES (?, ?, ?, ?, 'draft', ?, ?, ?)",
                key,
                version,
                source,
                digest,
                draft.at(),
                draft.by(),
                draft.reason());
        return version;
    }

    record Draft(Instant at, UUID by, String reason) {}

    void withdraw(Statements sql, String key, int version) {
        sql.update("UPDATE policy_version SET state = 'withdrawn' WHERE key = ? AND version = ?", key, version);
    }

    /** Retires what is in force, whatever its key, and puts this one in its place. */
    void activate(Statements sql, String key, int version, Draft by) {
        sql.update("UPDATE policy_version SET state = 'retired' WHERE state = 'active'");
        sql.update(
                "UPDATE policy_version SET state = 'active', activated_at = ?, activated_by = ?, activation_reason = ?"
                        + " WHERE key = ? AND version = ?",
                by.at(),
                by.by(),
                by.reason(),
                key,
                version);
    }

    private static Stored read(ResultSet row) throws SQLException {
        String source = row.getString("source");
        String key = row.getString("key");
        int version = row.getInt("version");
        var activatedAt = Optional.ofNullable(Statements.findInstant(row, "activated_at"));
        var activator = Optional.ofNullable(row.getString("activator"));
        String activationReason = row.getString("activation_reason");
        return new Stored(
                new PolicyVersion(
                        key,
                        version,
                        PolicyYaml.parse(key + ".yaml", source, version).title(),
                        ClosedChoice.find(PolicyVersion.State.class, row.getString("state"))
                                .orElseThrow(),
                        row.getString("digest"),
                        Statements.getInstant(row, "proposed_at"),
                        Optional.ofNullable(row.getString("proposer")),
                        Optional.ofNullable(row.getObject("proposed_by", UUID.class)),
                        row.getString("reason"),
                        activatedAt.map(at -> new PolicyVersion.Activation(at, activator, activationReason))),
                source);
    }
}
