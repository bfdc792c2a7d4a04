package licet.rules.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * One YAML text on its way into records. It may come from anybody, so size, depth and aliases are bounded before the
 * first node is built, and every problem is kept as one line instead of ending at the first.
 */
public final class YamlSource {
    private static final int MAX_CHARACTERS = 512 * 1024;
    private static final int MAX_DEPTH = 24;
    private static final int MAX_PROBLEMS = 50;

    private final String file;
    private final String text;
    private final List<FormatException.Place> problems = new ArrayList<>();

    private YamlSource(String file, String text) {
        this.file = file;
        this.text = text;
    }

    String text() {
        return text;
    }

    /** Reads a whole document with {@code reader}, or throws with all problems found. */
    public static <T> T read(String file, String text, Function<YamlNode, T> reader) {
        var source = new YamlSource(file, text);
        Optional<T> value = source.compose().flatMap(root -> source.attempt(root, reader));
        if (!source.problems.isEmpty()) {
            throw new FormatException(file, source.problems);
        }
        return value.orElseThrow();
    }

    private Optional<YamlNode> compose() {
        if (text.length() > MAX_CHARACTERS) {
            add(1, 1, "", "the file has %d characters; at most %d are read".formatted(text.length(), MAX_CHARACTERS));
            return Optional.empty();
        }
        try {
            var settings = LoadSettings.builder()
                    .setLabel(file)
                    .setCodePointLimit(MAX_CHARACTERS)
                    .build();
            if (!bounded(new Parse(settings).parseString(text))) {
                return Optional.empty();
            }
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isEmpty()) {
                add(1, 1, "", "the file is empty; it must hold fields such as 'schema: 1'");
            }
            return root.map(node -> new YamlNode(this, node, ""));
        } catch (MarkedYamlEngineException e) {
            add(
                    e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1),
                    e.getProblemMark().map(mark -> mark.getColumn() + 1).orElse(1),
                    "",
                    "not valid YAML: " + oneLine(e));
            return Optional.empty();
        } catch (YamlEngineException e) {
            add(1, 1, "", "not valid YAML: " + oneLine(e));
            return Optional.empty();
        }
    }

    private boolean bounded(Iterable<Event> events) {
        int depth = 0;
        for (Event event : events) {
            int line = event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
            int column = event.getStartMark().map(mark -> mark.getColumn() + 1).orElse(1);
            if (event instanceof AliasEvent) {
                add(line, column, "", "an alias (*name) is not allowed; write the value out");
                return false;
            }
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            if (depth > MAX_DEPTH) {
                add(line, column, "", "nested deeper than %d levels; no format needs that".formatted(MAX_DEPTH));
                return false;
            }
        }
        return true;
    }

    /** Applies {@code reader}; a problem is recorded and gives nothing, so that the rest can still be read. */
    <T> Optional<T> attempt(YamlNode node, Function<YamlNode, T> reader) {
        try {
            return Optional.of(reader.apply(node));
        } catch (Broken e) {
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            add(node.place().line(), node.place().column(), node.path(), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    void add(int line, int column, String path, String message) {
        if (problems.size() < MAX_PROBLEMS) {
            problems.add(new FormatException.Place(line, column, (path.isEmpty() ? "" : path + ": ") + message));
        }
    }

    Broken broken(YamlNode node, String message) {
        add(node.place().line(), node.place().column(), node.path(), message);
        return new Broken();
    }

    private static String oneLine(YamlEngineException e) {
        String message = e instanceof MarkedYamlEngineException marked ? marked.getProblem() : e.getMessage();
        return String.valueOf(message).strip().lines().findFirst().orElse("unreadable");
    }

    /** Already recorded; it only leads out of the value that cannot be read. */
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Broken() {
            super("recorded", null, false, false);
        }
    }
}
