package licet.ingest.hub;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Optional;

/** Reads one item of the list of models. */
final class ListedModelReader {
    private ListedModelReader() {}

    /** Empty where the item names no repository. */
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
                ModelInfoReader.gating(fields.node("gated"), new ArrayList<>()),
                fields.flag("disabled"),
                fields.texts("tags").stream().filter(ListedModel::isRelevant).toList(),
                fields.text("pipeline_tag"),
                fields.text("library_name"),
                fields.number("downloads").orElse(0L),
                fields.number("likes").orElse(0L));
    }
}
