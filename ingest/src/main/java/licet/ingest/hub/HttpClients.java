package licet.ingest.hub;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okhttp3.ConnectionSpec;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/**
 * OkHttp without its redirects and retries. Certificates and ciphers are loaded with the first https address: a mirror
 * inside a company may never need them, and they take longer to load than a page of its list takes to read.
 */
final class HttpClients {
    private final OkHttpClient plain;
    private Optional<OkHttpClient> secure = Optional.empty();

    HttpClients(Dns dns) {
        this.plain = new OkHttpClient.Builder()
                .dns(dns)
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .connectTimeout(Duration.ofSeconds(10))
                .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
                .build();
    }

    OkHttpClient of(HttpUrl url) {
        return url.isHttps() ? secure() : plain;
    }

    void close() {
        plain.dispatcher().executorService().shutdown();
        plain.connectionPool().evictAll();
    }

    /** Shares threads and connections with the other. */
    private synchronized OkHttpClient secure() {
        OkHttpClient client = secure.orElseGet(() -> plain.newBuilder()
                .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS))
                .build());
        secure = Optional.of(client);
        return client;
    }
}
