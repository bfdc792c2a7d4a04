package licet.ingest.hub;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the Hub says about a model. Every field but the id can be missing: lists give fewer fields than single answers, and
 * Hubs of other makers give fewer still.
 *
 * @param siblings empty optional: the answer held no file list, which is not the same as no files
 * @param cardData the front matter after the Hub's own reading
 * @param problems what in the answer was not understood
 */
public record ModelInfo(
        RepoId id,
        Identity identity,
        State state,
        Labels labels,
        Optional<List<RepoFile>> siblings,
        Map<String, Object> cardData,
        Map<String, Object> config,
        Optional<Long> parameters,
        Optional<SecurityScan> security,
        List<String> problems) {
    public ModelInfo {
        siblings = siblings.map(List::copyOf);
        cardData = Collections.unmodifiableMap(new LinkedHashMap<>(cardData));
        config = Collections.unmodifiableMap(new LinkedHashMap<>(config));
        problems = List.copyOf(problems);
    }

    /**
     * Which repository, which commit.
     *
     * @param objectId changes when a repository is deleted and made again under the same name
     */
    public record Identity(
            Optional<String> objectId,
            Optional<String> commit,
            Optional<Instant> createdAt,
            Optional<Instant> lastModified) {}

    public record State(Gating gating, boolean disabled, boolean privateRepo, long downloads, long likes) {}

    public record Labels(Optional<String> pipelineTag, Optional<String> libraryName, List<String> tags) {
        public Labels {
            tags = List.copyOf(tags);
        }
    }
}
