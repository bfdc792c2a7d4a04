package licet.web.model;

import io.micronaut.http.uri.UriBuilder;
import java.util.Optional;
import java.util.regex.Pattern;
import licet.registry.catalog.LocalCatalog;

/** Where a file of a repository can be read on our own pages. */
final class FileAddress {
    private static final String CARD = "README.md";
    private static final Pattern NO_TEXT = Pattern.compile("(?i)api|.*\\.(json|safetensors|gguf|bin|pt|pth|onnx)");

    private FileAddress() {}

    /**
     * @param revision tells imported models from those of the Hub
     * @param read whether its content is on record
     */
    static Optional<String> of(String model, String revision, String file, boolean read) {
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
