package licet.ingest.hub;

import java.util.List;
import java.util.OptionalLong;

/**
 * Commits, newest first.
 *
 * @param total how many the revision has in all, where the Hub told
 */
public record CommitLog(List<Commit> commits, OptionalLong total) {
    public CommitLog {
        commits = List.copyOf(commits);
    }
}
