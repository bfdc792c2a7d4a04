package licet.registry.replay;

import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import licet.ingest.hub.RepoId;
import org.junit.jupiter.api.Assumptions;

/** The recorded answers of the real Hub that stand beside the checkout. */
final class Payloads {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path root;
    private final Map<String, List<Path>> cards = new LinkedHashMap<>();

    private Payloads(Path root) {
        this.root = root;
        for (String line : lines(root.resolveSibling("INDEX.tsv"))) {
            String[] row = line.split("\t");
            if (row[0].startsWith("cards/") && row[1].equals("model-card")) {
                RepoId.find(row[2])
                        .ifPresent(id -> cards.computeIfAbsent(id.value(), _ -> new ArrayList<>())
                                .add(root.resolve(row[0])));
            }
        }
    }

    /** Skips the test, with the reason, where nothing stands beside the checkout; fails where it cannot be read. */
    static Payloads get() {
        var shared = Path.of(Objects.requireNonNullElse(System.getProperty("licet.shared"), "../../shared"))
                .toAbsolutePath()
                .normalize();
        if (!Files.exists(shared)) {
            String reason = "skipped: no recorded answers beside the checkout, at " + shared;
            System.out.println(reason);
            Assumptions.abort(reason);
        }
        var root = shared.resolve("hub/payloads");
        if (!Files.isReadable(root.resolve("modelinfo")) || !Files.isReadable(root.resolveSibling("INDEX.tsv"))) {
            fail("%s stands beside the checkout, but %s cannot be read", shared, root);
        }
        return new Payloads(root);
    }

    /** One answer to a request for a model's description. */
    record Described(RepoId asked, int status, Map<String, String> headers, byte[] body) {}

    /** Every recorded description of a model, with redirects and refusals. */
    List<Described> descriptions() {
        var all = new ArrayList<Described>();
        for (Path file : list("modelinfo", ".json")) {
            byte[] body = bytes(file);
            all.add(new Described(RepoId.parse(tree(body).path("id").asText()), 200, Map.of(), body));
        }
        for (Path file : list("http", ".json")) {
            var recorded = tree(bytes(file));
            String path = recorded.path("request").asText().replaceAll("\\?.*", "");
            if (path.matches("/api/models/[^/]+/[^/]+")) {
                all.add(recorded(RepoId.parse(path.substring("/api/models/".length())), recorded));
            }
        }
        return all;
    }

    private static Described recorded(RepoId asked, JsonNode recorded) {
        var headers = new LinkedHashMap<String, String>();
        recorded.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        // The quota of that day would make the client wait for a clock that stands still.
        headers.keySet().removeIf(name -> name.startsWith("ratelimit") || name.equals("content-length"));
        var body = recorded.path("body");
        return new Described(
                asked,
                recorded.path("status").asInt(),
                headers,
                body.isNull() ? new byte[0] : body.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    List<RepoId> listCards() {
        return cards.keySet().stream().map(RepoId::new).toList();
    }

    /** A file of the repository as recorded; a card that was taken with the description comes before others. */
    Optional<byte[]> find(RepoId model, String path) {
        return switch (path) {
            case "README.md" ->
                cards.getOrDefault(model.value(), List.of()).stream()
                        .min(java.util.Comparator.comparing(
                                file -> !file.toString().contains("/alain/")))
                        .map(Payloads::bytes);
            case "config.json" ->
                Optional.of(root.resolve("config/alain/" + model.value().replace('/', '@') + ".config.json"))
                        .filter(Files::exists)
                        .map(Payloads::bytes);
            default -> Optional.empty();
        };
    }

    private List<Path> list(String folder, String extension) {
        try (Stream<Path> files = Files.walk(root.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(extension))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode tree(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
