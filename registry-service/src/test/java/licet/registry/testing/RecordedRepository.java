package licet.registry.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import licet.ingest.hub.RepoId;
import licet.ingest.recorded.RecordedModel;

/** Small made-up repositories for the recorded Hub. */
public final class RecordedRepository {
    private RecordedRepository() {}

    /**
     * A repository of a card alone.
     *
     * @param objectId the Hub's own id
     * @param frontMatter lines between the dashes
     */
    public static RecordedModel of(String id, String objectId, String frontMatter, String prose) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("_id", objectId);
        facts.put("gated", false);
        facts.put("private", false);
        facts.put("pipeline_tag", "text-generation");
        var model = new RecordedModel(RepoId.parse(id), "0".repeat(40), facts, List.of());
        return model.withFile("README.md", "---\n" + frontMatter + "\n---\n" + prose + "\n");
    }
}
