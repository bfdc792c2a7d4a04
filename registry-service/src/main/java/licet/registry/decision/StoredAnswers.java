package licet.registry.decision;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import licet.registry.catalog.Catalog;
import licet.registry.fact.CurrentFacts;
import licet.registry.knowledge.ActiveKnowledge;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.rules.verdict.Answer;
import licet.rules.verdict.Evaluator;

/** The answers that lists join, for many models at once and with their reasons: one statement however many they are. */
@Singleton
final class StoredAnswers {
    /** One row for each model and way to answer it; the model's own answer goes before that of its profile. */
    private static final String SQL =
            "SELECT m.id, m.full_name_lower, m.owner || '/' || m.name AS model, s.revision, o.model_id IS NOT NULL AS own,"
                    + " coalesce(o.verdict, v.verdict) AS verdict,"
                    + " array_to_string(CASE WHEN o.model_id IS NULL THEN v.against ELSE o.against END, chr(10)) AS against,"
                    + " CASE WHEN o.model_id IS NULL THEN v.valid_until ELSE o.valid_until END AS valid_until"
                    + " FROM model m JOIN snapshot s ON s.id = m.current_snapshot_id"
                    + " LEFT JOIN verdict v ON v.profile_id = m.current_profile_id AND v.policy_key = ?"
                    + " AND v.policy_version = ? AND v.organization_version = ? AND v.knowledge_digest = ?"
                    + " AND v.engine_version = ? AND v.deployment_key = ? AND v.deployment_version = ?"
                    + " AND v.instruments_digest = ? AND (v.valid_until IS NULL OR v.valid_until > ?)"
                    + " LEFT JOIN model_verdict o ON o.model_id = m.id AND o.conclusion_id = m.current_conclusion_id"
                    + " AND o.policy_key = ? AND o.policy_version = ? AND o.organization_version = ?"
                    + " AND o.knowledge_digest = ? AND o.engine_version = ? AND o.deployment_key = ?"
                    + " AND o.deployment_version = ? AND o.instruments_digest = ?"
                    + " AND (o.valid_until IS NULL OR o.valid_until > ?)"
                    + " WHERE m.source = ? AND m.full_name_lower = ANY(?) AND m.name_lost_at IS NULL"
                    + " AND m.current_conclusion_id IS NOT NULL";

    private final Database database;
    private final Catalog catalog;
    private final TouchedModels touched;
    private final ActiveKnowledge knowledge;
    private final Clock clock;

    StoredAnswers(Database database, Catalog catalog, TouchedModels touched, ActiveKnowledge knowledge, Clock clock) {
        this.database = database;
        this.catalog = catalog;
        this.touched = touched;
        this.knowledge = knowledge;
        this.clock = clock;
    }

    /**
     * What is on record of a model as it stands now.
     *
     * @param brief empty where no answer is stored that holds at this moment
     */
    record Stored(String revision, Optional<GateReply.Brief> brief) {}

    private record Row(long id, boolean own, String name, Stored stored) {}

    /** By name in lower case; what nothing was read of is not there. */
    Map<String, Stored> of(GateWorld world, CurrentFacts.VersionedDeployment use, Set<String> names) {
        return database.read(sql -> read(sql, world, use, names));
    }

    private Map<String, Stored> read(
            Statements sql, GateWorld world, CurrentFacts.VersionedDeployment use, Set<String> names) {
        var papers = world.papers();
        var digests = papers.digests(use.deployment());
        var arguments = new ArrayList<Object>();
        arguments.addAll(inputs(world, use, digests.general()));
        arguments.addAll(inputs(world, use, digests.every()));
        arguments.add(catalog.source());
        arguments.add(names.toArray(String[]::new));
        var rows = sql.list(SQL, StoredAnswers::row, arguments.toArray());
        var reached = papers.isNarrowIn(use.deployment()) ? touched.of(sql, papers) : Set.<Long>of();
        var all = new HashMap<String, Stored>();
        for (var row : rows) {
            // Until a model's own answer is stored, that of its profile says nothing of it.
            boolean unsure = !row.own() && reached.contains(row.id());
            all.put(row.name(), unsure ? new Stored(row.stored().revision(), Optional.empty()) : row.stored());
        }
        return all;
    }

    private List<Object> inputs(GateWorld world, CurrentFacts.VersionedDeployment use, String instruments) {
        var policy = world.facts().policy().policy();
        return List.of(
                policy.key(),
                policy.version(),
                world.facts().organization().version(),
                knowledge.digest(),
                Evaluator.ENGINE,
                use.deployment().key().value(),
                use.version(),
                instruments,
                clock.instant());
    }

    private static Row row(ResultSet row) throws SQLException {
        String revision = row.getString("revision");
        String against = row.getString("against");
        String verdict = row.getString("verdict");
        return new Row(
                row.getLong("id"),
                row.getBoolean("own"),
                row.getString("full_name_lower"),
                new Stored(
                        revision,
                        against == null || verdict == null
                                ? Optional.empty()
                                : Optional.of(new GateReply.Brief(
                                        row.getString("model"),
                                        revision,
                                        verdict,
                                        verdict.equals(Answer.ALLOW.name()),
                                        against.isEmpty() ? List.of() : List.of(against.split("\n", -1)),
                                        Optional.ofNullable(Statements.findInstant(row, "valid_until"))
                                                .map(Instant::from)))));
    }
}
