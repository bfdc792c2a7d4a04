package licet.ingest.weights;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the descriptions of tensors that follow the fields of a GGUF header. */
final class GgufTensors {
    static final int MAX_TENSORS = 500_000;
    private static final int MAX_NAME = 1_024;
    private static final int MAX_DIMENSIONS = 8;
    /** No type stores more than one element in a bit. */
    private static final long MOST_ELEMENTS_IN_BYTE = 8;

    private final GgufCursor cursor;
    private final long alignment;
    private final TensorSink sink;
    private final Extents extents = new Extents();
    private final SeenNames names = new SeenNames();
    private long elements;

    GgufTensors(GgufCursor cursor, long alignment, TensorSink sink) {
        this.cursor = cursor;
        this.alignment = alignment;
        this.sink = sink;
    }

    void read(long count) throws IOException {
        for (long i = 0; i < count; i++) {
            readOne();
        }
        names.requireDistinct();
        requireWithin(extents.requireNoOverlap());
    }

    private void readOne() throws IOException {
        String name = cursor.text("name of a tensor", MAX_NAME);
        names.add(name);
        int dimensions = cursor.i32();
        if (dimensions < 0 || dimensions > MAX_DIMENSIONS) {
            throw new RefusedHeader(
                    WeightsProblem.Kind.TOO_LARGE,
                    "tensor '%s' has %s dimensions"
                            .formatted(Shapes.shown(name), Integer.toUnsignedString(dimensions)));
        }
        List<Long> shape = new ArrayList<>();
        for (int i = 0; i < dimensions; i++) {
            shape.add(cursor.count("tensor '%s', dimension".formatted(Shapes.shown(name)), Long.MAX_VALUE));
        }
        int type = cursor.i32();
        accept(name, type, List.copyOf(shape), cursor.i64());
    }

    private void accept(String name, int number, List<Long> shape, long offset) throws RefusedHeader {
        long count = Shapes.elements(name, shape);
        if (offset < 0 || offset % alignment != 0) {
            throw new RefusedHeader(
                    WeightsProblem.Kind.MALFORMED,
                    "tensor '%s' begins at %s, which is not aligned"
                            .formatted(Shapes.shown(name), Long.toUnsignedString(offset)));
        }
        Optional<GgmlType> type = GgmlType.find(number);
        long bytes = type.isPresent() ? type.get().bytesOf(name, count, shape.isEmpty() ? 1 : shape.getFirst()) : 0;
        if (bytes > Long.MAX_VALUE - offset || count > Long.MAX_VALUE - elements) {
            throw Shapes.overflow(name);
        }
        elements += count;
        extents.add(offset, offset + bytes);
        sink.accept(name, type.map(GgmlType::name).orElse("TYPE_" + Integer.toUnsignedString(number)), shape, count);
    }

    private void requireWithin(long end) throws RefusedHeader {
        if (cursor.window().size().isEmpty()) {
            return;
        }
        long begin = Math.ceilDiv(cursor.window().position(), alignment) * alignment;
        long there = Math.max(0, cursor.window().size().getAsLong() - begin);
        if (end > there || elements / MOST_ELEMENTS_IN_BYTE > there) {
            throw new RefusedHeader(
                    WeightsProblem.Kind.OUT_OF_BOUNDS,
                    "tensors of %d elements reach to byte %d of %d".formatted(elements, end, there));
        }
    }
}
