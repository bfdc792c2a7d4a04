package licet.registry.terms;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import licet.ingest.hub.HubSettings;

/** Fetches pages over https, without credentials, and follows redirects only within the publisher's own host. */
@Singleton
final class HttpPages implements PageReader {
    private static final long MOST_BYTES = 2L << 20;
    private static final int MOST_HOPS = 3;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @Override
    public Outcome read(URI address) {
        try {
            return read(address, MOST_HOPS);
        } catch (IOException e) {
            return new Outcome.Failed(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Failed("interrupted");
        }
    }

    private Outcome read(URI address, int hops) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(30))
                .header("User-Agent", HubSettings.USER_AGENT)
                .header("Accept-Language", "en")
                .build();
        var response = http.send(
                request, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), MOST_BYTES));
        if (response.statusCode() == 200) {
            return new Outcome.Read(response.body());
        }
        var next = hops > 0 ? redirect(address, response) : Optional.<URI>empty();
        return next.isPresent() ? read(next.get(), hops - 1) : new Outcome.Failed("status " + response.statusCode());
    }

    private static Optional<URI> redirect(URI from, HttpResponse<?> response) {
        return response.headers()
                .firstValue("Location")
                .filter(_ -> response.statusCode() / 100 == 3)
                .flatMap(HttpPages::address)
                .map(from::resolve)
                .filter(to -> "https".equals(to.getScheme()) && from.getHost().equals(to.getHost()));
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    @PreDestroy
    void close() {
        http.close();
    }
}
