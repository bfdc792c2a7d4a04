package licet.ingest.weights;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes GGUF headers for tests, right ones and wrong ones, in either byte order. */
final class GgufBytes {
    private final ByteArrayOutputStream fields = new ByteArrayOutputStream();
    private final ByteArrayOutputStream tensors = new ByteArrayOutputStream();
    private final int version;
    private final ByteOrder order;
    private long fieldCount;
    private long tensorCount;

    GgufBytes(int version, ByteOrder order) {
        this.version = version;
        this.order = order;
    }

    static GgufBytes v3() {
        return new GgufBytes(3, ByteOrder.LITTLE_ENDIAN);
    }

    GgufBytes text(String key, String value) {
        return field(key, GgufValueType.STRING, string(value));
    }

    GgufBytes number(String key, int value) {
        return field(key, GgufValueType.UINT32, i32(value));
    }

    GgufBytes field(String key, GgufValueType type, byte[] value) {
        return field(key, type.ordinal(), value);
    }

    GgufBytes field(String key, int type, byte[] value) {
        fieldCount++;
        fields.writeBytes(join(string(key), i32(type), value));
        return this;
    }

    GgufBytes tensor(String name, int type, long offset, long... shape) {
        return misdimensioned(name, shape.length, type, offset, shape);
    }

    /** With a number of dimensions that need not be true. */
    GgufBytes misdimensioned(String name, int dimensions, int type, long offset, long... shape) {
        tensorCount++;
        tensors.writeBytes(join(string(name), i32(dimensions)));
        for (long dimension : shape) {
            tensors.writeBytes(count(dimension));
        }
        tensors.writeBytes(join(i32(type), i64(offset)));
        return this;
    }

    GgufBytes counts(long tensorCounts, long fieldCounts) {
        tensorCount = tensorCounts;
        fieldCount = fieldCounts;
        return this;
    }

    byte[] bytes() {
        byte[] magic = "GGUF".getBytes(StandardCharsets.US_ASCII);
        return join(
                magic,
                i32(version),
                count(tensorCount),
                count(fieldCount),
                fields.toByteArray(),
                tensors.toByteArray());
    }

    /** The header padded to the default alignment, and so many bytes of tensors that are not there. */
    MemorySource source(long data) {
        byte[] header = bytes();
        return MemorySource.ofSize(header, Math.ceilDiv(header.length, 32) * 32L + data);
    }

    byte[] string(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return join(count(bytes.length), bytes);
    }

    byte[] array(GgufValueType type, long length, byte[]... values) {
        return join(i32(type.ordinal()), count(length), join(values));
    }

    byte[] count(long count) {
        return version == 1 ? i32((int) count) : i64(count);
    }

    byte[] i16(int value) {
        return ByteBuffer.allocate(2).order(order).putShort((short) value).array();
    }

    byte[] i32(int value) {
        return ByteBuffer.allocate(4).order(order).putInt(value).array();
    }

    byte[] i64(long value) {
        return ByteBuffer.allocate(8).order(order).putLong(value).array();
    }

    static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }
}
