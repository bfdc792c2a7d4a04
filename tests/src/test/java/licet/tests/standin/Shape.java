package licet.tests.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The sizes of a decoder.
 *
 * @param keys the width of keys and of values
 * @param shards in how many files the weights lie
 */
record Shape(String type, String className, int vocabulary, int hidden, int layers, int inner, int keys, int shards) {
    private static final int BYTES = 2;

    record Tensor(String name, int rows, int columns) {
        long elements() {
            return (long) rows * Math.max(columns, 1);
        }

        long bytes() {
            return elements() * BYTES;
        }
    }

    static Shape of(Map<?, ?> fields) {
        return new Shape(
                String.valueOf(fields.get("type")),
                String.valueOf(fields.get("class")),
                number(fields, "vocabulary"),
                number(fields, "hidden"),
                number(fields, "layers"),
                number(fields, "inner"),
                number(fields, "keys"),
                number(fields, "shards"));
    }

    long parameters() {
        return tensors().stream().mapToLong(Tensor::elements).sum();
    }

    List<Tensor> tensors() {
        List<Tensor> tensors = new ArrayList<>();
        for (int shard = 0; shard < shards; shard++) {
            tensors.addAll(tensors(shard));
        }
        return tensors;
    }

    List<Tensor> tensors(int shard) {
        List<Tensor> tensors = new ArrayList<>();
        if (shard == 0) {
            tensors.add(new Tensor("model.embed_tokens.weight", vocabulary, hidden));
        }
        for (int layer = shard * layers / shards; layer < (shard + 1) * layers / shards; layer++) {
            addLayer(tensors, "model.layers." + layer + ".");
        }
        if (shard == shards - 1) {
            tensors.add(new Tensor("model.norm.weight", hidden, 0));
            tensors.add(new Tensor("lm_head.weight", vocabulary, hidden));
        }
        return tensors;
    }

    String shardName(int shard) {
        return shards == 1 ? "model.safetensors" : "model-%05d-of-%05d.safetensors".formatted(shard + 1, shards);
    }

    private void addLayer(List<Tensor> tensors, String prefix) {
        tensors.add(new Tensor(prefix + "self_attn.q_proj.weight", hidden, hidden));
        tensors.add(new Tensor(prefix + "self_attn.k_proj.weight", keys, hidden));
        tensors.add(new Tensor(prefix + "self_attn.v_proj.weight", keys, hidden));
        tensors.add(new Tensor(prefix + "self_attn.o_proj.weight", hidden, hidden));
        tensors.add(new Tensor(prefix + "mlp.gate_proj.weight", inner, hidden));
        tensors.add(new Tensor(prefix + "mlp.up_proj.weight", inner, hidden));
        tensors.add(new Tensor(prefix + "mlp.down_proj.weight", hidden, inner));
        tensors.add(new Tensor(prefix + "input_layernorm.weight", hidden, 0));
        tensors.add(new Tensor(prefix + "post_attention_layernorm.weight", hidden, 0));
    }

    private static int number(Map<?, ?> fields, String name) {
        if (fields.get(name) instanceof Integer number) {
            return number;
        }
        throw new IllegalArgumentException("a shape without " + name);
    }
}
