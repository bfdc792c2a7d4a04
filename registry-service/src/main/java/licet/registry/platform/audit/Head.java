package licet.registry.platform.audit;

import java.util.Arrays;
import java.util.HexFormat;

/** The end of the audit chain and the number of the last change. */
public record Head(long seq, byte[] hash) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Head(var otherSeq, var otherHash) && seq == otherSeq && Arrays.equals(hash, otherHash);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(seq);
    }

    @Override
    public String toString() {
        return seq + ":" + HexFormat.of().formatHex(hash);
    }
}
