package licet.ingest.hub;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a list says of a model, as little as tells whether it changed and which license and bases it claims.
 *
 * @param objectId the Hub's {@code _id}, which stays through renames; empty where another maker's Hub gives none
 * @param tags only those that say something of license and origin: {@code license:…} and {@code base_model:…}
 * @param disabled taken down; false also where the list did not say
 */
public record ListedModel(
        RepoId id,
        Optional<String> objectId,
        Optional<String> sha,
        Optional<Instant> lastModified,
        Optional<Instant> createdAt,
        Gating gated,
        boolean disabled,
        List<String> tags,
        Optional<String> pipelineTag,
        Optional<String> library,
        long downloads,
        long likes) {
    private static final String LICENSE = "license:";
    private static final String BASE = "base_model:";

    public ListedModel {
        tags = List.copyOf(tags);
    }

    /** By the first character of a tag alone. */
    static boolean mayBeRelevant(char first) {
        return first == LICENSE.charAt(0) || first == BASE.charAt(0);
    }

    static boolean isRelevant(String tag) {
        return tag.startsWith(LICENSE) || tag.startsWith(BASE);
    }

    /** The identifiers of the license tags, as the publisher wrote them. */
    public List<String> licenses() {
        return after(LICENSE);
    }

    /** What follows {@code base_model:}, a model's id or a relation and an id. */
    public List<String> baseModels() {
        return after(BASE);
    }

    private List<String> after(String prefix) {
        return tags.stream()
                .filter(tag -> tag.startsWith(prefix))
                .map(tag -> tag.substring(prefix.length()))
                .toList();
    }
}
