package licet.ingest.hub;

import java.util.Optional;

/**
 * Stands for an answer that was had before, so that it need not be sent again. Two texts, to be kept beside the answer.
 *
 * @param etag as the Hub wrote it, with quotes and {@code W/}
 * @param caller for whom the answer was; a client with another token does not use this
 */
public record Validator(String etag, String caller) {
    private static final int LONGEST = 256;

    public Validator {
        if (etag.isEmpty() || etag.length() > LONGEST || !etag.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw new IllegalArgumentException("an entity tag has 1 to %d printable characters".formatted(LONGEST));
        }
    }

    static Optional<Validator> find(Head head, String caller) {
        try {
            return head.header("ETag").map(etag -> new Validator(etag, caller));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
