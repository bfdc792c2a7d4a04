package licet.tests.standin;

/** What can go wrong with one request. */
public enum Fault {
    /** 429 since the quota is used up, and so is every answer until its window ends. */
    TOO_MANY_BY_QUOTA,
    /** 429 with {@code Retry-After}. */
    TOO_MANY_WITH_PAUSE,
    /** 429 without a word, as the network before the Hub sends it. */
    TOO_MANY_BARE,
    SERVER_ERROR,
    /** The connection ends in the middle of the body. */
    CUT,
    /** The body comes a few bytes at a time, and never all of it. */
    DRIP,
    /** A body of the announced length that is no JSON; files get {@link #SERVER_ERROR} instead. */
    MALFORMED
}
