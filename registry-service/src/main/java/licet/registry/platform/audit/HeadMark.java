package licet.registry.platform.audit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import licet.rules.format.CanonicalJson;

/**
 * The head of the chain as it was written outside of the database.
 *
 * @param hash in lower-case hex
 * @param at when it was written
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record HeadMark(long seq, String hash, Instant at) {
    public HeadMark {
        Objects.requireNonNull(at);
        if (seq < 1 || !hash.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not the mark of a head");
        }
    }

    public static HeadMark of(Head head, Instant at) {
        return new HeadMark(head.seq(), HexFormat.of().formatHex(head.hash()), at);
    }

    boolean fits(Head head) {
        return seq == head.seq() && hash.equals(HexFormat.of().formatHex(head.hash()));
    }

    /** One line of JSON, without its end. */
    String line() {
        return CanonicalJson.write(this);
    }

    static HeadMark parse(String line) {
        return CanonicalJson.read(line, HeadMark.class);
    }
}
