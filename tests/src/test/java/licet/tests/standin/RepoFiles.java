package licet.tests.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import licet.tests.standin.Draw.Aspect;

/** The files of a model, in the order of their paths. */
final class RepoFiles {
    private static final String ATTRIBUTES = "*.safetensors filter=lfs diff=lfs merge=lfs -text\n";
    private static final int TOKENIZER_BYTES = 9_000_000;

    private RepoFiles() {}

    static List<RepoEntry> of(Model model) {
        List<RepoEntry> files = new ArrayList<>();
        Draw draw = model.draw().at(Aspect.FILES);
        files.add(small(".gitattributes", ATTRIBUTES));
        files.add(new RepoEntry.Small("README.md", () -> Card.body(model)));
        addTexts(files, model, draw);
        addConfig(files, model, draw);
        addWeights(files, model);
        long count = Figures.shipped().files.pick(draw.at(9));
        for (int i = 0; files.size() < count; i++) {
            String path = "results/part-%02d/step-%04d.txt".formatted(i / 50, i);
            files.add(small(path, path + "\n"));
        }
        files.sort((a, b) -> a.path().compareTo(b.path()));
        return files;
    }

    static Optional<RepoEntry> find(Model model, String path) {
        return of(model).stream().filter(file -> file.path().equals(path)).findFirst();
    }

    private static void addTexts(List<RepoEntry> files, Model model, Draw draw) {
        Figures figures = Figures.shipped();
        String license = figures.licenseFiles.pick(draw.at(0));
        if (!license.isEmpty() && !model.license().isEmpty()) {
            files.add(new RepoEntry.Small(license, () -> license(model)));
        }
        String policy = figures.policyFiles.pick(draw.at(1));
        if (!policy.isEmpty()) {
            files.add(text(policy, "Stand-In Use Policy", Draw.of(draw.at(2).below(10))));
        }
        String notice = figures.noticeFiles.pick(draw.at(3));
        if (!notice.isEmpty()) {
            files.add(text(notice, "Notice of " + model.owner(), draw.at(4)));
        }
    }

    /** Most models carry the license as it is, one in ten has changed it. */
    private static byte[] license(Model model) {
        Draw text = Draw.of(model.license().hashCode());
        Draw own = model.draw().at(Aspect.TEXT);
        Draw draw = own.below(10) == 0 ? text.at(own.bits()) : text;
        String title = "Stand-In License \"" + model.license() + "\"";
        return Prose.license(title, draw, Figures.shipped().licenseBytes.pick(draw));
    }

    private static RepoEntry text(String path, String title, Draw draw) {
        return new RepoEntry.Small(
                path,
                () -> Prose.license(title, draw, Figures.shipped().licenseBytes.pick(draw)));
    }

    private static void addConfig(List<RepoEntry> files, Model model, Draw draw) {
        String config = Figures.shipped().configs.pick(draw.at(5));
        if (config.isEmpty()) {
            return;
        }
        files.add(new RepoEntry.Small(config, () -> config(model)));
        files.add(small("generation_config.json", "{\"do_sample\":true,\"max_length\":8192}\n"));
        files.add(small("tokenizer_config.json", "{\"tokenizer_class\":\"PreTrainedTokenizerFast\"}\n"));
        files.add(large(model, "tokenizer.json", new Weights.Head(new byte[0], TOKENIZER_BYTES), 0));
    }

    private static byte[] config(Model model) {
        Shape shape = model.shape();
        var out = new StringBuilder(
                "{\"architectures\":[\"%s\"],\"model_type\":\"%s\",\"vocab_size\":%d,\"hidden_size\":%d,\"num_hidden_layers\":%d,\"intermediate_size\":%d"
                        .formatted(
                                shape.className(),
                                shape.type(),
                                shape.vocabulary(),
                                shape.hidden(),
                                shape.layers(),
                                shape.inner()));
        long bytes = Figures.shipped().configBytes.pick(model.draw().at(Aspect.CONFIG));
        for (int i = 0; out.length() < bytes - 20; i++) {
            out.append(",\"extra_").append(i).append("\":").append(i);
        }
        return Prose.bytes(out.append("}\n"));
    }

    private static void addWeights(List<RepoEntry> files, Model model) {
        Shape shape = model.shape();
        switch (model.weights()) {
            case "gguf" -> files.add(large(model, model.name() + ".F16.gguf", Weights.gguf(model), 1));
            case "bin" ->
                files.add(large(model, "pytorch_model.bin", new Weights.Head(new byte[0], shape.parameters() * 2), 1));
            default -> {
                for (int shard = 0; shard < shape.shards(); shard++) {
                    files.add(large(model, shape.shardName(shard), Weights.safetensors(shape, shard), 1 + shard));
                }
                if (shape.shards() > 1) {
                    files.add(new RepoEntry.Small(
                            "model.safetensors.index.json", () -> Prose.bytes(Weights.index(shape))));
                }
            }
        }
    }

    private static RepoEntry large(Model model, String path, Weights.Head head, int number) {
        Draw draw = model.draw()
                .at(Aspect.HASH)
                .at(-1 - number)
                .at(number == 0 ? 0 : model.past().weights());
        return new RepoEntry.Large(path, head, draw.at(0).hex(40), draw.at(1).hex(64));
    }

    private static RepoEntry small(String path, String text) {
        return new RepoEntry.Small(path, () -> Prose.bytes(text));
    }
}
