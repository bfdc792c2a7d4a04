package licet.ingest.recorded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import licet.ingest.hub.Payload;

/** A reply with the Hub's headers. */
record HubReply(int status, Map<String, String> headers, Payload body) {
    private static final JsonMapper JSON = new JsonMapper();

    static HubReply json(Object value) {
        Payload body = write(value);
        String etag = "W/\"%x-%s\"".formatted(body.size(), body.gitBlobOid().substring(0, 27));
        return new HubReply(200, Map.of("Content-Type", "application/json; charset=utf-8", "ETag", etag), body);
    }

    static HubReply error(int status, String code, String message) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "application/json; charset=utf-8");
        headers.put("X-Error-Message", message);
        if (!code.isEmpty()) {
            headers.put("X-Error-Code", code);
        }
        return new HubReply(status, headers, write(Map.of("error", message)));
    }

    static HubReply redirect(int status, String location) {
        Payload body = Payload.of("Temporary Redirect. Redirecting to " + location);
        return new HubReply(status, Map.of("Content-Type", "text/plain; charset=utf-8", "Location", location), body);
    }

    HubReply with(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new HubReply(status, more, body);
    }

    private static Payload write(Object value) {
        try {
            return Payload.of(JSON.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("recorded values are always writable", e);
        }
    }
}
