package licet.web.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import licet.registry.knowledge.KnowledgeAhead;
import licet.registry.postgres.Migrations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Database, migrations, start-up tasks, server, in this order; stopped in the reverse one. */
@Command(name = "serve")
final class ServeCommand implements Callable<Integer> {
    @Option(names = "--port", defaultValue = "8080", paramLabel = "PORT")
    private int port;

    @Option(
            names = "--hub",
            defaultValue = "recorded",
            paramLabel = "recorded|live",
            converter = HubMode.Converter.class)
    private HubMode hub = HubMode.RECORDED;

    @Mixin
    private DataOption data = new DataOption();

    /** After that the start goes on, and the training beside it. */
    private static final Duration TRAINING_PATIENCE = Duration.ofSeconds(60);

    private final Terminal terminal = Terminal.system();
    private final Closers closers = new Closers();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var address = ServerAddress.require(port);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::stop));
        try {
            serve(address);
        } catch (IOException | RuntimeException problem) {
            closers.close();
            throw problem;
        }
        new CountDownLatch(1).await();
        return 0;
    }

    private void serve(ServerAddress address) throws IOException {
        var watch = new Stopwatch();
        var knowledge = KnowledgeAhead.read(hub == HubMode.RECORDED);
        var database = closers.open(() -> DatabaseSource.ofEnvironment().open(data.folder()));
        terminal.say("database-ready", watch.lap(), database.place());
        terminal.say("migrated", Migrations.apply(database.databases()), watch.lap());
        var server =
                closers.open(() -> Server.prepare(address, database.databases().app(), settings(), knowledge));
        server.runStartupTasks(terminal);
        AotTraining.find(data.folder()).ifPresent(this::train);
        closers.open(() -> started(server));
        terminal.say("ready", address.uri(), watch.total());
        server.closingLines().forEach(terminal::line);
    }

    /** Refused when a stop came meanwhile: what was prepared is closed by then. */
    private static AutoCloseable started(Server server) {
        server.start();
        return () -> {};
    }

    private Map<String, Object> settings() {
        return Map.of("licet.data", data.folder().toString(), "licet.hub", hub.toString());
    }

    private void train(AotTraining training) {
        try {
            terminal.say("training");
            closers.open(training::begin).await(TRAINING_PATIENCE);
        } catch (IOException problem) {
            terminal.warn("no-training", String.valueOf(problem.getMessage()));
        }
    }

    private void stop() {
        if (!closers.isEmpty()) {
            terminal.say("stopping");
        }
        closers.close();
    }
}
