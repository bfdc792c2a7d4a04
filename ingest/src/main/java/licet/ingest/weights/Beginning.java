package licet.ingest.weights;

import java.io.IOException;
import java.util.Arrays;
import java.util.OptionalLong;

/** The first piece of a file, fetched by one read, as if the file ended there. */
final class Beginning implements RangeSource {
    private final byte[] bytes;

    private Beginning(byte[] bytes) {
        this.bytes = bytes;
    }

    static Beginning of(RangeSource source) throws IOException {
        long size = source.size().orElse(ByteWindow.FIRST_PIECE);
        return new Beginning(source.read(0, (int) Math.min(size, ByteWindow.FIRST_PIECE)));
    }

    @Override
    public OptionalLong size() {
        return OptionalLong.of(bytes.length);
    }

    @Override
    public byte[] read(long offset, int length) {
        int from = (int) Math.min(offset, bytes.length);
        return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + length));
    }
}
