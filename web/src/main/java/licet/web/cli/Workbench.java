package licet.web.cli;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import licet.registry.knowledge.ActiveKnowledge;
import licet.registry.knowledge.KnowledgeAhead;
import licet.registry.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The registry without its server, for commands that read and write what it does: nothing listens, no job runs. */
final class Workbench implements AutoCloseable {
    /** As long as Ctrl-C waits for the step at hand; what is cut off there is rolled back. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Closers closers = new Closers();
    private final CountDownLatch idle = new CountDownLatch(1);
    private volatile boolean stopping;
    private @Nullable ApplicationContext context;

    private Workbench() {}

    static Workbench open(DataOption data, HubMode hub) throws IOException {
        var bench = new Workbench();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(bench::stop));
        try {
            bench.start(data, hub);
            return bench;
        } catch (IOException | RuntimeException problem) {
            bench.close();
            throw problem;
        }
    }

    private void start(DataOption data, HubMode hub) throws IOException {
        var knowledge = KnowledgeAhead.read(hub == HubMode.RECORDED);
        var database = closers.open(() -> DatabaseSource.ofEnvironment().join(data.folder()));
        var settings = Map.<String, Object>of(
                "licet.data",
                data.folder().toString(),
                "licet.hub",
                hub.toString(),
                "licet.jobs.enabled",
                false,
                "datasources.default.maximum-pool-size",
                6);
        context = closers.open(() -> Server.context(database.databases().app(), settings, knowledge));
    }

    /** Only who judges as the server does may write what it would: nobody would conclude it again. */
    void demandKnowledge() {
        var knowledge = get(ActiveKnowledge.class);
        knowledge.activateFirst();
        try {
            knowledge.requireActive();
        } catch (ProblemException other) {
            throw new Complaint(ExitCode.FAILED, "other-knowledge");
        }
    }

    <T> T get(Class<T> type) {
        return Optional.ofNullable(context).orElseThrow().getBean(type);
    }

    /** Whether Ctrl-C was pressed: end as soon as the step at hand is done. */
    boolean isStopping() {
        return stopping;
    }

    private void stop() {
        stopping = true;
        try {
            if (!idle.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                closers.close();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closers.close();
        idle.countDown();
    }
}
