package licet.rules.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import licet.rules.SourceText;
import licet.rules.Spelling;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** One value of a YAML file that knows where it stands. Scalars are read as written: {@code 3.10} stays {@code 3.10}. */
public final class YamlNode {
    private static final int MAX_TEXT = 2_000;

    private final YamlSource source;
    private final Node node;
    private final String path;

    YamlNode(YamlSource source, Node node, String path) {
        this.source = source;
        this.node = node;
        this.path = path;
    }

    int line() {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    String path() {
        return path;
    }

    /** The fields of a mapping. Names outside {@code allowed} are problems that name the nearest allowed one. */
    public YamlFields fields(String... allowed) {
        var names = List.of(allowed);
        if (!(node instanceof MappingNode mapping)) {
            throw problem("is %s; it must be fields: %s".formatted(kind(), String.join(", ", names)));
        }
        var values = new LinkedHashMap<String, YamlNode>();
        for (NodeTuple tuple : mapping.getValue()) {
            add(values, names, tuple);
        }
        return new YamlFields(this, values);
    }

    private void add(Map<String, YamlNode> values, List<String> allowed, NodeTuple tuple) {
        var keyNode = new YamlNode(source, tuple.getKeyNode(), path);
        String name = keyNode.text();
        if (!allowed.contains(name)) {
            source.add(
                    keyNode.place().line(),
                    keyNode.place().column(),
                    path,
                    "unknown field '%s'; did you mean '%s'? Allowed: %s"
                            .formatted(name, Spelling.nearest(name, allowed), String.join(", ", allowed)));
        } else if (values.put(name, new YamlNode(source, tuple.getValueNode(), child(name))) != null) {
            source.add(
                    keyNode.place().line(),
                    keyNode.place().column(),
                    path,
                    "field '%s' stands here twice; keep one".formatted(name));
        }
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    /** All fields of a mapping whose names are the author's own. */
    Map<String, YamlNode> entries() {
        if (!(node instanceof MappingNode mapping)) {
            throw problem("is %s; it must be fields".formatted(kind()));
        }
        var values = new LinkedHashMap<String, YamlNode>();
        for (NodeTuple tuple : mapping.getValue()) {
            String name = new YamlNode(source, tuple.getKeyNode(), path).text();
            values.put(name, new YamlNode(source, tuple.getValueNode(), child(name)));
        }
        return values;
    }

    private String child(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** The items of a list, each read on its own: a problem in one does not hide those of the others. */
    public <T> List<T> list(Function<YamlNode, T> reader) {
        if (!(node instanceof SequenceNode sequence)) {
            throw problem("is %s; it must be a list".formatted(kind()));
        }
        var items = new ArrayList<T>();
        int index = 0;
        for (Node item : sequence.getValue()) {
            var child = new YamlNode(source, item, path + "[" + index++ + "]");
            source.attempt(child, reader).ifPresent(items::add);
        }
        return List.copyOf(items);
    }

    public String text() {
        if (!(node instanceof ScalarNode scalar)) {
            throw problem("is %s; it must be one value".formatted(kind()));
        }
        String value = scalar.getValue().strip();
        if (value.isEmpty() || scalar.getTag().equals(Tag.NULL)) {
            throw problem("is empty; write a value");
        }
        if (value.length() > MAX_TEXT) {
            throw problem("has %d characters; at most %d are read".formatted(value.length(), MAX_TEXT));
        }
        return value;
    }

    /** The value with the places where its parts stand in the file. */
    SourceText source() {
        String value = text();
        return ScalarPlaces.of(source.text(), (ScalarNode) node, value);
    }

    /** Where the value begins. */
    SourceText.Place place() {
        return node.getStartMark()
                .map(mark -> new SourceText.Place(0, mark.getLine() + 1, mark.getColumn() + 1))
                .orElseGet(() -> new SourceText.Place(0, 1, 1));
    }

    /** The value put through {@code parser}; {@code form} says what it should have looked like. */
    public <T> T parse(String form, Function<String, T> parser) {
        String value = text();
        try {
            return parser.apply(value);
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw problem("'%s' is not %s".formatted(shown(value), form));
        }
    }

    /** Whether the value is the scalar {@code word}. */
    public boolean is(String word) {
        return node instanceof ScalarNode scalar && scalar.getValue().strip().equals(word);
    }

    <T> Optional<T> attempt(Function<YamlNode, T> reader) {
        return source.attempt(this, reader);
    }

    /** Records a problem and carries on. */
    void report(String message) {
        source.add(place().line(), place().column(), path, message);
    }

    YamlSource.Broken problem(String message) {
        return source.broken(this, message);
    }

    static String shown(String value) {
        return value.length() <= 60 ? value : value.substring(0, 57) + "...";
    }

    private String kind() {
        return switch (node.getNodeType()) {
            case MAPPING -> "a set of fields";
            case SEQUENCE -> "a list";
            case SCALAR -> "the value '" + shown(((ScalarNode) node).getValue()) + "'";
            case ANCHOR -> "an alias";
        };
    }
}
