package licet.registry.decision;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import licet.registry.fact.CurrentFacts;
import licet.registry.fact.Facts;
import licet.registry.instrument.Instruments;
import licet.registry.knowledge.ActiveKnowledge;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.rules.format.CanonicalJson;
import licet.rules.lineage.Conclusion;
import licet.rules.lineage.Profile;
import licet.rules.verdict.Evaluator;
import licet.rules.verdict.Verdict;

/**
 * The answers that lists join: one row for each profile in use and deployment, under the current version of every
 * input. A policy edit costs one assessment a profile, however many models there are.
 */
@Singleton
public class VerdictTable {
    /** Rows of one transaction and one statement: lists see what is there, and a stop loses little. */
    private static final int CHUNK = 250;
    /** Each works on a chunk of its own, with a connection of its own. */
    private static final int MOST_WORKERS = 4;

    private final Database database;
    private final Facts facts;
    private final StoredProfiles profiles;
    private final Judge judge;
    private final ModelVerdicts ofModels;
    private final Instruments instruments;
    private final ActiveKnowledge knowledge;
    private final Clock clock;

    VerdictTable(
            Database database,
            Facts facts,
            StoredProfiles profiles,
            Judge judge,
            ModelVerdicts ofModels,
            Instruments instruments,
            ActiveKnowledge knowledge,
            Clock clock) {
        this.database = database;
        this.facts = facts;
        this.profiles = profiles;
        this.judge = judge;
        this.ofModels = ofModels;
        this.instruments = instruments;
        this.knowledge = knowledge;
        this.clock = clock;
    }

    /** Some profiles that have no valid row for a deployment, in the order of their ids. */
    private record Chunk(
            CurrentFacts facts, CurrentFacts.VersionedDeployment deployment, String instruments, List<Long> profiles) {}

    private record Made(long profile, Verdict verdict, String body) {}

    /** Evaluates whatever has no valid row, on all processors. Returns how many rows were written. */
    public synchronized int fill() {
        if (facts.isEmpty()) {
            return 0;
        }
        var current = facts.current();
        var chunks = chunks(current);
        if (!chunks.isEmpty()) {
            make(chunks);
        }
        return chunks.stream().mapToInt(chunk -> chunk.profiles().size()).sum() + ofModels.fill(current);
    }

    private List<Chunk> chunks(CurrentFacts current) {
        var all = new ArrayList<Chunk>();
        for (var deployment : current.deployments()) {
            var under = instruments.current().digests(deployment.deployment()).general();
            var due = database.read(sql -> due(sql, current, deployment, under));
            for (int from = 0; from < due.size(); from += CHUNK) {
                all.add(new Chunk(current, deployment, under, due.subList(from, Math.min(due.size(), from + CHUNK))));
            }
        }
        return all;
    }

    /** While one evaluates, another waits for the database: together they take what the processors give. */
    private void make(List<Chunk> chunks) {
        int workers = Math.min(
                chunks.size(), Math.min(MOST_WORKERS, Runtime.getRuntime().availableProcessors()));
        var names = Thread.ofPlatform().name("verdicts-", 0).daemon().factory();
        try (var executor = Executors.newFixedThreadPool(workers, names)) {
            var running = chunks.stream()
                    .map(chunk -> CompletableFuture.runAsync(() -> make(chunk), executor))
                    .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(running).join();
        }
    }

    private void make(Chunk chunk) {
        var all = database.read(sql -> profiles.of(sql, chunk.profiles()));
        var rows = chunk.profiles().stream()
                .map(id -> made(id, Objects.requireNonNull(all.get(id)), chunk))
                .toList();
        database.write(sql -> write(sql, chunk, rows));
    }

    private Made made(long id, Profile profile, Chunk chunk) {
        var assessment = judge.assessOnce(profile, chunk.facts(), chunk.deployment());
        var verdict = judge.verdict(assessment, Conclusion.Bindings.NONE);
        return new Made(id, verdict, CanonicalJson.write(assessment));
    }

    /** One look at an index for each profile: what is in use is found without reading all models. */
    private List<Long> due(
            Statements sql, CurrentFacts current, CurrentFacts.VersionedDeployment deployment, String instruments) {
        var policy = current.policy().policy();
        return sql.list(
                "SELECT p.id FROM profile p CROSS JOIN LATERAL (SELECT 1 FROM model m"
                        + " WHERE m.current_profile_id = p.id AND m.name_lost_at IS NULL LIMIT 1) used"
                        + " WHERE NOT EXISTS (SELECT 1 FROM verdict v WHERE v.profile_id = p.id AND v.deployment_key = ?"
                        + " AND v.deployment_version = ? AND v.policy_key = ? AND v.policy_version = ?"
                        + " AND v.organization_version = ? AND v.knowledge_digest = ? AND v.engine_version = ?"
                        + " AND v.instruments_digest = ? AND v.against IS NOT NULL"
                        + " AND (v.valid_until IS NULL OR v.valid_until > ?)) ORDER BY p.id",
                row -> row.getLong("id"),
                deployment.deployment().key().value(),
                deployment.version(),
                policy.key(),
                policy.version(),
                current.organization().version(),
                knowledge.digest(),
                Evaluator.ENGINE,
                instruments,
                clock.instant());
    }

    private int write(Statements sql, Chunk chunk, List<Made> rows) {
        var deployment = chunk.deployment();
        var policy = chunk.facts().policy().policy();
        return sql.update(
                "INSERT INTO verdict (profile_id, deployment_key, deployment_version, policy_key, policy_version,"
                        + " organization_version, knowledge_digest, engine_version, instruments_digest, evaluated_at,"
                        + " verdict, valid_until, against, body) SELECT made.profile, ?, ?, ?, ?, ?, ?, ?, ?, ?, made.verdict,"
                        + " CAST(nullif(made.valid_until, '') AS timestamptz), string_to_array(made.against, chr(10)),"
                        + " made.body FROM unnest(CAST(? AS bigint[]), CAST(? AS text[]), CAST(? AS text[]),"
                        + " CAST(? AS text[]), CAST(? AS text[]))"
                        + " AS made(profile, verdict, valid_until, against, body) ON CONFLICT ON CONSTRAINT verdict_pk"
                        + " DO UPDATE SET verdict = excluded.verdict, valid_until = excluded.valid_until,"
                        + " against = excluded.against, evaluated_at = excluded.evaluated_at, body = excluded.body,"
                        + " instruments_digest = excluded.instruments_digest",
                deployment.deployment().key().value(),
                deployment.version(),
                policy.key(),
                policy.version(),
                chunk.facts().organization().version(),
                knowledge.digest(),
                Evaluator.ENGINE,
                chunk.instruments(),
                clock.instant(),
                rows.stream().map(Made::profile).toArray(Long[]::new),
                rows.stream().map(made -> made.verdict().answer().name()).toArray(String[]::new),
                rows.stream()
                        .map(made -> made.verdict()
                                .validUntil()
                                .map(Instant::toString)
                                .orElse(""))
                        .toArray(String[]::new),
                rows.stream()
                        .map(made -> String.join("\n", made.verdict().against()))
                        .toArray(String[]::new),
                rows.stream().map(Made::body).toArray(String[]::new));
    }
}
