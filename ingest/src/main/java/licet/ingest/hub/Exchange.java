package licet.ingest.hub;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.Dns;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;
import okio.Okio;

/** One request and its redirects, without retries. Redirects are followed here because OkHttp would hide their headers. */
final class Exchange {
    private static final int MAX_REDIRECTS = 5;
    private static final long ERROR_WORDS = 64 << 10;

    private final HubSettings settings;
    private final Endpoint endpoint;
    private final PrivateNetworks networks;
    private final HttpClients http;
    private final Watcher watcher;

    /** Told about every single answer, redirects among them: each costs quota. */
    @FunctionalInterface
    interface Watcher {
        void answered(int status, Headers headers, boolean fromHub, long bytes);
    }

    Exchange(HubSettings settings, Dns dns, Watcher watcher) {
        this.settings = settings;
        this.endpoint = new Endpoint(settings.endpoint());
        this.networks = new PrivateNetworks(settings.endpoint().host(), dns);
        this.watcher = watcher;
        this.http = new HttpClients(networks);
    }

    <T> Reply<T> send(Asking<T> asking, Duration timeout) throws IOException {
        Outgoing next = asking.request();
        List<Headers> hops = new ArrayList<>();
        for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
            switch (ask(asking, next, hops, timeout)) {
                case Hop.End<T>(Reply<T> reply) -> {
                    return reply;
                }
                case Hop.Next<T>(Outgoing target) -> next = target;
            }
        }
        throw new RedirectException("more than " + MAX_REDIRECTS + " redirects");
    }

    void close() {
        http.close();
    }

    private <T> Hop<T> ask(Asking<T> asking, Outgoing out, List<Headers> hops, Duration timeout) throws IOException {
        networks.checkLiteral(out.url().host());
        var call = http.of(out.url()).newCall(request(out));
        call.timeout().timeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
        try (Response response = call.execute()) {
            Optional<Outgoing> next = redirect(out, response);
            if (next.isEmpty()) {
                return new Hop.End<>(read(asking, out.url(), response, hops));
            }
            // The body of a redirect is never read: some servers announce one and send none.
            tell(out.url(), response, 0);
            if (endpoint.sameOrigin(out.url())) {
                hops.add(response.headers());
                asking.redirected(response.headers());
            }
            return new Hop.Next<>(next.get());
        }
    }

    /** The credential goes to the endpoint's own origin and nowhere else, and so does what was seen there before. */
    private Request request(Outgoing out) {
        Request.Builder request = new Request.Builder()
                .url(out.url())
                .method(out.method().name(), out.body().orElse(null))
                .header("User-Agent", settings.userAgent());
        boolean own = endpoint.sameOrigin(out.url());
        out.headers().forEach((name, value) -> {
            if (own || !name.equals("If-None-Match")) {
                request.header(name, value);
            }
        });
        if (own) {
            settings.token().ifPresent(token -> request.header("Authorization", token.bearer()));
        }
        return request.build();
    }

    private Optional<Outgoing> redirect(Outgoing from, Response response) throws IOException {
        String location = response.header("Location");
        if (!response.isRedirect() || location == null) {
            return Optional.empty();
        }
        HttpUrl target = endpoint.resolve(from.url(), location)
                .orElseThrow(() -> new RedirectException("a redirect to an address that is none"));
        if (from.method() == Outgoing.Method.HEAD && !endpoint.sameOrigin(target)) {
            return Optional.empty();
        }
        if (from.url().isHttps() && !target.isHttps()) {
            throw new RedirectException("a redirect from https to http, host " + target.host());
        }
        if (from.method() == Outgoing.Method.POST && !endpoint.sameOrigin(target)) {
            throw new RedirectException("a redirect of a sent body to another host, " + target.host());
        }
        return Optional.of(from.redirected(response.code(), target));
    }

    private <T> Reply<T> read(Asking<T> asking, HttpUrl at, Response response, List<Headers> hops) throws IOException {
        var head = new Head(response.code(), at, response.headers(), hops);
        boolean wanted = asking.accepts(response.code());
        var source = new CappedSource(response.body().source(), wanted ? asking.cap() : Long.MAX_VALUE);
        try {
            return wanted
                    ? new Reply.Read<>(head, asking.read(head, Okio.buffer(source)))
                    : new Reply.Error<>(head, words(response, source));
        } finally {
            tell(at, response, source.count());
        }
    }

    /** A page of HTML and anything endless are left unread; status and headers count also where the body breaks off. */
    private static Payload words(Response response, CappedSource source) {
        var type = response.body().contentType();
        if (type != null && type.subtype().contains("html")) {
            return Payload.of("");
        }
        var body = Okio.buffer(source);
        try {
            return body.request(ERROR_WORDS) ? Payload.of("") : Payload.wrap(body.readByteArray());
        } catch (IOException e) {
            return Payload.of("");
        }
    }

    private void tell(HttpUrl at, Response response, long bytes) {
        watcher.answered(response.code(), response.headers(), endpoint.sameOrigin(at), bytes);
    }

    private sealed interface Hop<T> {
        record End<T>(Reply<T> reply) implements Hop<T> {}

        record Next<T>(Outgoing out) implements Hop<T> {}
    }

    /** A redirect that is not followed; asking again does not help. */
    static final class RedirectException extends IOException {
        private static final long serialVersionUID = 1L;

        RedirectException(String message) {
            super(message);
        }
    }
}
