package licet.ingest.hub;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads commits and refs. */
final class RepositoryReader {
    private RepositoryReader() {}

    /** Empty where the object names no commit. */
    static Optional<Commit> findCommit(JsonNode json) {
        var fields = new JsonFields(json, new ArrayList<>());
        return fields.text("id")
                .map(id -> new Commit(
                        id,
                        fields.text("title").orElse(""),
                        fields.text("message").orElse(""),
                        authors(fields.node("authors")),
                        fields.instant("date")));
    }

    static GitRefs refs(JsonNode json) {
        return new GitRefs(
                list(json.path("branches")),
                list(json.path("tags")),
                list(json.path("converts")),
                list(json.path("pullRequests")));
    }

    private static List<String> authors(JsonNode json) {
        List<String> authors = new ArrayList<>();
        json.forEach(author -> ModelInfoReader.text(author.path("user")).ifPresent(authors::add));
        return authors;
    }

    private static List<GitRefs.Ref> list(JsonNode json) {
        List<GitRefs.Ref> refs = new ArrayList<>();
        json.forEach(ref -> ModelInfoReader.text(ref.path("ref"))
                .map(name -> new GitRefs.Ref(
                        ref.path("name").asText(name),
                        name,
                        ref.path("targetCommit").asText("")))
                .ifPresent(refs::add));
        return refs;
    }
}
