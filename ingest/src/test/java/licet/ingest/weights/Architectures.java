package licet.ingest.weights;

/** The tensors of well-known models, built from the dimensions in their configurations. */
final class Architectures {
    private Architectures() {}

    static TensorList bert() {
        var list = new TensorList();
        list.add("e.word", "F32", 30_522, 768)
                .add("e.position", "F32", 512, 768)
                .add("e.type", "F32", 2, 768);
        list.add("e.norm", "F32", 2, 768);
        encoder(list);
        list.add("pooler.weight", "F32", 768, 768).add("pooler.bias", "F32", 768);
        list.add("cls.bias", "F32", 30_522).add("cls.dense", "F32", 768, 768).add("cls.dense.bias", "F32", 768);
        return list.add("cls.norm", "F32", 2, 768)
                .add("cls.next", "F32", 2, 768)
                .add("cls.next.bias", "F32", 2)
                .metadata("format", "pt");
    }

    static TensorList roberta() {
        var list = new TensorList();
        list.add("e.word", "F32", 50_265, 768)
                .add("e.position", "F32", 514, 768)
                .add("e.type", "F32", 1, 768);
        list.add("e.norm", "F32", 2, 768).add("e.position_ids", "I64", 1, 514);
        encoder(list);
        list.add("lm.bias", "F32", 50_265).add("lm.dense", "F32", 768, 768).add("lm.dense.bias", "F32", 768);
        return list.add("lm.norm", "F32", 2, 768);
    }

    private static void encoder(TensorList list) {
        for (int layer = 0; layer < 12; layer++) {
            list.add(layer + ".attention", "F32", 4, 768, 768).add(layer + ".attention.bias", "F32", 4, 768);
            list.add(layer + ".up", "F32", 3072, 768).add(layer + ".up.bias", "F32", 3072);
            list.add(layer + ".down", "F32", 768, 3072).add(layer + ".down.bias", "F32", 768);
            list.add(layer + ".norms", "F32", 4, 768);
        }
    }

    static TensorList bloom(int layers, long hidden, String type) {
        var list = new TensorList().add("word", type, 250_880, hidden).add("word.norm", type, 2, hidden);
        for (int layer = 0; layer < layers; layer++) {
            list.add(layer + ".norms", type, 4, hidden);
            list.add(layer + ".qkv", type, 3 * hidden, hidden).add(layer + ".qkv.bias", type, 3 * hidden);
            list.add(layer + ".dense", type, hidden, hidden).add(layer + ".dense.bias", type, hidden);
            list.add(layer + ".up", type, 4 * hidden, hidden).add(layer + ".up.bias", type, 4 * hidden);
            list.add(layer + ".down", type, hidden, 4 * hidden).add(layer + ".down.bias", type, hidden);
        }
        return list.add("norm", type, 2, hidden);
    }

    /** Layers of so many, with eight heads for keys and values of 128 each. */
    record Llama(int layers, long hidden, long inner, long vocabulary) {
        static final Llama LLAMA_8B = new Llama(32, 4_096, 14_336, 128_256);
        static final Llama LLAMA_70B = new Llama(80, 8_192, 28_672, 128_256);
        static final Llama MISTRAL_7B = new Llama(32, 4_096, 14_336, 32_000);

        @FunctionalInterface
        interface Linear {
            void add(TensorList list, String name, long out, long in);
        }

        TensorList tensors(String plain, Linear linear) {
            var list = new TensorList()
                    .add("model.embed_tokens.weight", plain, vocabulary, hidden)
                    .add("lm_head.weight", plain, vocabulary, hidden)
                    .add("model.norm.weight", plain, hidden);
            for (int layer = 0; layer < layers; layer++) {
                String prefix = "model.layers." + layer;
                list.add(prefix + ".norms.weight", plain, 2, hidden);
                linear.add(list, prefix + ".self_attn.q_proj", hidden, hidden);
                linear.add(list, prefix + ".self_attn.k_proj", 1_024, hidden);
                linear.add(list, prefix + ".self_attn.v_proj", 1_024, hidden);
                linear.add(list, prefix + ".self_attn.o_proj", hidden, hidden);
                linear.add(list, prefix + ".mlp.gate_proj", inner, hidden);
                linear.add(list, prefix + ".mlp.up_proj", inner, hidden);
                linear.add(list, prefix + ".mlp.down_proj", hidden, inner);
            }
            return list;
        }
    }

    /** Packed experts with their scales beside them. */
    static TensorList gptOss(int layers, long experts) {
        var list = new TensorList()
                .add("model.embed_tokens.weight", "BF16", 201_088, 2_880)
                .add("lm_head.weight", "BF16", 201_088, 2_880)
                .add("model.norm.weight", "BF16", 2_880);
        for (int layer = 0; layer < layers; layer++) {
            String prefix = "model.layers." + layer;
            list.add(prefix + ".self_attn.q_proj.weight", "BF16", 4_096, 2_880);
            list.add(prefix + ".self_attn.kv_proj.weight", "BF16", 2, 512, 2_880);
            list.add(prefix + ".self_attn.o_proj.weight", "BF16", 2_880, 4_096);
            list.add(prefix + ".self_attn.biases", "BF16", 4_096 + 2 * 512 + 2_880);
            list.add(prefix + ".self_attn.sinks", "BF16", 64).add(prefix + ".norms", "BF16", 2, 2_880);
            list.add(prefix + ".mlp.router.weight", "BF16", experts, 2_880);
            list.add(prefix + ".mlp.router.bias", "BF16", experts);
            String expert = prefix + ".mlp.experts.";
            list.add(expert + "gate_up_proj_blocks", "U8", experts, 5_760, 90, 16);
            list.add(expert + "gate_up_proj_scales", "U8", experts, 5_760, 90);
            list.add(expert + "gate_up_proj_bias", "BF16", experts, 5_760);
            list.add(expert + "down_proj_blocks", "U8", experts, 2_880, 90, 16);
            list.add(expert + "down_proj_scales", "U8", experts, 2_880, 90);
            list.add(expert + "down_proj_bias", "BF16", experts, 2_880);
        }
        return list;
    }
}
