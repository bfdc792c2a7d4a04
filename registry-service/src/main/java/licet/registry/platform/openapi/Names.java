package licet.registry.platform.openapi;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names that stay when a controller is renamed or another one comes before it. */
final class Names {
    private Names() {}

    static void complete(Operation operation) {
        operation.node().put("operationId", operationId(operation));
        operation.node().putArray("tags").add(operation.group());
    }

    /** For instance {@code getModelsByOwnerByNameCard}. */
    private static String operationId(Operation operation) {
        return operation.method().toLowerCase(Locale.ROOT)
                + Arrays.stream(operation.path().replace("/api/v1/", "/").split("[/.-]"))
                        .filter(word -> !word.isEmpty())
                        .map(word -> word.startsWith("{")
                                ? "By" + capital(word.substring(1, word.length() - 1))
                                : capital(word))
                        .collect(Collectors.joining());
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
