package licet.registry.platform.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Lays one tree over another: what both have as objects is merged, null takes away, everything else is replaced. */
final class Merge {
    private Merge() {}

    static void into(ObjectNode below, JsonNode above) {
        above.properties().forEach(entry -> {
            var old = below.get(entry.getKey());
            if (old instanceof ObjectNode both && entry.getValue().isObject()) {
                into(both, entry.getValue());
            } else if (entry.getValue().isNull()) {
                below.remove(entry.getKey());
            } else {
                below.set(entry.getKey(), entry.getValue().deepCopy());
            }
        });
    }
}
