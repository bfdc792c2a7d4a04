package licet.registry.approval;

import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import licet.registry.instrument.InstrumentSource;
import licet.registry.platform.Statements;
import licet.rules.evidence.ModelId;
import licet.rules.facts.DeploymentKey;
import licet.rules.format.CanonicalJson;
import licet.rules.verdict.Basis;
import licet.rules.verdict.Instrument;
import licet.rules.verdict.Reach;

/** What approved requests lift: for one model at one revision in one deployment, while all that people saw is the same. */
@Singleton
class Approvals implements InstrumentSource {
    /** Kind of object in the audit chain whose change can change an answer. */
    static final String KIND = "approval";

    /** One takes the place of the other; what is over by the clock needs no end. */
    void grant(Statements sql, Steps.Locked locked) {
        var row = locked.row();
        sql.update(
                "UPDATE approval SET ended_at = ?, end_reason = 'replaced' WHERE model_id = ? AND revision = ?"
                        + " AND deployment_key = ? AND ended_at IS NULL",
                locked.now(),
                row.modelId,
                row.revision,
                row.deploymentKey);
        sql.update(
                "INSERT INTO approval (id, model_id, model, revision, deployment_key, lifts, basis, policy_key,"
                        + " policy_version, valid_from, valid_until) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row.id,
                row.modelId,
                row.model,
                row.revision,
                row.deploymentKey,
                row.lifts,
                row.basis,
                row.policyKey,
                row.policyVersion,
                locked.now(),
                locked.now().plus(row.validDays, ChronoUnit.DAYS));
    }

    /** A name that belongs to another model now lifts nothing. */
    @Override
    public List<Instrument> load(Statements sql) {
        return sql.list(
                "SELECT a.* FROM approval a JOIN model m ON m.id = a.model_id"
                        + " WHERE a.ended_at IS NULL AND m.name_lost_at IS NULL ORDER BY a.id",
                row -> new Instrument(
                        "approval:" + row.getString("id"),
                        Instrument.Kind.APPROVAL,
                        new TreeSet<>(RequestRows.texts(row.getString("lifts"))),
                        reach(
                                row.getString("model"),
                                row.getString("deployment_key"),
                                CanonicalJson.read(row.getString("basis"), Basis.class)),
                        Statements.getInstant(row, "valid_from"),
                        Optional.of(Statements.getInstant(row, "valid_until"))));
    }

    private static Reach reach(String model, String deployment, Basis basis) {
        return new Reach(
                Set.of(new DeploymentKey(deployment)),
                Set.of(),
                Set.of(new ModelId(model)),
                Set.of(),
                Set.of(),
                Set.of(),
                Optional.of(basis.digest()));
    }
}
