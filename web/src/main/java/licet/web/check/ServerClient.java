package licet.web.check;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalLong;

/** A registry over its REST API. Redirects are not followed: the token is for this server alone. */
public final class ServerClient implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MOST_BYTES = 16 << 20;

    private final ServerAddress server;
    private final String token;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    public ServerClient(ServerAddress server, String token) {
        this.server = server;
        this.token = token;
        if (token.isBlank()) {
            throw new CheckProblem("no-token");
        }
    }

    /** @param retryAfter in seconds, where the server asks to come back */
    public record Reply(int status, String body, OptionalLong retryAfter) {
        public boolean isGood() {
            return status / 100 == 2;
        }
    }

    public Reply get(String path) {
        return send(path, HttpRequest.newBuilder().GET());
    }

    public Reply post(String path, String json) {
        return send(
                path,
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Reply send(String path, HttpRequest.Builder request) {
        try {
            var response = http.send(
                    request.uri(server.at(path))
                            .timeout(PATIENCE)
                            .header("Authorization", "Bearer " + token)
                            .header("Accept", "application/json")
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            return new Reply(
                    response.statusCode(),
                    body(response.body()),
                    response.headers().firstValueAsLong("Retry-After"));
        } catch (IOException silent) {
            throw new CheckProblem("server-silent", server.uri(), String.valueOf(silent));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CheckProblem("server-silent", server.uri(), "interrupted");
        }
    }

    private static String body(InputStream body) throws IOException {
        try (body) {
            var bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new CheckProblem("server-too-large", MOST_BYTES);
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
