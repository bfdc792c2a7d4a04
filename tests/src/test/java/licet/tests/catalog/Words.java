package licet.tests.catalog;

import java.util.List;
import java.util.SplittableRandom;

/** Names as they occur on a hub: few owners with very many models, families, sizes, suffixes of quantizers. */
final class Words {
    private static final List<String> SYLLABLES = List.of(
            "ka", "lo", "mi", "ra", "ten", "vor", "qui", "zan", "el", "dro", "sha", "bel", "nix", "ori", "tur", "pha",
            "gal", "hex", "jun", "wick", "ymo", "cer", "ust", "fin");
    private static final List<String> FAMILIES = List.of(
            "Llama-3.1",
            "Llama-3.2",
            "Llama-2",
            "Qwen2.5",
            "Qwen3",
            "Mistral",
            "Mixtral",
            "gemma-2",
            "gemma-3",
            "Phi-3",
            "Phi-4",
            "DeepSeek-R1-Distill",
            "Falcon",
            "bert-base",
            "roberta",
            "whisper",
            "stable-diffusion",
            "FLUX.1",
            "wav2vec2",
            "vit-base",
            "t5",
            "distilbert",
            "SmolLM",
            "OLMo",
            "granite",
            "Yi",
            "InternLM",
            "StableLM",
            "TinyLlama",
            "Pixtral");
    private static final List<String> SIZES = List.of("0.5B", "1B", "1.5B", "3B", "7B", "8B", "13B", "32B", "70B");
    private static final List<String> KINDS = List.of(
            "Instruct",
            "chat",
            "base",
            "lora",
            "sft",
            "dpo",
            "merged",
            "finetuned",
            "v2",
            "Coder",
            "Reasoner",
            "abliterated");
    private static final List<String> SUFFIXES =
            List.of("", "", "", "-GGUF", "-AWQ", "-GPTQ", "-4bit", "-i1-GGUF", "-mlx");

    private Words() {}

    /** The owner with this number, always the same; small numbers have the most models. */
    static String owner(int number) {
        var random = new SplittableRandom(7_919L * number + 13);
        var name = new StringBuilder();
        for (int i = 0, count = 2 + random.nextInt(3); i < count; i++) {
            name.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
        }
        if (random.nextInt(3) == 0) {
            name.append(random.nextBoolean() ? "-ai" : "Labs");
        }
        return name.append(Integer.toString(number, 36)).toString();
    }

    /** The base from which a model with this name was made, as its card would name it. */
    static String base(SplittableRandom random) {
        return owner(random.nextInt(50)) + "/" + family(random) + "-" + pick(SIZES, random);
    }

    static String model(SplittableRandom random, int index) {
        String family = random.nextInt(4) == 0 ? invented(random) : family(random);
        return family + "-" + pick(SIZES, random) + "-" + pick(KINDS, random) + pick(SUFFIXES, random) + "-"
                + Integer.toString(index, 36);
    }

    private static String family(SplittableRandom random) {
        // The first families are the ones that most models are made from.
        return FAMILIES.get((int) (FAMILIES.size() * random.nextDouble() * random.nextDouble()));
    }

    private static String invented(SplittableRandom random) {
        return pick(SYLLABLES, random) + pick(SYLLABLES, random) + pick(SYLLABLES, random) + random.nextInt(100);
    }

    private static String pick(List<String> words, SplittableRandom random) {
        return words.get(random.nextInt(words.size()));
    }
}
