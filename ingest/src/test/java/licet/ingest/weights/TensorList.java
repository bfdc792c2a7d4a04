package licet.ingest.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes safetensors headers for tests: contiguous tensors of the right size, and as raw JSON what is wrong on purpose. */
final class TensorList {
    private final List<String> entries = new ArrayList<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private long at;

    TensorList add(String name, String type, long... shape) {
        long elements = 1;
        List<String> dimensions = new ArrayList<>();
        for (long dimension : shape) {
            elements *= dimension;
            dimensions.add(Long.toString(dimension));
        }
        long bytes = elements * TensorTypes.bits(type).orElse(8) / 8;
        entries.add("\"%s\":{\"dtype\":\"%s\",\"shape\":[%s],\"data_offsets\":[%d,%d]}"
                .formatted(name, type, String.join(",", dimensions), at, at + bytes));
        at += bytes;
        return this;
    }

    TensorList metadata(String key, String text) {
        metadata.put(key, text);
        return this;
    }

    String json() {
        List<String> all = new ArrayList<>();
        if (!metadata.isEmpty()) {
            List<String> texts = metadata.entrySet().stream()
                    .map(e -> "\"%s\":\"%s\"".formatted(e.getKey(), e.getValue()))
                    .toList();
            all.add("\"__metadata__\":{" + String.join(",", texts) + "}");
        }
        all.addAll(entries);
        return "{" + String.join(",", all) + "}";
    }

    /** A source that has the size of the real file and of it only the header. */
    MemorySource source() {
        byte[] header = file(json());
        return MemorySource.ofSize(header, header.length + at);
    }

    static byte[] file(String json) {
        return file(json.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] file(byte[] json) {
        return file(json.length, json);
    }

    /** With a length that need not be true. */
    static byte[] file(long length, byte[] json) {
        return ByteBuffer.allocate(Long.BYTES + json.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(length)
                .put(json)
                .array();
    }
}
