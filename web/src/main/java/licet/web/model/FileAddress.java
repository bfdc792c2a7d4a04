package licet.web.model;

import io.micronaut.http.uri.UriBuilder;
import java.util.Optional;
import java.util.regex.Pattern;
import licet.registry.catalog.LocalCatalog;

/** Where a source can be read on our own pages: a file of a repository, or what people concluded. */
final class FileAddress {
    private static final String CARD = "README.md";
    private static final String CLEARING = "clearing:";
    private static final Pattern NO_TEXT = Pattern.compile("(?i)api|.*\\.(json|safetensors|gguf|bin|pt|pth|onnx)");

    private FileAddress() {}

    /**
     * @param revision tells imported models from those of the Hub
     * @param read whether its content is on record
     */
    static Optional<String> of(String model, String revision, String file, boolean read) {
        if (file.startsWith(CLEARING) && !read) {
            return Optional.of("/clearings/" + file.substring(CLEARING.length()));
        }
        boolean isCard = file.equals(CARD);
        if (!isCard && (!read || NO_TEXT.matcher(file).matches())) {
            return Optional.empty();
        }
        var address = UriBuilder.of("/models/" + model + (isCard ? "/card" : "/text"));
        if (!isCard) {
            address.queryParam("path", file);
        }
        if (revision.startsWith(LocalCatalog.SOURCE + ":")) {
            address.queryParam("source", LocalCatalog.SOURCE);
        }
        return Optional.of(address.build().toString());
    }
}
