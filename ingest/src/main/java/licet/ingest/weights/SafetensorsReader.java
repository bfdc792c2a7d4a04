package licet.ingest.weights;

import java.io.IOException;
import java.util.OptionalLong;

/** Reads the header of a safetensors file: eight bytes of length, then that much JSON. */
final class SafetensorsReader {
    /** The format's own limit. */
    static final long MAX_HEADER = 100_000_000;

    private SafetensorsReader() {}

    static SafetensorsHeader read(RangeSource source, TensorSink sink) throws IOException {
        var window = new ByteWindow(source, MAX_HEADER + ByteWindow.LARGEST_PIECE);
        long length = window.take(Long.BYTES).getLong();
        if (length < 0 || length > MAX_HEADER) {
            throw new RefusedHeader(
                    WeightsProblem.Kind.TOO_LARGE,
                    "a header of %s bytes is announced, at most %d are allowed"
                            .formatted(Long.toUnsignedString(length), MAX_HEADER));
        }
        window.endAt(Long.BYTES + length);
        OptionalLong data = source.size();
        if (data.isPresent()) {
            data = OptionalLong.of(data.getAsLong() - Long.BYTES - length);
        }
        return new SafetensorsJson(data, sink).read(new WindowStream(window, length), length);
    }
}
