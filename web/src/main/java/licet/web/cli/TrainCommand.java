package licet.web.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import licet.registry.knowledge.KnowledgeAhead;
import licet.registry.postgres.Migrations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * A short-lived instance beside the running one, which the JVM watches to learn what a start loads. It is started by
 * `serve` and asks itself what a first visitor asks.
 */
@Command(name = "train", hidden = true)
final class TrainCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<String> QUESTIONS =
            List.of("/health", "/", "/sign-in", "/api/v1/ping", "/api/v1/models", "/api/v1/openapi.yaml");

    /** The instance beside it does the work. */
    private static final Map<String, Object> SETTINGS =
            Map.of("licet.hub", HubMode.RECORDED.toString(), "licet.jobs.enabled", false);

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var address = ServerAddress.require(0);
        try (var database = DatabaseSource.ofEnvironment().join(data.folder());
                var server = Server.prepare(address, database.databases().app(), SETTINGS, KnowledgeAhead.read(true));
                var client = HttpClient.newHttpClient()) {
            // Nothing to apply: for the classes that looking takes.
            Migrations.apply(database.databases());
            server.look();
            server.start();
            for (var question : QUESTIONS) {
                ask(client, address.uri().resolve(question));
            }
        }
        return 0;
    }

    private static void ask(HttpClient client, URI question) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(question).timeout(PATIENCE).build();
        client.send(request, HttpResponse.BodyHandlers.discarding());
    }
}
