package licet.ingest.weights;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Reads the values of a GGUF header, of any type and nesting. */
final class GgufValues {
    private static final int MAX_DEPTH = 4;
    private static final int MAX_KEPT_TEXTS = 256;
    private static final int MAX_KEPT_TEXT = 64 << 10;
    private static final int MAX_KEPT_ITEM = 1 << 10;
    private static final BigInteger UNSIGNED = BigInteger.ONE.shiftLeft(64);

    private final GgufCursor cursor;

    GgufValues(GgufCursor cursor) {
        this.cursor = cursor;
    }

    GgufValue read() throws IOException {
        return read(GgufValueType.of(cursor.i32()));
    }

    private GgufValue read(GgufValueType type) throws IOException {
        return switch (type) {
            case UINT8 -> whole(Byte.toUnsignedLong(cursor.i8()));
            case INT8 -> whole(cursor.i8());
            case UINT16 -> whole(Short.toUnsignedLong(cursor.i16()));
            case INT16 -> whole(cursor.i16());
            case UINT32 -> whole(Integer.toUnsignedLong(cursor.i32()));
            case INT32 -> whole(cursor.i32());
            case UINT64 -> unsigned(cursor.i64());
            case INT64 -> whole(cursor.i64());
            case FLOAT32 -> new GgufValue.Real(cursor.f32());
            case FLOAT64 -> new GgufValue.Real(cursor.f64());
            case BOOL -> flag(cursor.i8());
            case STRING -> text();
            case ARRAY -> array(1);
        };
    }

    private static GgufValue whole(long value) {
        return new GgufValue.Whole(BigInteger.valueOf(value));
    }

    private static GgufValue unsigned(long bits) {
        var value = BigInteger.valueOf(bits);
        return new GgufValue.Whole(bits < 0 ? value.add(UNSIGNED) : value);
    }

    private static GgufValue flag(byte value) throws RefusedHeader {
        return switch (value) {
            case 0 -> new GgufValue.Flag(false);
            case 1 -> new GgufValue.Flag(true);
            default -> throw new RefusedHeader(WeightsProblem.Kind.MALFORMED, "a boolean is neither zero nor one");
        };
    }

    private GgufValue text() throws IOException {
        long length = cursor.count("text in bytes", Long.MAX_VALUE);
        if (length > MAX_KEPT_TEXT) {
            cursor.window().skip(length);
            return new GgufValue.Skipped(GgufValueType.STRING.name(), length);
        }
        return new GgufValue.Text(cursor.text((int) length));
    }

    private GgufValue array(int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw new RefusedHeader(
                    WeightsProblem.Kind.TOO_LARGE, "arrays are nested deeper than " + MAX_DEPTH + " levels");
        }
        GgufValueType type = GgufValueType.of(cursor.i32());
        long length = cursor.count("elements of an array", Long.MAX_VALUE);
        switch (type) {
            case STRING -> {
                return texts(length);
            }
            case ARRAY -> {
                for (long i = 0; i < length; i++) {
                    array(depth + 1);
                }
            }
            default -> skip(length, type.bytes());
        }
        return new GgufValue.Skipped(type.name() + "[]", length);
    }

    /** An array of short texts is kept while it is short itself. */
    private GgufValue texts(long length) throws IOException {
        List<String> kept = new ArrayList<>();
        for (long i = 0; i < length; i++) {
            long bytes = cursor.count("text in bytes", Long.MAX_VALUE);
            if (length <= MAX_KEPT_TEXTS && bytes <= MAX_KEPT_ITEM) {
                kept.add(cursor.text((int) bytes));
            } else {
                cursor.window().skip(bytes);
            }
        }
        return kept.size() == length
                ? new GgufValue.Texts(kept)
                : new GgufValue.Skipped(GgufValueType.STRING.name() + "[]", length);
    }

    private void skip(long length, int bytes) throws RefusedHeader {
        if (length > Long.MAX_VALUE / bytes) {
            throw new RefusedHeader(WeightsProblem.Kind.OVERFLOW, "an array has more bytes than can be");
        }
        cursor.window().skip(length * bytes);
    }
}
