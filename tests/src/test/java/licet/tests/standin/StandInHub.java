package licet.tests.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** The stand-in, listening on this machine only. Memory does not depend on how many models it has. */
public final class StandInHub implements AutoCloseable {
    static {
        // Without it a small answer waits for the client's delayed acknowledgment.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicReference<World> world;
    private final AtomicReference<Faults> faults = new AtomicReference<>(Faults.NONE);
    private final Counter counter = new Counter();
    private final Map<String, Quota> quotas;
    private final Routes routes;

    private StandInHub(HttpServer server, World world, Quota.Limit limit) {
        this.server = server;
        this.world = new AtomicReference<>(world);
        this.quotas = Map.of("api", new Quota("api", limit), "resolvers", new Quota("resolvers", limit));
        String contentHost = "http://localhost:" + server.getAddress().getPort();
        this.routes = new Routes(this.world::get, endpoint(), contentHost);
    }

    public static StandInHub start(World world) {
        return start(world, Quota.Limit.PLENTY);
    }

    public static StandInHub start(World world, Quota.Limit limit) {
        try {
            var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var hub = new StandInHub(HttpServer.create(loopback, 0), world, limit);
            hub.server.createContext("/", hub::handle);
            hub.server.setExecutor(hub.threads);
            hub.server.start();
            return hub;
        } catch (IOException e) {
            throw new UncheckedIOException("the stand-in cannot listen on this machine", e);
        }
    }

    /** To be used as {@code HF_ENDPOINT}. */
    public String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public World world() {
        return world.get();
    }

    /** A day passes upstream: a part of the models changes. */
    public void advance() {
        world.updateAndGet(World::next);
    }

    public void fail(Faults plan) {
        faults.set(plan);
    }

    public Counts counts() {
        return counter.counts();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        threads.close();
    }

    private boolean admit(Kind kind, Sender sender, Optional<Fault> fault) {
        Optional<Quota> quota = Optional.ofNullable(quotas.get(kind.quota()));
        boolean usesUp = fault.equals(Optional.of(Fault.TOO_MANY_BY_QUOTA));
        if (usesUp) {
            quota.ifPresent(Quota::exhaust);
        }
        return quota.map(q -> q.admit(sender)).orElse(true) || usesUp;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Route route = Route.parse(exchange.getRequestURI());
            Kind kind = Kind.of(route);
            boolean authorized = exchange.getRequestHeaders().containsKey("Authorization");
            long number = counter.request(kind, authorized);
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var sender = new Sender(exchange, counter, faults.get().drip());
            Optional<Fault> fault = faults.get().find(number);
            if (!admit(kind, sender, fault)) {
                counter.beyondQuota();
                sender.send(Refusals.overQuota(), Optional.empty());
                return;
            }
            Optional<Reply> refusal = fault.flatMap(f -> Refusals.find(f, kind));
            fault.ifPresent(counter::fault);
            Reply reply = refusal.orElseGet(() -> routes.answer(exchange.getRequestURI(), route, authorized, body));
            sender.send(reply, refusal.isPresent() ? Optional.empty() : fault);
        }
    }
}
