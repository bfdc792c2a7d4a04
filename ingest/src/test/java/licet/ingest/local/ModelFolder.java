package licet.ingest.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the files of small models for tests. */
record ModelFolder(Path path) {
    static final String CARD = "---\nlicense: other\nlicense_name: acme\nbase_model: acme/base\n---\n# Chat\n";

    ModelFolder file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    ModelFolder file(String name, byte[] bytes) {
        try {
            Path file = path.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ModelFolder link(String name, String target) {
        try {
            Path link = path.resolve(name);
            Files.createDirectories(link.getParent());
            Files.createSymbolicLink(link, Path.of(target));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** So many numbers of four bytes each, under one name. */
    static byte[] safetensors(String tensor, int count) {
        byte[] json = "{\"%s\":{\"dtype\":\"F32\",\"shape\":[%d],\"data_offsets\":[0,%d]}}"
                .formatted(tensor, count, 4 * count)
                .getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + json.length + 4 * count)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json)
                .array();
    }

    /** Only a license, no tensors. */
    static byte[] gguf(String license) {
        byte[] key = "general.license".getBytes(StandardCharsets.UTF_8);
        byte[] value = license.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(24 + 8 + key.length + 4 + 8 + value.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("GGUF".getBytes(StandardCharsets.US_ASCII))
                .putInt(3)
                .putLong(0)
                .putLong(1)
                .putLong(key.length)
                .put(key)
                .putInt(8)
                .putLong(value.length)
                .put(value)
                .array();
    }
}
