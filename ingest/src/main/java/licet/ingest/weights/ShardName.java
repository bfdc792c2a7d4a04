package licet.ingest.weights;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of one of several files that make up a model, such as {@code model-00002-of-00005.safetensors}. Both {@code -} and
 * {@code _} stand before the number, which has five or six digits.
 *
 * @param stem what is common to all of them
 */
public record ShardName(String stem, int number, int count, String extension) {
    private static final Pattern SHAPE =
            Pattern.compile("(.*?)[-_](\\d{5,6})-of-(\\d{5,6})\\.(safetensors|gguf)", Pattern.DOTALL);

    public static Optional<ShardName> find(String path) {
        var name = SHAPE.matcher(path);
        return name.matches()
                ? Optional.of(new ShardName(
                        name.group(1), Integer.parseInt(name.group(2)), Integer.parseInt(name.group(3)), name.group(4)))
                : Optional.empty();
    }

    boolean isSibling(ShardName other) {
        return stem.equals(other.stem) && count == other.count && extension.equals(other.extension);
    }
}
