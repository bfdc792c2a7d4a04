package licet.web.sync;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** The fields as they were typed; empty where nothing was. */
@Serdeable
public record WatchForm(
        @Nullable String kind,
        @Nullable String owner,
        @Nullable String search,
        @Nullable String model,
        @Nullable String collection,
        @Nullable String tier,
        @Nullable String everyHours) {
    static final WatchForm EMPTY = new WatchForm("developer", "", "", "", "", "", "24");

    /** The same wish as programs write it, so that one reader finds what is wrong with it. */
    String json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        put(json, "kind", kind);
        put(json, "owner", owner);
        put(json, "search", search);
        put(json, "model", model);
        put(json, "collection", collection);
        put(json, "tier", tier);
        if (everyHours != null && !everyHours.isBlank()) {
            String hours = everyHours.strip();
            if (hours.matches("\\d{1,9}")) {
                json.put("everyHours", Integer.parseInt(hours));
            } else {
                json.put("everyHours", hours);
            }
        }
        return json.toString();
    }

    private static void put(ObjectNode json, String field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            json.put(field, value.strip());
        }
    }
}
