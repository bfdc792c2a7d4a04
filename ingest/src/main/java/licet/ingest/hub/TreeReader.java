package licet.ingest.hub;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;

/** Reads one entry of a tree listing; here a large file's hash is called {@code lfs.oid}. */
final class TreeReader {
    private TreeReader() {}

    /** Files alone. */
    static Optional<RepoFile> find(JsonNode entry) {
        return findEntry(entry)
                .filter(found -> found.kind() == TreeEntry.Kind.FILE)
                .map(TreeEntry::file);
    }

    static Optional<TreeEntry> findEntry(JsonNode entry) {
        if (!entry.path("path").isTextual()) {
            return Optional.empty();
        }
        var file = new RepoFile(
                entry.path("path").textValue(),
                ModelInfoReader.text(entry.path("oid")),
                ModelInfoReader.size(entry.path("size")),
                ModelInfoReader.text(entry.path("lfs").path("oid")));
        return Optional.of(new TreeEntry(
                kind(entry.path("type").asText("")),
                file,
                ModelInfoReader.text(entry.path("xetHash")),
                RepositoryReader.findCommit(entry.path("lastCommit")),
                ModelInfoReader.text(entry.path("securityFileStatus").path("status"))
                        .map(TreeReader::status)));
    }

    private static TreeEntry.Kind kind(String type) {
        return switch (type) {
            case "file" -> TreeEntry.Kind.FILE;
            case "directory" -> TreeEntry.Kind.DIRECTORY;
            default -> TreeEntry.Kind.UNKNOWN;
        };
    }

    private static TreeEntry.ScanStatus status(String text) {
        for (TreeEntry.ScanStatus status : TreeEntry.ScanStatus.values()) {
            if (status.name().toLowerCase(Locale.ROOT).equals(text)) {
                return status;
            }
        }
        return TreeEntry.ScanStatus.UNKNOWN;
    }
}
