package licet.registry.delivery;

import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import licet.registry.testing.TurnableClock;

/** An instance of its own that takes messages to receivers until it is done or killed. */
final class DeliveringChild {
    static final String READY = "delivering";

    private DeliveringChild() {}

    /** @param arguments moment, then address, user and password of the database, then the key */
    public static void main(String[] arguments) {
        var settings = new HashMap<String, Object>(Map.of(
                "datasources.default.url", arguments[1],
                "datasources.default.username", arguments[2],
                "datasources.default.password", arguments[3],
                "micronaut.server.port", "-1",
                "licet.delivery.key", arguments[4],
                "licet.delivery.allow", "127.0.0.1"));
        settings.put("licet.jobs.enabled", "false");
        Clock clock = new TurnableClock(Instant.parse(arguments[0]));
        try (var context = ApplicationContext.builder()
                .properties(settings)
                .singletons(clock)
                .start()) {
            System.out.println(READY);
            context.getBean(Dispatcher.class).run();
        }
    }
}
