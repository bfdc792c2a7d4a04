package licet.registry.replay;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import licet.ingest.hub.RepoId;

/**
 * Serves recorded answers under the Hub's own paths. A model of which only the card was recorded gets the smallest
 * description that lists it.
 */
final class PayloadHub implements AutoCloseable {
    private static final Pattern MODEL = Pattern.compile("/api/models/(.+?)(?:/revision/[^/]+)?");
    private static final Pattern TREE = Pattern.compile("/api/models/.+/tree/[^/]+");
    private static final Pattern FILE = Pattern.compile("/(.+?)/resolve/[^/]+/(.+)");

    private final HttpServer server;
    private final Payloads payloads;
    private final Map<String, Payloads.Described> described = new LinkedHashMap<>();

    private record Reply(int status, Map<String, String> headers, byte[] body) {}

    PayloadHub(Payloads payloads) {
        this.payloads = payloads;
        payloads.descriptions().forEach(one -> described.put(one.asked().value(), one));
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var reply = answer(exchange.getRequestURI().getPath());
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
            exchange.getResponseBody().write(reply.body());
        }
    }

    private Reply answer(String path) {
        var file = FILE.matcher(path);
        if (file.matches()) {
            return RepoId.find(file.group(1))
                    .flatMap(model -> payloads.find(model, file.group(2)))
                    .map(body -> new Reply(200, Map.of("Content-Type", "text/plain; charset=utf-8"), body))
                    .orElseGet(() -> error(404, "EntryNotFound", "Entry not found"));
        }
        var model = MODEL.matcher(path);
        return !TREE.matcher(path).matches() && model.matches()
                ? RepoId.find(model.group(1))
                        .flatMap(this::description)
                        .orElseGet(() -> error(401, "", "Invalid username or password."))
                : error(404, "", "Not Found");
    }

    private Optional<Reply> description(RepoId model) {
        return Optional.ofNullable(described.get(model.value()))
                .map(one -> new Reply(one.status(), one.headers(), one.body()))
                .or(() -> payloads.find(model, "README.md")
                        .map(_ -> "{\"id\":\"%s\",\"gated\":false,\"siblings\":[{\"rfilename\":\"README.md\"}]}"
                                .formatted(model.value()))
                        .map(json -> new Reply(200, Map.of(), json.getBytes(StandardCharsets.UTF_8))));
    }

    private static Reply error(int status, String code, String message) {
        return new Reply(
                status,
                code.isEmpty() ? Map.of() : Map.of("X-Error-Code", code, "X-Error-Message", message),
                "{\"error\":\"%s\"}".formatted(message).getBytes(StandardCharsets.UTF_8));
    }
}
