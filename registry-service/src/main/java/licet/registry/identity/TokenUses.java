package licet.registry.identity;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import licet.registry.platform.Database;

/** Remembers when tokens were used and writes it now and then: a write for each request would cost more than it. */
@Singleton
class TokenUses {
    private final Database database;
    private final Clock clock;
    private final Map<UUID, Instant> unwritten = new ConcurrentHashMap<>();

    TokenUses(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void used(UUID token) {
        unwritten.put(token, clock.instant());
    }

    @PreDestroy
    @Scheduled(fixedDelay = "30s", initialDelay = "30s")
    void write() {
        if (unwritten.isEmpty()) {
            return;
        }
        var taken = Map.copyOf(unwritten);
        var rows = taken.entrySet().stream()
                .map(use -> new Object[] {use.getValue(), use.getKey()})
                .toList();
        database.write(sql -> {
            sql.batch("UPDATE api_token SET last_used_at = greatest(last_used_at, ?) WHERE id = ?", rows);
            return rows.size();
        });
        taken.forEach(unwritten::remove);
    }
}
