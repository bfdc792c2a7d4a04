package licet.ingest.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import okhttp3.ConnectionSpec;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What TLS needs is there for the addresses that need it, and with the same rules as for the others. */
class HttpClientsTest {
    private final Dns dns = host -> List.of();
    private final HttpClients clients = new HttpClients(dns);

    @AfterEach
    void stop() {
        clients.close();
    }

    @Test
    void anAddressWithoutTlsNeedsNoCertificates() {
        OkHttpClient plain = clients.of(HttpUrl.get("http://mirror.example/"));
        assertThatIllegalStateException().isThrownBy(plain::sslSocketFactory);
    }

    @Test
    void anAddressWithTlsIsAskedOnlyWithTls() {
        OkHttpClient secure = clients.of(HttpUrl.get("https://hub.example/"));
        assertThat(secure.sslSocketFactory().getSupportedCipherSuites()).isNotEmpty();
        assertThat(secure.x509TrustManager().getAcceptedIssuers()).isNotEmpty();
        assertThat(secure.connectionSpecs()).containsExactly(ConnectionSpec.MODERN_TLS);
    }

    @Test
    void bothShareConnectionsAndRules() {
        OkHttpClient plain = clients.of(HttpUrl.get("http://mirror.example/"));
        OkHttpClient secure = clients.of(HttpUrl.get("https://hub.example/"));
        assertThat(clients.of(HttpUrl.get("https://cdn.example/"))).isSameAs(secure);
        assertThat(secure.connectionPool()).isSameAs(plain.connectionPool());
        assertThat(List.of(plain, secure)).allSatisfy(client -> {
            assertThat(client.dns()).isSameAs(dns);
            assertThat(client.followRedirects()).isFalse();
            assertThat(client.followSslRedirects()).isFalse();
            assertThat(client.retryOnConnectionFailure()).isFalse();
            assertThat(client.connectTimeoutMillis()).isEqualTo(10_000);
        });
    }
}
