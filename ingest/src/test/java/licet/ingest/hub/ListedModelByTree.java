package licet.ingest.hub;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@link ListedModelReader} must find, read the slow way. */
final class ListedModelByTree {
    private ListedModelByTree() {}

    static Optional<ListedModel> find(JsonNode item) {
        var fields = new JsonFields(item, new ArrayList<>());
        return fields.text("id")
                .or(() -> fields.text("modelId"))
                .flatMap(RepoId::find)
                .map(id -> read(id, fields));
    }

    private static ListedModel read(RepoId id, JsonFields fields) {
        return new ListedModel(
                id,
                fields.text("_id"),
                fields.text("sha"),
                fields.instant("lastModified"),
                fields.instant("createdAt"),
                ModelInfoReader.gating(fields.node("gated").asText(""), new ArrayList<>()),
                fields.flag("disabled"),
                tags(fields),
                fields.text("pipeline_tag"),
                fields.text("library_name"),
                fields.number("downloads").orElse(0L),
                fields.number("likes").orElse(0L));
    }

    private static List<String> tags(JsonFields fields) {
        return fields.node("tags").isArray()
                ? fields.texts("tags").stream().filter(ListedModel::isRelevant).toList()
                : List.of();
    }
}
