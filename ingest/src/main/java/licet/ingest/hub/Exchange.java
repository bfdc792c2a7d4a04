package licet.ingest.hub;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;

/** One request and its redirects, without retries. Redirects are followed here because OkHttp would hide their headers. */
final class Exchange {
    private static final int MAX_REDIRECTS = 5;

    private final HubSettings settings;
    private final Endpoint endpoint;
    private final PrivateNetworks networks;
    private final OkHttpClient http;

    Exchange(HubSettings settings, Dns dns) {
        this.settings = settings;
        this.endpoint = new Endpoint(settings.endpoint());
        this.networks = new PrivateNetworks(settings.endpoint().host(), dns);
        this.http = new OkHttpClient.Builder()
                .dns(networks)
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    Reply get(HttpUrl url, long cap, Duration timeout) throws IOException {
        HttpUrl at = url;
        for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
            switch (ask(at, cap, timeout)) {
                case Hop.End(Reply reply) -> {
                    return reply;
                }
                case Hop.Next(HttpUrl next) -> at = next;
            }
        }
        throw new RedirectException("more than " + MAX_REDIRECTS + " redirects");
    }

    void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    private Hop ask(HttpUrl at, long cap, Duration timeout) throws IOException {
        networks.checkLiteral(at.host());
        var call = http.newCall(request(at));
        call.timeout().timeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
        try (Response response = call.execute()) {
            Optional<HttpUrl> next = redirect(at, response);
            // The body of a redirect is never read: some servers announce one and send none.
            return next.isPresent() ? new Hop.Next(next.get()) : new Hop.End(read(response, cap));
        }
    }

    /** The credential goes to the endpoint's own origin and nowhere else. */
    private Request request(HttpUrl at) {
        Request.Builder request = new Request.Builder().url(at).header("User-Agent", settings.userAgent());
        if (endpoint.sameOrigin(at)) {
            settings.token().ifPresent(token -> request.header("Authorization", token.bearer()));
        }
        return request.build();
    }

    private Optional<HttpUrl> redirect(HttpUrl from, Response response) throws IOException {
        String location = response.header("Location");
        if (!response.isRedirect() || location == null) {
            return Optional.empty();
        }
        HttpUrl target = endpoint.resolve(from, location)
                .orElseThrow(() -> new RedirectException("a redirect to an address that is none"));
        if (from.isHttps() && !target.isHttps()) {
            throw new RedirectException("a redirect from https to http, host " + target.host());
        }
        return Optional.of(target);
    }

    private static Reply read(Response response, long cap) throws IOException {
        var kept = new Buffer();
        BufferedSource source = response.body().source();
        boolean more = true;
        while (more && kept.size() <= cap) {
            more = source.read(kept, Math.min(8192, cap + 1 - kept.size())) >= 0;
        }
        boolean cut = kept.size() > cap;
        byte[] bytes = kept.readByteArray(Math.min(cap, kept.size()));
        return new Reply(response.code(), response.headers(), Payload.of(bytes), cut);
    }

    private sealed interface Hop {
        record End(Reply reply) implements Hop {}

        record Next(HttpUrl url) implements Hop {}
    }

    /** A redirect that is not followed; asking again does not help. */
    static final class RedirectException extends IOException {
        private static final long serialVersionUID = 1L;

        RedirectException(String message) {
            super(message);
        }
    }
}
