package licet.ingest.hub;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/** Reads one item of a list: the parser stands on its first token and is left behind its last. */
@FunctionalInterface
interface ItemReader<I> {
    /** Empty where the item is not of use; it is read to its end all the same. */
    Optional<I> read(JsonParser json) throws IOException;

    /** For items that are few or large in what is kept of them. */
    static <I> ItemReader<I> ofTree(Function<JsonNode, Optional<I>> reader) {
        return json -> reader.apply(HubJson.tree(json));
    }
}
