package licet.ingest.hub;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import okio.BufferedSource;

/** Asks for a list that comes in one piece. */
record ListAsking<I>(Outgoing request, Function<JsonNode, Optional<I>> item, long cap) implements Asking<List<I>> {
    @Override
    public String quota() {
        return "api";
    }

    @Override
    public List<I> read(Head head, BufferedSource body) throws IOException {
        List<I> items = new ArrayList<>();
        HubJson.items(body, cap, node -> item.apply(node).ifPresent(items::add));
        return items;
    }
}
