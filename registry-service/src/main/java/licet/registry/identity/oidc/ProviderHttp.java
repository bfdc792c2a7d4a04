package licet.registry.identity.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls to the provider. Each ends within ten seconds, however slowly the answer drips, and reads 512 KiB at most.
 * Redirects are not followed: a token endpoint has no reason to send a code elsewhere.
 */
@Singleton
public final class ProviderHttp implements HTTPRequestSender, ResourceRetriever {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long LARGEST_BYTES = 512 * 1024;
    private static final int OK = 200;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** A text that must be there. */
    public String get(URI address) throws IOException {
        var answer = exchange(HttpRequest.newBuilder(SafeAddress.demand(address))
                .header("Accept", "application/json")
                .timeout(PATIENCE)
                .build());
        if (answer.statusCode() != OK) {
            throw new IOException("status " + answer.statusCode() + " from " + address);
        }
        return answer.body();
    }

    @Override
    public Resource retrieveResource(URL address) throws IOException {
        return new Resource(get(URI.create(address.toString())), "application/json");
    }

    @Override
    public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
        var body = request.getBody() == null ? "" : request.getBody();
        var outgoing = HttpRequest.newBuilder(SafeAddress.demand(request.getURI()))
                .timeout(PATIENCE)
                .method(request.getMethod().name(), HttpRequest.BodyPublishers.ofString(body));
        request.getHeaderMap().forEach((name, values) -> values.forEach(value -> outgoing.header(name, value)));
        var answer = exchange(outgoing.build());
        var incoming = new HTTPResponse(answer.statusCode());
        answer.headers().firstValue("Content-Type").ifPresent(type -> incoming.setHeader("Content-Type", type));
        incoming.setBody(answer.body());
        return incoming;
    }

    private HttpResponse<String> exchange(HttpRequest request) throws IOException {
        var pending = client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(UTF_8), LARGEST_BYTES));
        try {
            return pending.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw new IOException(request.uri().getHost() + ": " + failed.getCause(), failed.getCause());
        } catch (TimeoutException late) {
            throw new IOException(request.uri().getHost() + " did not answer within " + PATIENCE, late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException().initCause(interrupted);
        } finally {
            pending.cancel(true);
        }
    }

    @PreDestroy
    void close() {
        client.shutdownNow();
    }
}
