package licet.registry.platform.openapi;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** YAML of the class path as a tree, and back. */
final class Yaml {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST = 10_000_000;

    private Yaml() {}

    static ObjectNode read(String resource) {
        var settings = LoadSettings.builder()
                .setCodePointLimit(MOST)
                .setLabel(resource)
                .build();
        try (InputStream text = Optional.ofNullable(Yaml.class.getResourceAsStream(resource))
                .orElseThrow(() -> new IllegalStateException("the class path lacks " + resource))) {
            return JSON.valueToTree(new Load(settings).loadFromInputStream(text));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    static String write(ObjectNode tree) {
        var settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setWidth(120)
                .setSplitLines(false)
                .build();
        return new Dump(settings).dumpToString(JSON.convertValue(tree, Map.class));
    }
}
