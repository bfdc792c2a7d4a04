package licet.registry.approval;

import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import licet.ingest.hub.RepoId;
import licet.ingest.hub.Revision;
import licet.registry.catalog.LocalCatalog;
import licet.registry.platform.Statements;
import licet.registry.platform.audit.Actor;
import licet.registry.record.Records;
import licet.rules.facts.DeploymentKey;
import licet.rules.verdict.Instrument;

/** Makes an approval of a request, with the decision of record that stands behind it. */
@Singleton
class Grants {
    private final Records records;

    Grants(Records records) {
        this.records = records;
    }

    /** Who decided last, and what they said; a rule of the policy decides for whoever asked. */
    record By(UUID person, String reason, Actor actor) {}

    /** One takes the place of the other; what is over by the clock needs no end. The answer under it goes on record. */
    void grant(Statements sql, Steps.Locked locked, By by) {
        var row = locked.row();
        var from = locked.now().truncatedTo(ChronoUnit.MICROS);
        var until = from.plus(row.validDays, ChronoUnit.DAYS);
        sql.update(
                "UPDATE approval SET ended_at = ?, end_reason = 'replaced' WHERE model_id = ? AND revision = ?"
                        + " AND deployment_key = ? AND ended_at IS NULL",
                from,
                row.modelId,
                row.revision,
                row.deploymentKey);
        var granted = new Instrument(
                Approvals.KIND + ":" + row.id,
                Instrument.Kind.APPROVAL,
                new TreeSet<>(RequestRows.texts(row.lifts)),
                Approvals.reach(row.model, row.deploymentKey, Steps.digest(row.basis)),
                from,
                Optional.of(until));
        var record = records.granted(wish(row, by.reason()), granted, by.person(), by.actor());
        sql.update(
                "INSERT INTO approval (id, model_id, model, revision, deployment_key, lifts, basis, policy_key,"
                        + " policy_version, valid_from, valid_until, record_id)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row.id,
                row.modelId,
                row.model,
                row.revision,
                row.deploymentKey,
                row.lifts,
                row.basis,
                row.policyKey,
                row.policyVersion,
                from,
                until,
                record.id());
    }

    private static Records.Wish wish(RequestEntity row, String reason) {
        return new Records.Wish(
                RepoId.parse(row.model),
                new Revision(row.revision),
                row.source.equals(LocalCatalog.SOURCE),
                new DeploymentKey(row.deploymentKey),
                reason);
    }
}
