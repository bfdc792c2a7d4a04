package licet.registry.sync;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import licet.ingest.hub.RepoId;
import licet.ingest.recorded.RecordedHub;
import licet.ingest.recorded.RecordedModel;
import licet.registry.testing.TestRegistry;

/** Many small repositories on the recorded Hub of a server under test. */
final class BulkHub {
    private final TestRegistry registry;

    BulkHub(TestRegistry registry) {
        this.registry = registry;
    }

    void fill(String owner, int count) {
        var models = IntStream.range(0, count)
                .mapToObj(i -> model(owner + "/model-%05d".formatted(i)))
                .toList();
        registry.bean(RecordedHub.class).change(before -> {
            var all = before;
            for (var model : models) {
                all = all.with(model);
            }
            return all;
        });
    }

    static RecordedModel model(String id) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("_id", "%024x".formatted(id.hashCode() & 0xffff_ffffL));
        facts.put("gated", false);
        facts.put("private", false);
        facts.put("createdAt", "2026-01-01T00:00:00.000Z");
        facts.put("lastModified", "2026-02-01T00:00:00.000Z");
        facts.put("downloads", 1000);
        facts.put("likes", 10);
        var model = new RecordedModel(RepoId.parse(id), "0".repeat(40), facts, List.of());
        return model.withFile("README.md", "---\nlicense: mit\n---\nA model.\n");
    }

    void put(RecordedModel model) {
        registry.bean(RecordedHub.class).change(models -> models.with(model));
    }

    void change(String id, UnaryOperator<RecordedModel> change) {
        registry.bean(RecordedHub.class).change(models -> models.with(change.apply(models.get(RepoId.parse(id)))));
    }

    void collect(String slug, List<String> members) {
        registry.bean(RecordedHub.class)
                .change(models -> models.withCollection(
                        slug, members.stream().map(RepoId::parse).toList()));
    }

    void remove(String id) {
        registry.bean(RecordedHub.class).change(models -> models.without(RepoId.parse(id)));
    }

    void rename(String from, String to) {
        registry.bean(RecordedHub.class).change(models -> models.rename(RepoId.parse(from), RepoId.parse(to)));
    }
}
