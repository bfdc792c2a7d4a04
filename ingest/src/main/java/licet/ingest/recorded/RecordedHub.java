package licet.ingest.recorded;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** The recorded Hub, listening on this machine only. Its content can change while it runs, as the Hub's does. */
public final class RecordedHub implements AutoCloseable {
    private static final long QUOTA = 500;

    private final HttpServer server;
    private final ExecutorService threads;
    private final AtomicReference<RecordedModels> models;
    private final RecordedRoutes routes;

    private RecordedHub(HttpServer server, RecordedModels models) {
        this.server = server;
        this.models = new AtomicReference<>(models);
        this.routes = new RecordedRoutes(this.models::get, address(server));
        this.threads = Executors.newVirtualThreadPerTaskExecutor();
    }

    /** With the models that ship with the product. */
    public static RecordedHub start() {
        return start(RecordedModels.shipped());
    }

    public static RecordedHub start(RecordedModels models) {
        try {
            var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var hub = new RecordedHub(HttpServer.create(loopback, 0), models);
            hub.server.createContext("/", hub::handle);
            hub.server.setExecutor(hub.threads);
            hub.server.start();
            return hub;
        } catch (IOException e) {
            throw new UncheckedIOException("the recorded Hub cannot listen on this machine", e);
        }
    }

    /** To be used as {@code HF_ENDPOINT}. */
    public String endpoint() {
        return address(server);
    }

    public RecordedModels models() {
        return models.get();
    }

    /** Pushes, renames and deletions upstream. */
    public void change(UnaryOperator<RecordedModels> change) {
        models.updateAndGet(change);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            boolean head = method.equals("HEAD");
            HubReply reply = head || method.equals("GET")
                    ? routes.answer(
                            exchange.getRequestURI(),
                            exchange.getRequestHeaders().containsKey("Authorization"))
                    : HubReply.error(405, "", "Method not allowed");
            send(exchange, reply, head);
        }
    }

    private static void send(HttpExchange exchange, HubReply reply, boolean head) throws IOException {
        var headers = exchange.getResponseHeaders();
        reply.headers().forEach(headers::set);
        String quota = exchange.getRequestURI().getRawPath().contains("/resolve") ? "resolvers" : "api";
        headers.set("RateLimit", "\"%s\";r=%d;t=300".formatted(quota, QUOTA - 1));
        headers.set("RateLimit-Policy", "\"fixed window\";\"%s\";q=%d;w=300".formatted(quota, QUOTA));
        boolean empty = head || reply.body().size() == 0;
        exchange.sendResponseHeaders(reply.status(), empty ? -1 : reply.body().size());
        if (!empty) {
            exchange.getResponseBody().write(reply.body().bytes());
        }
    }

    private static String address(HttpServer server) {
        var address = server.getAddress();
        return "http://127.0.0.1:" + address.getPort();
    }
}
