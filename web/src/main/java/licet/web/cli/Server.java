package licet.web.cli;

import io.micronaut.context.ApplicationContext;
import io.micronaut.core.order.OrderUtil;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import licet.registry.host.Startup;
import licet.registry.host.StartupTask;
import licet.registry.ingest.IngestProgress;
import licet.registry.knowledge.KnowledgeAhead;
import licet.registry.postgres.Login;
import licet.registry.start.FirstStart;

/**
 * The framework, started by hand: its own shutdown hook would stop it at the same time as the database, and it must be
 * gone before the database is.
 */
final class Server implements AutoCloseable {
    private final ServerAddress address;
    private final ApplicationContext context;
    private final List<String> closing = new ArrayList<>();

    private Server(ServerAddress address, ApplicationContext context) {
        this.address = address;
        this.context = context;
    }

    static Server prepare(ServerAddress address, Login app, Map<String, Object> settings, KnowledgeAhead knowledge) {
        var all = new HashMap<>(settings);
        all.putAll(Map.of(
                "micronaut.server.host", address.host(),
                "micronaut.server.port", address.port(),
                "licet.address", address.uri().toString()));
        return new Server(address, context(app, all, knowledge));
    }

    /** Every bean of the product; nothing listens yet. */
    static ApplicationContext context(Login app, Map<String, Object> settings, KnowledgeAhead knowledge) {
        return ApplicationContext.builder()
                .deduceEnvironment(false)
                .banner(false)
                .packages("licet.registry", "licet.web")
                .properties(Map.of(
                        "datasources.default.url", app.url(),
                        "datasources.default.username", app.user(),
                        "datasources.default.password", app.password()))
                .properties(settings)
                .singletons(knowledge)
                .start();
    }

    void runStartupTasks(Terminal terminal) {
        context.getBeansOfType(StartupTask.class).stream()
                .sorted(OrderUtil.COMPARATOR)
                .forEach(task -> run(task, terminal));
    }

    private void run(StartupTask task, Terminal terminal) {
        try {
            task.run(new Announced(address.uri(), terminal, closing));
        } catch (RuntimeException problem) {
            terminal.warn("task-failed", task.getClass().getSimpleName(), String.valueOf(problem.getMessage()));
        }
    }

    /** What a start does when everything is in place: for the classes that it takes. */
    void look() {
        context.getBean(FirstStart.class).run(IngestProgress.SILENT);
    }

    void start() {
        context.getBean(EmbeddedServer.class).start();
    }

    List<String> closingLines() {
        return List.copyOf(closing);
    }

    @Override
    public void close() {
        context.close();
    }

    private record Announced(URI address, Terminal terminal, List<String> lines) implements Startup {
        @Override
        public void progress(String line) {
            terminal.line(line);
        }

        @Override
        public void closing(String line) {
            lines.add(line);
        }
    }
}
