package licet.ingest.hub;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import okio.BufferedSource;

/** Asks for a JSON object unless it is still the one that the validator stands for; empty where it is. */
record ConditionalAsking(HttpUrl url, Validator known, String caller, long cap)
        implements Asking<Optional<HubJson.Document>> {
    private static final int NOT_MODIFIED = 304;

    @Override
    public Outgoing request() {
        return usable() ? Outgoing.get(url, Map.of("If-None-Match", known.etag())) : Outgoing.get(url);
    }

    @Override
    public String quota() {
        return "api";
    }

    @Override
    public boolean accepts(int status) {
        return (status >= 200 && status < 300) || (status == NOT_MODIFIED && usable());
    }

    @Override
    public Optional<HubJson.Document> read(Head head, BufferedSource body) throws IOException {
        return head.status() == NOT_MODIFIED ? Optional.empty() : Optional.of(HubJson.document(body, cap));
    }

    /** What was shown to one token says nothing about what another may see. */
    private boolean usable() {
        return known.caller().equals(caller);
    }
}
