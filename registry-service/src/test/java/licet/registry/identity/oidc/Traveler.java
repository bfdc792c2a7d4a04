package licet.registry.identity.oidc;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import licet.registry.platform.http.ReturnAddress;

/** A browser that goes to the provider and comes back. */
record Traveler(OidcSignIn signIn) {
    static final String ADDRESS = "192.0.2.7";
    static final URI CALLBACK = URI.create("http://localhost/sign-in/oidc/callback");

    OidcSignIn.Trip leave(String to) {
        return signIn.begin(new ReturnAddress(to), CALLBACK, ADDRESS);
    }

    /** What the provider sends the browser back with. */
    static Map<String, String> visit(OidcSignIn.Trip trip) throws Exception {
        try (var browser = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .build()) {
            var request = HttpRequest.newBuilder(trip.address())
                    .timeout(Duration.ofSeconds(20))
                    .build();
            var back = browser.send(request, HttpResponse.BodyHandlers.ofString())
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            return query(URI.create(back));
        }
    }

    OidcSignIn.Result arrive(OidcSignIn.Trip trip, Map<String, String> brought) {
        return arrive(trip.cookie(), brought.get("state"), brought.get("code"));
    }

    OidcSignIn.Result arrive(String cookie, String state, String code) {
        return signIn.finish(
                new OidcSignIn.Arrival(
                        Optional.ofNullable(cookie),
                        Optional.ofNullable(state),
                        Optional.ofNullable(code),
                        Optional.empty(),
                        ADDRESS),
                CALLBACK);
    }

    OidcSignIn.Result wholeTrip() throws Exception {
        var trip = leave("/models/a/b");
        return arrive(trip, visit(trip));
    }

    static Map<String, String> query(URI address) {
        return Arrays.stream(address.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
