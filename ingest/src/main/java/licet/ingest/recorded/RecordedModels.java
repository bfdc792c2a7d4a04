package licet.ingest.recorded;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import licet.ingest.hub.RepoId;

/**
 * What a recorded Hub holds: repositories, old names that lead to them, and collections of them by the end of their
 * address. Changes give a new value.
 */
public record RecordedModels(
        Map<RepoId, RecordedModel> models, Map<RepoId, RepoId> renamed, Map<String, List<RepoId>> collections) {
    public RecordedModels {
        models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
        renamed = Map.copyOf(renamed);
        collections = Map.copyOf(collections);
    }

    RecordedModels(Map<RepoId, RecordedModel> models, Map<RepoId, RepoId> renamed) {
        this(models, renamed, Map.of());
    }

    public static RecordedModels empty() {
        return new RecordedModels(Map.of(), Map.of());
    }

    /** The models that ship with the product. */
    public static RecordedModels shipped() {
        return new RecordedModelReader(RecordedFiles.shipped()).readAll();
    }

    /** A folder with the same layout as the shipped one. */
    public static RecordedModels of(Path folder) {
        return new RecordedModelReader(RecordedFiles.of(folder)).readAll();
    }

    public RecordedModels with(RecordedModel model) {
        Map<RepoId, RecordedModel> changed = new LinkedHashMap<>(models);
        changed.put(model.id(), model);
        return new RecordedModels(changed, renamed, collections);
    }

    public RecordedModels without(RepoId id) {
        Map<RepoId, RecordedModel> changed = new LinkedHashMap<>(models);
        changed.remove(id);
        return new RecordedModels(changed, renamed, collections);
    }

    /** Somebody puts models together; none of them takes the collection away. */
    public RecordedModels withCollection(String slug, List<RepoId> members) {
        Map<String, List<RepoId>> changed = new LinkedHashMap<>(collections);
        changed.put(slug, List.copyOf(members));
        if (members.isEmpty()) {
            changed.remove(slug);
        }
        return new RecordedModels(models, renamed, changed);
    }

    Optional<List<RepoId>> findCollection(String slug) {
        return Optional.ofNullable(collections.get(slug));
    }

    /** The repository moves; its old name leads to the new one. */
    public RecordedModels rename(RepoId from, RepoId to) {
        Map<RepoId, RepoId> changed = new LinkedHashMap<>(renamed);
        changed.put(from, to);
        var moved = new RecordedModels(models, changed, collections);
        return find(from)
                .map(model -> moved.without(from).with(model.withId(to)))
                .orElse(moved);
    }

    public Optional<RecordedModel> find(RepoId id) {
        return Optional.ofNullable(models.get(id));
    }

    public RecordedModel get(RepoId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("the recorded Hub has no model " + id));
    }

    public List<RecordedModel> list() {
        return List.copyOf(models.values());
    }

    /** The current name behind an old one, or behind one in another letter case. */
    Optional<RepoId> findCurrentName(RepoId asked) {
        return Optional.ofNullable(renamed.get(asked))
                .or(() -> models.keySet().stream()
                        .filter(id -> !id.equals(asked))
                        .filter(id -> id.value()
                                .toLowerCase(Locale.ROOT)
                                .equals(asked.value().toLowerCase(Locale.ROOT)))
                        .findFirst());
    }
}
