package licet.registry.decision;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import licet.registry.platform.Database;
import licet.registry.platform.http.Principal;
import licet.rules.facts.DeploymentKey;

/** Remembers what was answered to whom, by the hour, and writes it behind the answers. */
@Singleton
class GateTally {
    private final Database database;
    private final Clock clock;
    private final Map<Key, Long> counts = new ConcurrentHashMap<>();

    GateTally(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Key(long model, String deployment, UUID token, String verdict, Instant hour) {}

    void count(GateReply reply, DeploymentKey deployment, Principal caller) {
        if (caller.via() instanceof Principal.Via.Token(var token) && reply.isOnRecord()) {
            var hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
            var key = new Key(
                    reply.model().orElseThrow(),
                    deployment.value(),
                    token,
                    reply.brief().verdict(),
                    hour);
            counts.merge(key, 1L, Long::sum);
        }
    }

    @PreDestroy
    @Scheduled(fixedDelay = "30s", initialDelay = "30s")
    void write() {
        var taken = new HashMap<Key, Long>();
        counts.keySet().forEach(key -> {
            var count = counts.remove(key);
            if (count != null) {
                taken.put(key, count);
            }
        });
        if (!taken.isEmpty()) {
            write(taken);
        }
    }

    /** A batch that is lost with the database is not tried again: refusals must not wait for bookkeeping. */
    private void write(Map<Key, Long> taken) {
        var rows = taken.entrySet().stream()
                .map(entry -> new Object[] {
                    entry.getKey().model(),
                    entry.getKey().deployment(),
                    entry.getKey().token(),
                    entry.getKey().verdict(),
                    entry.getKey().hour(),
                    entry.getValue()
                })
                .toList();
        database.write(sql -> {
            sql.batch(
                    "INSERT INTO gate_answer_hour (model_id, deployment_key, token_id, verdict, hour, count)"
                            + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (model_id, deployment_key, token_id, verdict, hour)"
                            + " DO UPDATE SET count = gate_answer_hour.count + excluded.count",
                    rows);
            return rows.size();
        });
    }
}
