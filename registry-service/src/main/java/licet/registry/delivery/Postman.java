package licet.registry.delivery;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Sends one message once. Redirects are answers: an address that was checked is not left for one that was not. */
@Singleton
class Postman {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_ANSWER = 500;
    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

    private final AddressRules rules;
    private final Clock clock;
    private final OkHttpClient http;

    Postman(AddressRules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
        this.http = new OkHttpClient.Builder()
                .dns(rules)
                .proxy(Proxy.NO_PROXY)
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .callTimeout(PATIENCE)
                .build();
    }

    /** @param secrets with which it is signed; a chat has none */
    record Letter(UUID id, String address, String body, List<byte[]> secrets) {}

    /**
     * What came of it.
     *
     * @param status empty where no answer came
     * @param answer its beginning, or why there is none
     * @param retryAfter what the receiver asked for
     */
    record Result(Optional<Integer> status, String answer, Optional<Duration> retryAfter, Duration took) {
        boolean isDelivered() {
            return status.filter(code -> code / 100 == 2).isPresent();
        }

        /** The receiver says that nobody is there any more. */
        boolean isGone() {
            return status.filter(code -> code == 410).isPresent();
        }
    }

    Result send(Letter letter) {
        Instant begun = clock.instant();
        long start = System.nanoTime();
        try {
            var url = HttpUrl.get(letter.address());
            // An address that is written as a number is not looked up by the client.
            rules.lookup(url.host());
            try (var response = http.newCall(request(letter, url, begun)).execute()) {
                return new Result(
                        Optional.of(response.code()), beginning(response), retryAfter(response), since(start));
            }
        } catch (IOException failed) {
            var why = failed.getClass().getSimpleName() + ": " + failed.getMessage();
            return new Result(Optional.empty(), shortened(why), Optional.empty(), since(start));
        }
    }

    private static Request request(Letter letter, HttpUrl url, Instant begun) {
        var request = new Request.Builder()
                .url(url)
                .header("webhook-id", letter.id().toString())
                .header("User-Agent", "Licet-Webhooks/1")
                .post(RequestBody.create(letter.body().getBytes(StandardCharsets.UTF_8), JSON));
        if (!letter.secrets().isEmpty()) {
            request.header("webhook-timestamp", Long.toString(begun.getEpochSecond()))
                    .header("webhook-signature", Signature.of(letter.id(), begun, letter.body(), letter.secrets()));
        }
        return request.build();
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** However much comes, no more than that is read. */
    private static String beginning(Response response) throws IOException {
        return shortened(response.peekBody(4L * MOST_ANSWER).string());
    }

    private static String shortened(String text) {
        var clean = text.replace('\0', '\uFFFD');
        return clean.substring(0, Math.min(clean.length(), MOST_ANSWER));
    }

    private static Optional<Duration> retryAfter(Response response) {
        return Optional.ofNullable(response.header("Retry-After"))
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(Long::parseLong)
                .map(Duration::ofSeconds);
    }
}
