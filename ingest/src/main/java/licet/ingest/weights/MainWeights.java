package licet.ingest.weights;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The weights that stand for a model among all files of its repository: one file, or all shards of one.
 *
 * @param files in their order
 * @param index of a sharded model in safetensors
 */
public record MainWeights(WeightsMetadata.Format format, List<String> files, Optional<String> index) {
    private static final List<String> USUAL = List.of(
            "model", "transformer/diffusion_pytorch_model", "unet/diffusion_pytorch_model", "diffusion_pytorch_model");

    public MainWeights {
        files = List.copyOf(files);
    }

    /** The usual names first, then the first safetensors file nearest to the root, then the first GGUF file. */
    public static Optional<MainWeights> find(Collection<String> paths) {
        List<String> sorted = paths.stream().sorted().toList();
        return USUAL.stream()
                .flatMap(stem -> first(sorted, path -> isOf(path, stem)).stream())
                .findFirst()
                .or(() -> first(sorted, path -> path.endsWith(".safetensors") && !path.contains("/")))
                .map(path -> safetensors(path, sorted))
                .or(() -> first(sorted, MainWeights::isModelInGguf).map(path -> gguf(path, sorted)));
    }

    /** The path of a file that an index names relative to itself. */
    public static String sibling(String index, String file) {
        return index.substring(0, index.lastIndexOf('/') + 1) + file;
    }

    private static boolean isOf(String path, String stem) {
        return path.equals(stem + ".safetensors")
                || ShardName.find(path)
                        .filter(shard ->
                                shard.stem().equals(stem) && shard.extension().equals("safetensors"))
                        .isPresent();
    }

    /** A projector is a part beside a model, not the model. */
    private static boolean isModelInGguf(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return name.endsWith(".gguf") && !name.startsWith("mmproj");
    }

    private static MainWeights safetensors(String path, List<String> all) {
        List<String> files = shards(path, all);
        String stem = ShardName.find(path).map(ShardName::stem).orElse(path);
        return new MainWeights(
                WeightsMetadata.Format.SAFETENSORS,
                files,
                Optional.of(stem + ".safetensors.index.json").filter(all::contains));
    }

    private static MainWeights gguf(String path, List<String> all) {
        return new MainWeights(WeightsMetadata.Format.GGUF, shards(path, all), Optional.empty());
    }

    private static List<String> shards(String path, List<String> all) {
        return ShardName.find(path)
                .map(first -> all.stream()
                        .filter(other ->
                                ShardName.find(other).filter(first::isSibling).isPresent())
                        .toList())
                .orElse(List.of(path));
    }

    private static Optional<String> first(List<String> sorted, Predicate<String> wanted) {
        return sorted.stream().filter(wanted).findFirst();
    }
}
