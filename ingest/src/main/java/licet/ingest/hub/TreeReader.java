package licet.ingest.hub;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Reads one entry of a tree listing; here a large file's hash is called {@code lfs.oid}. */
final class TreeReader {
    private TreeReader() {}

    static Optional<RepoFile> find(JsonNode entry) {
        if (!entry.path("type").asText("").equals("file") || !entry.path("path").isTextual()) {
            return Optional.empty();
        }
        return Optional.of(new RepoFile(
                entry.path("path").textValue(),
                ModelInfoReader.text(entry.path("oid")),
                ModelInfoReader.size(entry.path("size")),
                ModelInfoReader.text(entry.path("lfs").path("oid"))));
    }
}
