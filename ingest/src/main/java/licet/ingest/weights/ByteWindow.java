package licet.ingest.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalLong;

/**
 * Reads a source from front to back in pieces that grow while the header goes on. Holds one piece at a time, and fetches no
 * more bytes in all than its budget; bytes that are skipped are not fetched.
 */
final class ByteWindow {
    static final int FIRST_PIECE = 64 << 10;
    static final int LARGEST_PIECE = 2 << 20;

    private final RangeSource source;
    private final long budget;
    private ByteBuffer piece = ByteBuffer.allocate(0);
    private long pieceStart;
    private int pieceSize = FIRST_PIECE;
    private long fetched;
    private long end = Long.MAX_VALUE;
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;

    ByteWindow(RangeSource source, long budget) {
        this.source = source;
        this.budget = budget;
        source.size().ifPresent(size -> end = size);
    }

    void order(ByteOrder byteOrder) {
        order = byteOrder;
    }

    OptionalLong size() {
        return source.size();
    }

    long position() {
        return pieceStart + piece.position();
    }

    /** Nothing beyond this offset is fetched. */
    void endAt(long offset) throws RefusedHeader {
        if (offset > end) {
            throw truncated(offset - position());
        }
        end = offset;
    }

    int available() {
        return (int) Math.min(piece.remaining(), end - position());
    }

    /** The next bytes, in the byte order of the file. */
    ByteBuffer take(int length) throws IOException {
        if (piece.remaining() < length) {
            fetch(length);
        }
        ByteBuffer taken = piece.slice(piece.position(), length).order(order);
        piece.position(piece.position() + length);
        return taken;
    }

    void skip(long length) throws RefusedHeader {
        long at = position();
        if (length < 0 || length > end - at) {
            throw truncated(length);
        }
        if (length <= piece.remaining()) {
            piece.position(piece.position() + (int) length);
        } else {
            pieceStart = at + length;
            piece = ByteBuffer.allocate(0);
        }
    }

    private void fetch(int length) throws IOException {
        long at = position();
        if (length > end - at) {
            throw truncated(length);
        }
        if (length > budget - fetched) {
            throw new RefusedHeader(
                    WeightsProblem.Kind.TOO_LARGE, "the header goes on after " + fetched + " bytes were read");
        }
        long wanted = Math.min(Math.max(length, pieceSize), Math.min(end - at, budget - fetched));
        byte[] bytes = source.read(at, Math.toIntExact(wanted));
        if (bytes.length < length) {
            throw truncated(length);
        }
        fetched += bytes.length;
        pieceSize = Math.min(pieceSize * 2, LARGEST_PIECE);
        piece = ByteBuffer.wrap(bytes);
        pieceStart = at;
    }

    private RefusedHeader truncated(long length) {
        return new RefusedHeader(
                WeightsProblem.Kind.TRUNCATED,
                "%s bytes are announced at offset %d, where fewer are left"
                        .formatted(Long.toUnsignedString(length), position()));
    }
}
