package licet.ingest.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Reads the basic values of GGUF in the byte order of the file. */
final class GgufCursor {
    /** Fetched bytes, not counting what is skipped: the vocabulary of a large model takes about 20 MB. */
    static final long MAX_HEADER = 64L << 20;

    private final ByteWindow window;
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
    private int version;

    GgufCursor(RangeSource source) {
        this.window = new ByteWindow(source, MAX_HEADER);
    }

    ByteWindow window() {
        return window;
    }

    /** Reads the version and learns the byte order from it: small numbers are large ones the wrong way round. */
    int readVersion() throws IOException {
        version = i32();
        if ((version & 0xFFFF) == 0) {
            order = ByteOrder.BIG_ENDIAN;
            window.order(order);
            version = Integer.reverseBytes(version);
        }
        return version;
    }

    ByteOrder order() {
        return order;
    }

    byte i8() throws IOException {
        return window.take(Byte.BYTES).get();
    }

    short i16() throws IOException {
        return window.take(Short.BYTES).getShort();
    }

    int i32() throws IOException {
        return window.take(Integer.BYTES).getInt();
    }

    long i64() throws IOException {
        return window.take(Long.BYTES).getLong();
    }

    float f32() throws IOException {
        return window.take(Float.BYTES).getFloat();
    }

    double f64() throws IOException {
        return window.take(Double.BYTES).getDouble();
    }

    /** A count or a length, which had 32 bits in version 1. */
    long count(String what, long most) throws IOException {
        long count = version == 1 ? Integer.toUnsignedLong(i32()) : i64();
        if (count < 0 || count > most) {
            throw new RefusedHeader(
                    WeightsProblem.Kind.TOO_LARGE,
                    "%s: %s are announced, at most %d are allowed".formatted(what, Long.toUnsignedString(count), most));
        }
        return count;
    }

    String text(String what, int longest) throws IOException {
        return text((int) count(what + " in bytes", longest));
    }

    String text(int length) throws IOException {
        ByteBuffer bytes = window.take(length);
        return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    }
}
