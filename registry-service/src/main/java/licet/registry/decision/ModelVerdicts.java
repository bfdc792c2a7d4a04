package licet.registry.decision;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import licet.registry.fact.CurrentFacts;
import licet.registry.instrument.Instruments;
import licet.registry.knowledge.ActiveKnowledge;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.rules.format.CanonicalJson;
import licet.rules.lineage.Conclusion;
import licet.rules.verdict.Evaluator;
import licet.rules.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Own answers of the models that an instrument touches: it names them, something they were made from, or their evidence.
 * All others share the answer of their profile.
 */
@Singleton
class ModelVerdicts {
    /** Rows of one transaction. */
    private static final int CHUNK = 250;

    private final Database database;
    private final Instruments instruments;
    private final TouchedModels touched;
    private final Judge judge;
    private final ActiveKnowledge knowledge;
    private final Clock clock;

    ModelVerdicts(
            Database database,
            Instruments instruments,
            TouchedModels touched,
            Judge judge,
            ActiveKnowledge knowledge,
            Clock clock) {
        this.database = database;
        this.instruments = instruments;
        this.touched = touched;
        this.judge = judge;
        this.knowledge = knowledge;
        this.clock = clock;
    }

    private record Due(long model, long conclusionId, Conclusion conclusion) {}

    private record Made(Due due, Verdict verdict, String body) {}

    /** Evaluates whatever touched model has no valid row. Returns how many rows were written. */
    int fill(CurrentFacts facts) {
        var inForce = instruments.current();
        if (inForce.narrow().isEmpty()) {
            return 0;
        }
        var models = database.read(sql -> touched.of(sql, inForce));
        int written = 0;
        for (var deployment : facts.deployments()) {
            if (inForce.isNarrowIn(deployment.deployment())) {
                written += fill(
                        models,
                        new Inputs(
                                facts,
                                deployment,
                                inForce.digests(deployment.deployment()).every()));
            }
        }
        return written;
    }

    private record Inputs(CurrentFacts facts, CurrentFacts.VersionedDeployment deployment, String instruments) {}

    private int fill(Set<Long> models, Inputs inputs) {
        int written = 0;
        int last;
        do {
            var rows =
                    due(models, inputs).stream().map(due -> made(due, inputs)).toList();
            database.write(sql -> {
                rows.forEach(row -> write(sql, row, inputs));
                return rows.size();
            });
            last = rows.size();
            written += last;
        } while (last == CHUNK);
        return written;
    }

    private Made made(Due due, Inputs inputs) {
        var assessment = judge.assess(due.conclusion().profile(), inputs.facts(), inputs.deployment());
        return new Made(due, judge.verdict(assessment, due.conclusion().bindings()), CanonicalJson.write(assessment));
    }

    private List<Due> due(Set<Long> models, Inputs inputs) {
        var arguments = new ArrayList<>();
        arguments.add(models.toArray(Long[]::new));
        arguments.addAll(of(inputs));
        arguments.add(clock.instant());
        arguments.add(CHUNK);
        return database.read(sql -> sql.list(
                "SELECT m.id, c.id AS conclusion, c.body FROM model m JOIN conclusion c ON c.id = m.current_conclusion_id"
                        + " WHERE m.id = ANY(?) AND m.name_lost_at IS NULL AND NOT EXISTS (SELECT 1 FROM model_verdict v"
                        + " WHERE v.model_id = m.id AND v.conclusion_id = c.id AND v.deployment_key = ?"
                        + " AND v.deployment_version = ? AND v.policy_key = ? AND v.policy_version = ?"
                        + " AND v.organization_version = ? AND v.knowledge_digest = ? AND v.engine_version = ?"
                        + " AND v.instruments_digest = ? AND v.against IS NOT NULL"
                        + " AND (v.valid_until IS NULL OR v.valid_until > ?))"
                        + " ORDER BY m.id LIMIT ?",
                row -> new Due(
                        row.getLong("id"),
                        row.getLong("conclusion"),
                        CanonicalJson.read(row.getString("body"), Conclusion.class)),
                arguments.toArray()));
    }

    private void write(Statements sql, Made made, Inputs inputs) {
        var arguments = new ArrayList<@Nullable Object>();
        arguments.add(made.due().model());
        arguments.add(made.due().conclusionId());
        arguments.addAll(of(inputs));
        arguments.add(made.verdict().answer().name());
        arguments.add(made.verdict().validUntil().orElse(null));
        arguments.add(String.join("\n", made.verdict().against()));
        arguments.add(clock.instant());
        arguments.add(made.body());
        sql.update(
                "INSERT INTO model_verdict (model_id, conclusion_id, deployment_key, deployment_version, policy_key,"
                        + " policy_version, organization_version, knowledge_digest, engine_version, instruments_digest,"
                        + " verdict, valid_until, against, evaluated_at, body)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, string_to_array(?, chr(10)), ?, ?)"
                        + " ON CONFLICT ON CONSTRAINT model_verdict_pk DO UPDATE SET conclusion_id = excluded.conclusion_id,"
                        + " deployment_version = excluded.deployment_version, policy_key = excluded.policy_key,"
                        + " policy_version = excluded.policy_version,"
                        + " organization_version = excluded.organization_version,"
                        + " knowledge_digest = excluded.knowledge_digest, engine_version = excluded.engine_version,"
                        + " instruments_digest = excluded.instruments_digest, verdict = excluded.verdict,"
                        + " valid_until = excluded.valid_until, evaluated_at = excluded.evaluated_at,"
                        + " body = excluded.body",
                arguments.toArray());
    }

    /** In the order of the columns: the deployment and its version first, the instruments last. */
    private List<Object> of(Inputs inputs) {
        var policy = inputs.facts().policy().policy();
        return List.of(
                inputs.deployment().deployment().key().value(),
                inputs.deployment().version(),
                policy.key(),
                policy.version(),
                inputs.facts().organization().version(),
                knowledge.digest(),
                Evaluator.ENGINE,
                inputs.instruments());
    }
}
