package licet.tests.standin;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer with the Hub's headers. */
record Reply(int status, Map<String, String> headers, Body body) {
    sealed interface Body {
        record Bytes(byte[] bytes) implements Body {}

        /** A large file, of which a part may be asked for. */
        record Large(Weights.Head head) implements Body {}
    }

    static Reply json(ModelJson.Content content) {
        return json(ModelJson.write(content));
    }

    static Reply json(byte[] body) {
        int hash = Arrays.hashCode(body);
        return new Reply(
                200,
                Map.of(
                        "Content-Type",
                        "application/json; charset=utf-8",
                        "ETag",
                        "W/\"%x-%x\"".formatted(body.length, hash)),
                new Body.Bytes(body));
    }

    static Reply error(int status, String code, String message) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json; charset=utf-8");
        headers.put("X-Error-Message", message);
        if (!code.isEmpty()) {
            headers.put("X-Error-Code", code);
        }
        return new Reply(
                status, headers, new Body.Bytes(ModelJson.write(json -> json.writeObject(Map.of("error", message)))));
    }

    static Reply redirect(int status, String location) {
        return text(status, "Temporary Redirect. Redirecting to " + location).with("Location", location);
    }

    static Reply text(int status, String text) {
        return content(status, Prose.bytes(text));
    }

    static Reply content(int status, byte[] bytes) {
        return new Reply(status, Map.of("Content-Type", "text/plain; charset=utf-8"), new Body.Bytes(bytes));
    }

    Reply with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, more, body);
    }

    boolean isJson() {
        return headers.getOrDefault("Content-Type", "").startsWith("application/json");
    }
}
