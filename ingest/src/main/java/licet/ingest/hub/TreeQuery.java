package licet.ingest.hub;

import java.util.Optional;

/**
 * Which part of a tree to list.
 *
 * @param folder the whole repository where empty
 * @param recursive also what lies in folders below
 * @param expanded with the last commit and the scan of each file; the Hub then gives pages of 50
 */
public record TreeQuery(Optional<RepoPath> folder, boolean recursive, boolean expanded) {
    public static final TreeQuery EVERYTHING = new TreeQuery(Optional.empty(), true, false);

    public TreeQuery below(RepoPath path) {
        return new TreeQuery(Optional.of(path), recursive, expanded);
    }

    public TreeQuery withDetails() {
        return new TreeQuery(folder, recursive, true);
    }

    public TreeQuery withoutSubfolders() {
        return new TreeQuery(folder, false, expanded);
    }

    String encodedFolder() {
        return folder.map(path -> "/" + path.encoded()).orElse("");
    }
}
