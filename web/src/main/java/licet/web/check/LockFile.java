package licet.web.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** {@code huggingface.lock.yaml} as Hermeto reads it: models pinned to commits. */
public final class LockFile {
    private static final int MAX_BYTES = 4 << 20;
    private static final String VERSION = "1.0";
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setMaxAliasesForCollections(0)
            .setAllowDuplicateKeys(false)
            .setCodePointLimit(MAX_BYTES)
            .build();

    private LockFile() {}

    /** Each model with the line of its entry; data sets are not asked about. */
    public static List<Reference> read(Path file) {
        try {
            var root = new Compose(SETTINGS)
                    .composeString(text(file))
                    .orElseThrow(() -> new CheckProblem("lock-form", file));
            var all = new ArrayList<Reference>();
            for (var entry : items(field(root, "models").orElseThrow(() -> new CheckProblem("lock-form", file)))) {
                entry(file, entry).ifPresent(all::add);
            }
            return all;
        } catch (YamlEngineException malformed) {
            throw new CheckProblem("lock-form", file);
        }
    }

    private static Optional<Reference> entry(Path file, Node entry) {
        if (word(entry, "type").filter(type -> !type.equals("model")).isPresent()) {
            return Optional.empty();
        }
        int line = entry.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
        var repository = word(entry, "repository").orElseThrow(() -> new CheckProblem("lock-entry", file, line));
        String written = word(entry, "revision")
                .map(revision -> repository + "@" + revision)
                .orElse(repository);
        return Optional.of(Reference.named(written, new Place(file.toString(), line)));
    }

    private static String text(Path file) {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new CheckProblem("file-unreadable", file, "is larger than " + MAX_BYTES + " bytes");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new CheckProblem("file-missing", file);
        }
    }

    private static List<Node> items(Node node) {
        return node instanceof SequenceNode list ? list.getValue() : List.of();
    }

    private static Optional<Node> field(Node node, String name) {
        return node instanceof MappingNode map
                ? map.getValue().stream()
                        .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode key
                                && key.getValue().equals(name))
                        .map(tuple -> tuple.getValueNode())
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<String> word(Node node, String name) {
        return field(node, name)
                .filter(ScalarNode.class::isInstance)
                .map(value -> ((ScalarNode) value).getValue().strip());
    }

    /** Every permitted model at the commit for which it is permitted, each once, by name. */
    public static String write(Report report) {
        var pinned = new TreeMap<String, String>();
        for (var checked : report.all()) {
            checked.verdict()
                    .filter(verdict ->
                            verdict.permitted() && verdict.model().revision().matches("[0-9a-f]{40}"))
                    .ifPresent(verdict ->
                            pinned.put(verdict.model().id(), verdict.model().revision()));
        }
        var text = new StringBuilder("metadata:\n  version: \"" + VERSION + "\"\nmodels:");
        pinned.forEach((model, commit) -> text.append("\n  - repository: \"")
                .append(model)
                .append("\"\n    revision: \"")
                .append(commit)
                .append("\"\n    type: \"model\""));
        return text.append(pinned.isEmpty() ? " []\n" : "\n").toString();
    }
}
