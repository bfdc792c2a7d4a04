package licet.tests.standin;

/** What is counted apart. */
public enum Kind {
    LIST,
    DESCRIPTION,
    TREE,
    PATHS_INFO,
    COMMITS,
    REFS,
    /** Addresses of files, which the Hub's quota counts together with where they lead. */
    RESOLVE,
    RAW,
    CACHED,
    CONTENT,
    UNKNOWN;

    static Kind of(Route route) {
        return switch (route) {
            case Route.ModelList _ -> LIST;
            case Route.Description _ -> DESCRIPTION;
            case Route.Tree _ -> TREE;
            case Route.PathsInfo _ -> PATHS_INFO;
            case Route.Commits _ -> COMMITS;
            case Route.Refs _ -> REFS;
            case Route.Resolve _ -> RESOLVE;
            case Route.Raw _ -> RAW;
            case Route.Cached _ -> CACHED;
            case Route.Content _ -> CONTENT;
            case Route.Unknown _ -> UNKNOWN;
        };
    }

    /** The Hub's name of the quota that pays; what lies on another host costs nothing. */
    String quota() {
        return switch (this) {
            case LIST, DESCRIPTION, TREE, PATHS_INFO, COMMITS, REFS, UNKNOWN -> "api";
            case RESOLVE, RAW, CACHED -> "resolvers";
            case CONTENT -> "";
        };
    }
}
