package licet.ingest.hub;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okio.BufferedSource;

/** Asks for a list that comes in one piece. */
record ListAsking<I>(Outgoing request, ItemReader<I> item, long cap) implements Asking<List<I>> {
    @Override
    public String quota() {
        return "api";
    }

    @Override
    public List<I> read(Head head, BufferedSource body) throws IOException {
        List<I> items = new ArrayList<>();
        HubJson.items(body, cap, item, items::add);
        return items;
    }
}
