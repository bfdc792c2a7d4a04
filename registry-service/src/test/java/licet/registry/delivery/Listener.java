package licet.registry.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A receiver of messages on this machine that answers as a test wants. */
final class Listener implements AutoCloseable {
    /** @param headers as they came, the body as it came */
    record Received(HttpHeaders headers, String body) {
        String id() {
            return headers.firstValue("webhook-id").orElseThrow();
        }
    }

    record Reply(int status, String body, String retryAfter) {
        static final Reply OK = new Reply(204, "", "");

        static Reply of(int status) {
            return new Reply(status, "no", "");
        }
    }

    final List<Received> all = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final Function<Received, Reply> answer;

    Listener(Function<Received, Reply> answer) {
        this.answer = answer;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var received = new Received(HttpHeaders.of(exchange.getRequestHeaders(), (_, _) -> true), body);
            all.add(received);
            var reply = answer.apply(received);
            if (!reply.retryAfter().isEmpty()) {
                exchange.getResponseHeaders().add("Retry-After", reply.retryAfter());
            }
            if (reply.status() / 100 == 3) {
                exchange.getResponseHeaders().add("Location", address() + "/elsewhere");
            }
            byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
