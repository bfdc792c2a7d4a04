package licet.registry.approval;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import licet.registry.platform.Database;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.RepeatedRequests;
import licet.registry.testing.TurnableClock;

/** A server of its own that decides about everything that waits, on many threads, until it is done or killed. */
final class DecidingChild {
    static final String READY = "deciding";
    static final String DONE = "decided";

    private DecidingChild() {}

    /** @param arguments moment, then address, user and password of the database */
    public static void main(String[] arguments) throws Exception {
        Map<String, Object> settings = Map.of(
                "datasources.default.url", arguments[1],
                "datasources.default.username", arguments[2],
                "datasources.default.password", arguments[3],
                "micronaut.server.port", "-1",
                "licet.jobs.enabled", "false");
        Clock clock = new TurnableClock(Instant.parse(arguments[0]));
        try (var context = ApplicationContext.builder()
                .properties(settings)
                .singletons(clock)
                .start()) {
            context.getBean(EmbeddedServer.class).start();
            System.out.println(READY);
            decideAll(context, people(context.getBean(Database.class)));
            System.out.println(DONE);
        }
    }

    private static List<Principal> people(Database database) {
        return database.read(sql -> sql.list(
                "SELECT id, login FROM person WHERE login LIKE 'counsel-%' ORDER BY login",
                row -> Office.counsel(row.getObject("id", UUID.class), row.getString("login"))));
    }

    /** Who decides already is told so, which is how the work of a killed one is gone on with. */
    static void decideAll(ApplicationContext context, List<Principal> people) throws InterruptedException {
        var waiting = context.getBean(Database.class)
                .read(sql -> sql.list(
                        "SELECT id FROM approval_request WHERE state = 'in-review' ORDER BY id",
                        row -> row.getObject("id", UUID.class)));
        var pool = Executors.newFixedThreadPool(8);
        for (var person : people) {
            for (var id : waiting) {
                pool.submit(() -> decide(context, id, person));
            }
        }
        pool.shutdown();
        if (!pool.awaitTermination(5, java.util.concurrent.TimeUnit.MINUTES)) {
            throw new IllegalStateException("not done in time");
        }
    }

    private static void decide(ApplicationContext context, UUID id, Principal person) {
        var named = new RepeatedRequests.Named(person.login(), id.toString(), new byte[] {1});
        var vote = new NewVote(1, "legal", Vote.Decision.APPROVE, "Yes.", List.of(), Optional.empty());
        context.getBean(RepeatedRequests.class)
                .once(
                        named,
                        () -> RepeatedRequests.Answer.ok(context.getBean(Decisions.class)
                                .decide(id, vote, person)
                                .state()
                                .word()));
    }
}
