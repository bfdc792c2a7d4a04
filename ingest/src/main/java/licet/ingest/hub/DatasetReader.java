package licet.ingest.hub;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the dataset object of the Hub's answers. */
final class DatasetReader {
    private static final String LICENSE = "license:";

    private DatasetReader() {}

    /** Empty where the object names no repository. */
    static Optional<DatasetInfo> find(JsonNode json) {
        List<String> problems = new ArrayList<>();
        var fields = new JsonFields(json, problems);
        return fields.text("id").flatMap(RepoId::find).map(id -> read(id, fields, problems));
    }

    private static DatasetInfo read(RepoId id, JsonFields fields, List<String> problems) {
        var tags = fields.texts("tags").stream()
                .filter(tag -> tag.startsWith(LICENSE))
                .map(tag -> tag.substring(LICENSE.length()))
                .toList();
        return new DatasetInfo(
                id,
                fields.text("_id"),
                fields.text("sha"),
                fields.instant("lastModified"),
                ModelInfoReader.gating(fields.node("gated"), problems),
                fields.flag("disabled"),
                terms(new JsonFields(fields.node("cardData"), problems)),
                tags,
                problems);
    }

    private static DatasetInfo.Terms terms(JsonFields card) {
        List<String> licenses = card.node("license").isArray()
                ? card.texts("license")
                : card.text("license").stream().toList();
        return new DatasetInfo.Terms(licenses, card.text("license_name"), card.text("license_link"));
    }
}
