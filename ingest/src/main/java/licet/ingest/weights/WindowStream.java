package licet.ingest.weights;

import java.io.IOException;
import java.io.InputStream;

/** The next bytes of a window as a stream; a source that ends earlier is refused, not taken for the end. */
final class WindowStream extends InputStream {
    private static final int PIECE = 8 << 10;

    private final ByteWindow window;
    private long left;

    WindowStream(ByteWindow window, long length) {
        this.window = window;
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int ready = window.available() > 0 ? window.available() : PIECE;
        int taken = (int) Math.min(Math.min(length, ready), left);
        window.take(taken).get(target, offset, taken);
        left -= taken;
        return taken;
    }
}
