package licet.registry.waiver;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import licet.registry.testing.TestRegistry;
import licet.rules.format.CanonicalJson;

/** Requests of programs, each with a name. */
record ApiCalls(TestRegistry registry) {
    HttpResponse<String> post(String path, String token, Object body, String key) {
        return registry.send(registry.request("/api/v1" + path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(CanonicalJson.write(body))));
    }
}
