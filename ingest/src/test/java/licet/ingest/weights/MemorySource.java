package licet.ingest.weights;

import java.util.Arrays;
import java.util.OptionalLong;

/** A file in memory of which only the beginning is there; counts what is read from it. */
final class MemorySource implements RangeSource {
    private final byte[] bytes;
    private final OptionalLong size;
    private int reads;
    private long fetched;

    private MemorySource(byte[] bytes, OptionalLong size) {
        this.bytes = bytes;
        this.size = size;
    }

    static MemorySource of(byte[] bytes) {
        return new MemorySource(bytes, OptionalLong.of(bytes.length));
    }

    /** A file that is longer than the bytes given. */
    static MemorySource ofSize(byte[] bytes, long size) {
        return new MemorySource(bytes, OptionalLong.of(size));
    }

    static MemorySource ofUnknownSize(byte[] bytes) {
        return new MemorySource(bytes, OptionalLong.empty());
    }

    int reads() {
        return reads;
    }

    long fetched() {
        return fetched;
    }

    @Override
    public OptionalLong size() {
        return size;
    }

    @Override
    public byte[] read(long offset, int length) {
        reads++;
        int from = (int) Math.min(offset, bytes.length);
        int to = (int) Math.min(bytes.length, offset + length);
        fetched += to - from;
        return Arrays.copyOfRange(bytes, from, to);
    }
}
