package licet.ingest.hub;

import java.util.List;

/**
 * The names under which a repository has commits.
 *
 * @param converts branches that the Hub's own converters made
 * @param pullRequests empty also where they were not asked for
 */
public record GitRefs(List<Ref> branches, List<Ref> tags, List<Ref> converts, List<Ref> pullRequests) {
    public GitRefs {
        branches = List.copyOf(branches);
        tags = List.copyOf(tags);
        converts = List.copyOf(converts);
        pullRequests = List.copyOf(pullRequests);
    }

    /** @param ref the full name: {@code refs/heads/main} */
    public record Ref(String name, String ref, String targetCommit) {}
}
