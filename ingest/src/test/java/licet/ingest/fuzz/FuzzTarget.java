package licet.ingest.fuzz;

import java.util.Locale;
import licet.ingest.card.CardFuzz;
import licet.ingest.hub.HubJsonFuzz;
import licet.ingest.weights.GgufFuzz;
import licet.ingest.weights.SafetensorsFuzz;

/** What strangers write and this module reads, each through a class of its own that Jazzer can name. */
enum FuzzTarget {
    CARD(CardFuzz.class),
    SAFETENSORS(SafetensorsFuzz.class),
    GGUF(GgufFuzz.class),
    HUB_JSON(HubJsonFuzz.class);

    private final Class<?> type;

    FuzzTarget(Class<?> type) {
        this.type = type;
    }

    String className() {
        return type.getName();
    }

    /** Folder of the kept inputs, in which to begin. */
    String inputs() {
        return "src/test/resources/fuzz/" + folder();
    }

    String folder() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
