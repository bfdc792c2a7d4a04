package licet.registry.testing;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import licet.registry.identity.NewPerson;
import licet.registry.identity.NewToken;
import licet.registry.identity.SetupLinks;
import licet.registry.identity.SignIn;
import licet.registry.identity.TokenIssuer;
import licet.registry.ingest.IngestProgress;
import licet.registry.platform.http.Scope;
import licet.registry.start.FirstStart;

/** The server with a database of its own: one for all tests of a module, since a context costs seconds. */
public final class TestRegistry {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    public static final String LOGIN = "ada";
    public static final String PASSWORD = "correct horse battery";

    /** Registries of many tests stand in one process until it ends; those that rest hold nothing. */
    private static final Map<String, Object> FEW_CONNECTIONS =
            Map.of("datasources.default.minimum-idle", 0, "datasources.default.idle-timeout", 10_000);

    private final TurnableClock clock = new TurnableClock(Instant.parse("2026-11-02T09:00:00Z"));
    private final TestDatabase database;
    private final EmbeddedServer server;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private TestRegistry(TestDatabase database, Map<String, Object> settings) {
        this.database = database;
        server = beside(settings);
    }

    /** Another server with the same database and the same clock. */
    public EmbeddedServer beside(Map<String, Object> settings) {
        var other = ApplicationContext.builder()
                .properties(database.properties())
                .properties(settings)
                .properties(Map.of("micronaut.server.port", "-1"))
                .properties(FEW_CONNECTIONS)
                .singletons(clock)
                .start()
                .getBean(EmbeddedServer.class)
                .start();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(other::stop));
        return other;
    }

    /** Another server beside the shared one, for tests that need an untouched database. */
    public static TestRegistry apart() {
        return apart(Map.of());
    }

    /** The same with other settings than the product's own. */
    public static TestRegistry apart(Map<String, Object> settings) {
        return new TestRegistry(TestDatabase.create(), settings);
    }

    /** Another one that has started for the first time and knows the recorded models. */
    public static TestRegistry filled() {
        return filled(Map.of());
    }

    public static TestRegistry filled(Map<String, Object> settings) {
        return new TestRegistry(Filled.ORIGINAL.copy(), settings);
    }

    public static TestRegistry shared() {
        return Holder.SHARED;
    }

    /** For one that a single test made: its database goes with it. */
    public void stop() {
        server.stop();
        database.close();
    }

    public TurnableClock clock() {
        return clock;
    }

    public TestDatabase database() {
        return database;
    }

    public ApplicationContext context() {
        return server.getApplicationContext();
    }

    public <T> T bean(Class<T> type) {
        return context().getBean(type);
    }

    public URI uri(String path) {
        return URI.create(server.getURI() + path);
    }

    /** A request to fill further; it has a time limit. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).timeout(PATIENCE);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException problem) {
            throw new IllegalStateException(problem);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    public HttpResponse<String> get(String path, String token) {
        return send(request(path).header("Authorization", "Bearer " + token));
    }

    /** A new bearer token, as the command line makes it. */
    public String token(Scope scope) {
        try (var connection = database.app().connect()) {
            return new TokenIssuer(connection, clock)
                    .issueForHost(new NewToken("test", scope, null))
                    .secret();
        } catch (SQLException problem) {
            throw new IllegalStateException(problem);
        }
    }

    /** The session id of a signed-in administrator, a new one each time. */
    public synchronized String session() {
        var setup = bean(SetupLinks.class);
        var link = setup.issueIfNoPeople();
        if (link.isPresent()) {
            setup.complete(link.get(), new NewPerson(LOGIN, "Ada Admin", PASSWORD));
        }
        return switch (bean(SignIn.class).signIn(new SignIn.Attempt(LOGIN, PASSWORD, "test"), Optional.empty())) {
            case SignIn.Result.SignedIn(var sessionId) -> sessionId;
            case SignIn.Result.Refused refused -> throw new IllegalStateException(refused.toString());
            case SignIn.Result.TooManyAttempts wait -> throw new IllegalStateException(wait.toString());
        };
    }

    /** A request of a browser that is signed in. */
    public HttpRequest.Builder browse(String path, String sessionId) {
        return request(path).header("Cookie", "licet-session=" + sessionId);
    }

    private static final class Holder {
        static final TestRegistry SHARED = apart();
    }

    /** Reading the recorded models takes seconds, and copying what came of it does not. */
    private static final class Filled {
        static final TestDatabase ORIGINAL = fill();

        private static TestDatabase fill() {
            var registry = apart(Map.of("licet.jobs.enabled", "false"));
            registry.bean(FirstStart.class).run(IngestProgress.SILENT);
            registry.server.stop();
            return registry.database;
        }
    }
}
