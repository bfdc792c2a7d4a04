package licet.tests.standin;

import java.util.Optional;

/** Answers that take the place of the right one. */
final class Refusals {
    private static final String TOO_MANY = "We had to rate limit you.";

    private Refusals() {}

    /** Empty where the right answer is sent, though in a damaged way. */
    static Optional<Reply> find(Fault fault, Kind kind) {
        return switch (fault) {
            case TOO_MANY_BY_QUOTA -> Optional.of(overQuota());
            case TOO_MANY_WITH_PAUSE -> Optional.of(overQuota().with("Retry-After", "1"));
            case TOO_MANY_BARE -> Optional.of(Reply.text(429, "Too many requests"));
            case SERVER_ERROR -> Optional.of(Reply.error(500, "", "Internal Error"));
            case MALFORMED -> isJson(kind) ? Optional.empty() : Optional.of(Reply.error(500, "", "Internal Error"));
            case CUT, DRIP -> Optional.empty();
        };
    }

    static Reply overQuota() {
        return Reply.error(429, "", TOO_MANY);
    }

    private static boolean isJson(Kind kind) {
        return switch (kind) {
            case LIST, DESCRIPTION, TREE, PATHS_INFO, COMMITS, REFS -> true;
            case RESOLVE, RAW, CACHED, CONTENT, UNKNOWN -> false;
        };
    }
}
