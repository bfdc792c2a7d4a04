package licet.registry.platform.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import licet.registry.platform.Database;
import licet.registry.platform.Sha256;
import licet.registry.platform.Statements;
import licet.registry.platform.problem.RegistryProblem;

/**
 * Lets programs send a request again when they do not know what became of it: the header {@code Idempotency-Key} gives
 * the request a name, and the same name has one effect and one answer for a day. The answer is written in the
 * transaction of the effect. What was refused had no effect and is not kept.
 */
@Singleton
public final class RepeatedRequests {
    public static final String HEADER = "Idempotency-Key";
    static final Duration KEPT = Duration.ofHours(24);
    private static final int LONGEST = 128;

    private final Database database;
    private final Clock clock;

    RepeatedRequests(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A request that has a name. */
    public record Named(String caller, String key, byte[] requestSha256) {
        /** A part of the request that has an effect of its own. */
        public Named part(UUID id) {
            return new Named(caller, key + "/" + id, requestSha256);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Named(var otherCaller, var otherKey, var otherHash)
                    && caller.equals(otherCaller)
                    && key.equals(otherKey)
                    && Arrays.equals(requestSha256, otherHash);
        }

        @Override
        public int hashCode() {
            return key.hashCode();
        }

        @Override
        public String toString() {
            return caller + " " + key;
        }
    }

    /** @param location empty where nothing was made */
    public record Answer(int status, String body, String location) {
        public static Answer ok(String body) {
            return new Answer(200, body, "");
        }

        public HttpResponse<String> response() {
            var response = HttpResponse.<String>status(HttpStatus.valueOf(status))
                    .body(body)
                    .contentType(MediaType.APPLICATION_JSON_TYPE);
            return location.isEmpty() ? response : response.header(HttpHeaders.LOCATION, location);
        }
    }

    /**
     * @param body as it was sent, empty where there is none
     * @param effect changes something in transactions of the database
     */
    public HttpResponse<String> answer(HttpRequest<?> request, String body, Principal caller, Supplier<Answer> effect) {
        return name(request, body, caller)
                .map(named -> once(named, effect))
                .orElseGet(effect)
                .response();
    }

    /** Empty where the caller gave none. */
    public Optional<Named> name(HttpRequest<?> request, String body, Principal caller) {
        return Optional.ofNullable(request.getHeaders().get(HEADER)).map(key -> {
            if (!key.matches("[!-~]{1," + LONGEST + "}")) {
                throw new RegistryProblem.Malformed(HEADER, null, "send 1 to " + LONGEST + " characters of ASCII")
                        .asException();
            }
            return new Named(caller.actor().kind() + " " + caller.actor().id(), key, hash(request, body));
        });
    }

    private static byte[] hash(HttpRequest<?> request, String body) {
        return Sha256.of(request.getMethodName() + "\n" + request.getUri() + "\n" + body);
    }

    /** Of two at once, the second waits for the first and gets its answer. */
    public Answer once(Named named, Supplier<Answer> effect) {
        return database.write(sql -> {
            if (isNew(sql, named)) {
                var answer = effect.get();
                sql.update(
                        "UPDATE idempotency_key SET status = ?, answer = ?, location = ? WHERE caller = ? AND key = ?",
                        answer.status(),
                        answer.body(),
                        answer.location(),
                        named.caller(),
                        named.key());
                return answer;
            }
            return earlier(sql, named);
        });
    }

    private boolean isNew(Statements sql, Named named) {
        var now = clock.instant();
        sql.update(
                "DELETE FROM idempotency_key WHERE caller = ? AND key = ? AND made_at < ?",
                named.caller(),
                named.key(),
                now.minus(KEPT));
        return sql.update(
                        "INSERT INTO idempotency_key (caller, key, request_sha256, made_at, status, answer, location)"
                                + " VALUES (?, ?, ?, ?, 0, '', '') ON CONFLICT DO NOTHING",
                        named.caller(),
                        named.key(),
                        named.requestSha256(),
                        now)
                == 1;
    }

    private static Answer earlier(Statements sql, Named named) {
        return sql.get(
                "SELECT * FROM idempotency_key WHERE caller = ? AND key = ?",
                row -> {
                    if (!Arrays.equals(row.getBytes("request_sha256"), named.requestSha256())) {
                        throw new RegistryProblem.KeyReused(named.key()).asException();
                    }
                    return new Answer(row.getInt("status"), row.getString("answer"), row.getString("location"));
                },
                named.caller(),
                named.key());
    }

    /** @return how many answers nobody can ask for again */
    int forget() {
        return database.write(sql -> sql.update(
                "DELETE FROM idempotency_key WHERE made_at < ?", clock.instant().minus(KEPT)));
    }
}
