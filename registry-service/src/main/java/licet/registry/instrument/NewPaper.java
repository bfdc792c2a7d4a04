package licet.registry.instrument;

import java.util.Optional;

/**
 * A paper that somebody wants on record.
 *
 * @param privileged counsel's words for counsel and auditors, only beside a legal position
 * @param replaces id of the paper of the same kind that ends with this one
 */
public record NewPaper(
        PaperContent content, Optional<File> document, Optional<String> privileged, Optional<Long> replaces) {
    /** @param type of its content, one of those that {@link PaperText} takes */
    public record File(String name, String type, byte[] bytes) {}
}
