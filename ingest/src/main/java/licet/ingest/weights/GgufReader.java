package licet.ingest.weights;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the header of a GGUF file of version 1, 2 or 3 in either byte order. */
final class GgufReader {
    private static final int MAX_FIELDS = 100_000;
    private static final int MAX_KEY = 65_535;
    private static final int MAX_KEPT = 8 << 20;
    private static final int OBJECT = 48;
    private static final long MAX_ALIGNMENT = 1 << 20;
    private static final long DEFAULT_ALIGNMENT = 32;
    /** The letters GGUF as they lie in the file, read with the last byte first. */
    private static final int MAGIC = 0x46554747;

    private GgufReader() {}

    static GgufHeader read(RangeSource source, TensorSink sink) throws IOException {
        var cursor = new GgufCursor(source);
        var header = start(cursor);
        Map<String, GgufValue> fields = new LinkedHashMap<>();
        fields(cursor, header.fieldCount(), fields);
        var whole = header.with(cursor, fields);
        new GgufTensors(cursor, alignment(whole), sink).read(header.tensors());
        return whole;
    }

    /** Reads the fields that the first piece of the file holds whole. */
    static GgufHeader readBeginning(RangeSource source) throws IOException {
        var cursor = new GgufCursor(Beginning.of(source));
        var header = start(cursor);
        Map<String, GgufValue> fields = new LinkedHashMap<>();
        try {
            fields(cursor, header.fieldCount(), fields);
        } catch (RefusedHeader e) {
            if (e.problem().kind() != WeightsProblem.Kind.TRUNCATED) {
                throw e;
            }
        }
        return header.with(cursor, fields);
    }

    private record Start(int version, long tensors, long fieldCount) {
        GgufHeader with(GgufCursor cursor, Map<String, GgufValue> fields) {
            return new GgufHeader(version, cursor.order() == ByteOrder.BIG_ENDIAN, tensors, fields);
        }
    }

    private static Start start(GgufCursor cursor) throws IOException {
        if (cursor.i32() != MAGIC) {
            throw new RefusedHeader(WeightsProblem.Kind.UNKNOWN_FORMAT, "the file does not begin with GGUF");
        }
        int version = cursor.readVersion();
        if (version < 1 || version > 3) {
            throw new RefusedHeader(
                    WeightsProblem.Kind.UNKNOWN_FORMAT, "GGUF version " + Integer.toUnsignedString(version));
        }
        long tensors = cursor.count("tensors", GgufTensors.MAX_TENSORS);
        return new Start(version, tensors, cursor.count("fields", MAX_FIELDS));
    }

    private static void fields(GgufCursor cursor, long count, Map<String, GgufValue> fields) throws IOException {
        var values = new GgufValues(cursor);
        long kept = 0;
        for (long i = 0; i < count; i++) {
            String key = cursor.text("key", MAX_KEY);
            GgufValue value = values.read();
            kept += OBJECT + key.length() + weight(value);
            if (kept > MAX_KEPT) {
                throw new RefusedHeader(
                        WeightsProblem.Kind.TOO_LARGE, "the fields take more than " + MAX_KEPT + " bytes");
            }
            if (fields.put(key, value) != null) {
                throw new RefusedHeader(
                        WeightsProblem.Kind.DUPLICATE_KEY, "the key '%s' is there twice".formatted(Shapes.shown(key)));
            }
        }
    }

    /** Roughly the memory that a value takes, so that many empty texts weigh something too. */
    private static long weight(GgufValue value) {
        return switch (value) {
            case GgufValue.Text(String text) -> text.length();
            case GgufValue.Texts(var texts) ->
                texts.stream().mapToLong(text -> OBJECT + text.length()).sum();
            case GgufValue.Whole _ -> Long.BYTES;
            case GgufValue.Real _ -> Double.BYTES;
            case GgufValue.Flag _ -> 1;
            case GgufValue.Skipped _ -> Long.BYTES;
        };
    }

    private static long alignment(GgufHeader header) throws RefusedHeader {
        if (!header.fields().containsKey("general.alignment")) {
            return DEFAULT_ALIGNMENT;
        }
        long alignment = header.number("general.alignment").orElse(0L);
        if (alignment < 1 || alignment > MAX_ALIGNMENT || Long.bitCount(alignment) != 1) {
            throw new RefusedHeader(WeightsProblem.Kind.MALFORMED, "general.alignment is no small power of two");
        }
        return alignment;
    }
}
