package licet.ingest.hub;

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

    /** False when the list is full. */
    boolean add(Page<ModelInfo> page) {
        for (ModelInfo info : page.items()) {
            if (models.size() < limit) {
                models.putIfAbsent(info.id(), info);
            }
        }
        return models.size() < limit;
    }

    List<ModelInfo> models() {
        return List.copyOf(models.values());
    }
}
