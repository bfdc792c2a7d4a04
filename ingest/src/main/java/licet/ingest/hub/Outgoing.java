package licet.ingest.hub;

import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.RequestBody;

/** A request before the credential is put to it. */
record Outgoing(Method method, HttpUrl url, Map<String, String> headers, Optional<RequestBody> body) {
    enum Method {
        GET,
        /** Redirects to another origin are an answer here, not a way: they name size and hash of a large file. */
        HEAD,
        POST
    }

    Outgoing {
        headers = Map.copyOf(headers);
    }

    static Outgoing get(HttpUrl url) {
        return new Outgoing(Method.GET, url, Map.of(), Optional.empty());
    }

    static Outgoing get(HttpUrl url, Map<String, String> headers) {
        return new Outgoing(Method.GET, url, headers, Optional.empty());
    }

    /** Without compression, since the length of a compressed body is not that of the file. */
    static Outgoing head(HttpUrl url) {
        return new Outgoing(Method.HEAD, url, Map.of("Accept-Encoding", "identity"), Optional.empty());
    }

    static Outgoing post(HttpUrl url, RequestBody body) {
        return new Outgoing(Method.POST, url, Map.of(), Optional.of(body));
    }

    /** The same after a redirect: 307 and 308 keep method and body, the others turn a post into a question. */
    Outgoing redirected(int status, HttpUrl target) {
        boolean keeps = method != Method.POST || status == 307 || status == 308;
        return keeps ? new Outgoing(method, target, headers, body) : get(target, headers);
    }
}
