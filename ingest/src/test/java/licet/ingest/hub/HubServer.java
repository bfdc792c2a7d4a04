package licet.ingest.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Dns;

/** A server that answers from a queue, and a client of it without any waiting. */
public final class HubServer implements AutoCloseable {
    public final MockWebServer server = new MockWebServer();
    final FakeTiming time = new FakeTiming();

    public HubServer() {
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public HubSettings settings() {
        return HubSettings.of(address(""));
    }

    public String address(String path) {
        return "http://" + server.getHostName() + ":" + server.getPort() + path;
    }

    public HubClient client() {
        return client(settings());
    }

    HubClient client(HubSettings settings) {
        return client(settings, HubListener.NONE);
    }

    HubClient client(HubSettings settings, HubListener listener) {
        return new HubClient(settings, time.timing(), listener, Dns.SYSTEM, new Quotas());
    }

    public HubServer answer(int code, String body, String... headers) {
        server.enqueue(response(code, body, headers));
        return this;
    }

    public static MockResponse response(int code, String body, String... headers) {
        MockResponse.Builder response = new MockResponse.Builder().code(code).body(body);
        for (int i = 0; i < headers.length; i += 2) {
            response.addHeader(headers[i], headers[i + 1]);
        }
        return response.build();
    }

    public RecordedRequest request() {
        try {
            return server.takeRequest();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public int requests() {
        return server.getRequestCount();
    }

    @Override
    public void close() {
        server.close();
    }
}
