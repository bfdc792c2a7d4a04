package licet.registry.identity.oidc;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import licet.registry.platform.Database;
import licet.registry.platform.http.ReturnAddress;

/** Who is at the provider now, over all instances. */
@Singleton
final class Flows {
    static final Duration GOOD_FOR = Duration.ofMinutes(10);
    private static final ReturnAddress START = new ReturnAddress("/");

    private final Database database;
    private final Clock clock;

    Flows(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What a trip is for.
     *
     * @param joins whose account gets the identity; empty for a sign-in
     */
    record Purpose(ReturnAddress to, Optional<UUID> joins) {}

    Flow begin(Purpose purpose) {
        var flow = Flow.random();
        var now = clock.instant();
        database.write(sql -> {
            sql.update("DELETE FROM sign_in_flow WHERE expires_at <= ?", now);
            return sql.update(
                    "INSERT INTO sign_in_flow (secret_hash, return_path, expires_at, joins) VALUES (?, ?, ?, ?)",
                    flow.hash().bytes(),
                    purpose.to().path(),
                    now.plus(GOOD_FOR),
                    purpose.joins().orElse(null));
        });
        return flow;
    }

    /** Where the browser wanted to go. Only the first who asks in time is told: a trip has one return. */
    Optional<Purpose> take(Flow flow) {
        return database.write(sql -> sql.find(
                        "DELETE FROM sign_in_flow WHERE secret_hash = ? RETURNING return_path,"
                                + " joins, expires_at > ? AS in_time",
                        row -> row.getBoolean("in_time") ? Optional.of(read(row)) : Optional.<Purpose>empty(),
                        flow.hash().bytes(),
                        clock.instant())
                .flatMap(found -> found));
    }

    private static Purpose read(ResultSet row) throws SQLException {
        return new Purpose(
                ReturnAddress.parse(row.getString("return_path")).orElse(START),
                Optional.ofNullable(row.getObject("joins", UUID.class)));
    }
}
