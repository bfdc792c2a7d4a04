package licet.ingest.hub;

import java.io.IOException;
import okio.BufferedSource;

/** Asks for one JSON object or list. */
record JsonAsking(Outgoing request, long cap) implements Asking<HubJson.Document> {
    @Override
    public String quota() {
        return "api";
    }

    @Override
    public HubJson.Document read(Head head, BufferedSource body) throws IOException {
        return HubJson.document(body, cap);
    }
}
