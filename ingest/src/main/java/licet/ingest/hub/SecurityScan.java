package licet.ingest.hub;

import java.util.List;

/** The Hub's own scan of a repository's files. An unfinished scan is unknown, not clean. */
public record SecurityScan(boolean done, List<Issue> issues) {
    public SecurityScan {
        issues = List.copyOf(issues);
    }

    public record Issue(String path, String level) {}
}
