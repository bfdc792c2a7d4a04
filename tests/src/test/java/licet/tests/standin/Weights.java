package licet.tests.standin;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Real headers of weight files. There are few shapes, so the headers of safetensors files are made once. */
final class Weights {
    private static final Map<Shard, Head> HEADS = new ConcurrentHashMap<>();
    private static final int TEXT = 8;
    private static final int UNSIGNED_INT = 4;
    private static final int FLOAT_16 = 1;

    private Weights() {}

    private record Shard(Shape shape, int number) {}

    /**
     * The beginning of a file.
     *
     * @param size of the whole file; all after the head are zeros
     */
    record Head(byte[] bytes, long size) {}

    static Head safetensors(Shape shape, int shard) {
        return HEADS.computeIfAbsent(new Shard(shape, shard), Weights::makeSafetensors);
    }

    private static Head makeSafetensors(Shard shard) {
        var json = new StringBuilder("{\"__metadata__\":{\"format\":\"pt\"}");
        long at = 0;
        for (Shape.Tensor tensor : shard.shape().tensors(shard.number())) {
            String dimensions = tensor.columns() == 0 ? "" + tensor.rows() : tensor.rows() + "," + tensor.columns();
            json.append(",\"%s\":{\"dtype\":\"BF16\",\"shape\":[%s],\"data_offsets\":[%d,%d]}"
                    .formatted(tensor.name(), dimensions, at, at + tensor.bytes()));
            at += tensor.bytes();
        }
        json.append('}');
        json.repeat(' ', (8 - json.length() % 8) % 8);
        byte[] text = json.toString().getBytes(StandardCharsets.UTF_8);
        byte[] head = ByteBuffer.allocate(8 + text.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length)
                .put(text)
                .array();
        return new Head(head, head.length + at);
    }

    static String index(Shape shape) {
        var map = new StringBuilder();
        long total = 0;
        for (int shard = 0; shard < shape.shards(); shard++) {
            for (Shape.Tensor tensor : shape.tensors(shard)) {
                map.append(map.isEmpty() ? "" : ",")
                        .append("\"%s\":\"%s\"".formatted(tensor.name(), shape.shardName(shard)));
                total += tensor.bytes();
            }
        }
        return "{\"metadata\":{\"total_size\":%d},\"weight_map\":{%s}}".formatted(total, map);
    }

    static Head gguf(Model model) {
        var out = new Writer();
        List<Shape.Tensor> tensors = model.shape().tensors();
        boolean based = model.baseId().isPresent();
        int texts = 2 + (model.license().isEmpty() ? 0 : 1) + (based ? 1 : 0);
        out.bytes("GGUF").number(3).count(tensors.size()).count(texts + 2 + (based ? 1 : 0));
        out.text("general.architecture", model.shape().type()).text("general.name", model.name());
        if (!model.license().isEmpty()) {
            out.text("general.license", model.license());
        }
        model.baseId()
                .ifPresent(base -> out.integer("general.base_model.count", 1)
                        .text("general.base_model.0.repo_url", "https://huggingface.co/" + base));
        out.integer(model.shape().type() + ".block_count", model.shape().layers());
        out.integer(model.shape().type() + ".context_length", 8192);
        long at = 0;
        for (Shape.Tensor tensor : tensors) {
            boolean flat = tensor.columns() == 0;
            out.string(tensor.name()).number(flat ? 1 : 2);
            if (!flat) {
                out.count(tensor.columns());
            }
            out.count(tensor.rows()).number(FLOAT_16).count(at);
            at += (tensor.bytes() + 31) / 32 * 32;
        }
        byte[] head = out.padded(32);
        return new Head(head, head.length + at);
    }

    private static final class Writer {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Writer bytes(String text) {
            out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
            return this;
        }

        Writer number(int value) {
            out.writeBytes(ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(value)
                    .array());
            return this;
        }

        Writer count(long value) {
            out.writeBytes(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(value)
                    .array());
            return this;
        }

        Writer string(String text) {
            return count(text.length()).bytes(text);
        }

        Writer text(String key, String value) {
            return string(key).number(TEXT).string(value);
        }

        Writer integer(String key, int value) {
            return string(key).number(UNSIGNED_INT).number(value);
        }

        byte[] padded(int alignment) {
            while (out.size() % alignment != 0) {
                out.write(0);
            }
            return out.toByteArray();
        }
    }
}
