package licet.ingest.hub;

import java.util.Optional;
import okhttp3.Headers;

/** What came back after all redirects. The body is cut at the caller's cap. */
record Reply(int status, Headers headers, Payload body, boolean cut) {
    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    boolean successful() {
        return status >= 200 && status < 300;
    }
}
