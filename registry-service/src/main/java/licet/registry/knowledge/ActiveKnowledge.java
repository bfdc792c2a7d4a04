package licet.registry.knowledge;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import licet.registry.platform.Database;
import licet.registry.platform.Sha256;
import licet.registry.platform.Statements;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.audit.HeadCache;
import licet.registry.platform.audit.HeadWatch;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.Knowledge;
import licet.rules.format.CanonicalJson;
import licet.rules.verdict.Evaluator;

/**
 * One bundle of knowledge answers in a database. An instance that carries another one than the active refuses, else two
 * instances would give two answers during a rolling update.
 */
@Singleton
public class ActiveKnowledge {
    private static final String KIND = "knowledge";

    private final Knowledge knowledge;
    private final Database database;
    private final AuditLog audit;
    private final Clock clock;
    private final HubMode mode;
    private final HeadCache<String, Boolean> active;

    ActiveKnowledge(
            Knowledge knowledge, Database database, AuditLog audit, Clock clock, HubMode mode, HeadWatch watch) {
        this.knowledge = knowledge;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        this.mode = mode;
        this.active = watch.cache(1, Set.of(KIND));
    }

    public String digest() {
        return knowledge.digest();
    }

    /** Refuses when another instance has activated other knowledge. */
    public void requireActive() {
        if (!active.get(digest(), this::isActive)) {
            throw new RegistryProblem.Unavailable("the active knowledge", Duration.ofSeconds(30)).asException();
        }
    }

    private boolean isActive(String digest) {
        return database.read(sql -> sql.find("SELECT 1 FROM knowledge WHERE digest = ? AND active", row -> true, digest)
                .orElse(false));
    }

    /** Records this instance's knowledge and makes it the active one. Returns whether anything changed. */
    public boolean activate() {
        if (isActive(digest())) {
            return false;
        }
        return database.write(sql -> {
            record(sql);
            sql.update("UPDATE knowledge SET active = false WHERE active");
            sql.update(
                    "UPDATE knowledge SET active = true, activated_at = ? WHERE digest = ?", clock.instant(), digest());
            audit.append(AuditEvent.of(
                    Actor.PRODUCT, "knowledge.activate", KIND, digest(), Map.of("engine", Evaluator.ENGINE)));
            return true;
        });
    }

    /** Makes this instance's knowledge the active one where none is yet; leaves any other in place. */
    public void activateFirst() {
        boolean first = database.read(sql ->
                sql.find("SELECT 1 FROM knowledge WHERE active", row -> true).isEmpty());
        if (first) {
            activate();
        }
    }

    /** All data files, so that a decision of record can be computed again with the knowledge of its time. */
    private String files() {
        return CanonicalJson.write(Knowledge.files(mode == HubMode.RECORDED));
    }

    private void record(Statements sql) {
        byte[] body = files().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] sha256 = Sha256.of(body);
        sql.update(
                "INSERT INTO blob (sha256, codec, length, body) VALUES (?, 0, ?, ?) ON CONFLICT DO NOTHING",
                sha256,
                body.length,
                body);
        sql.update(
                "INSERT INTO knowledge (digest, engine_version, body_sha256, recorded_at, active)"
                        + " VALUES (?, ?, ?, ?, false) ON CONFLICT DO NOTHING",
                digest(),
                Evaluator.ENGINE,
                sha256,
                clock.instant());
    }
}
