package licet.ingest.hub;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects list pages up to a number of models, each repository once. */
final class ModelList {
    private final int limit;
    private final Map<RepoId, ModelInfo> models = new LinkedHashMap<>();

    ModelList(int limit) {
        this.limit = limit;
    }

    /** False when the list is full or the page was empty, so that an endless chain of pages ends. */
    boolean add(JsonNode page) {
        for (JsonNode item : page) {
            if (models.size() < limit) {
                ModelInfoReader.find(item).ifPresent(info -> models.putIfAbsent(info.id(), info));
            }
        }
        return page.size() > 0 && models.size() < limit;
    }

    List<ModelInfo> models() {
        return List.copyOf(models.values());
    }
}
