package licet.ingest.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A table that ships with the module as YAML. A damaged one is a fault of the build and stops the start. */
record DataFile(String name, Map<?, ?> fields) {
    static DataFile read(String name) {
        try (InputStream in = DataFile.class.getResourceAsStream("/licet/ingest/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + name + " is missing");
            }
            Object value = new Load(LoadSettings.builder().setLabel(name).build()).loadFromInputStream(in);
            if (!(value instanceof Map<?, ?> fields)) {
                throw new IllegalStateException(name + " must hold fields");
            }
            return new DataFile(name, fields);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> texts(String key) {
        if (!(fields.get(key) instanceof List<?> list)) {
            throw new IllegalStateException(name + ": '" + key + "' must be a list");
        }
        if (!list.stream().allMatch(String.class::isInstance)) {
            throw new IllegalStateException(name + ": '" + key + "' must hold texts only: quote what is not");
        }
        return list.stream().map(String::valueOf).toList();
    }

    Map<String, List<String>> lists(String key) {
        if (!(fields.get(key) instanceof Map<?, ?> map)) {
            throw new IllegalStateException(name + ": '" + key + "' must map names to lists");
        }
        Map<String, List<String>> lists = new LinkedHashMap<>();
        map.keySet().forEach(k -> lists.put(String.valueOf(k), new DataFile(name, map).texts(String.valueOf(k))));
        return lists;
    }
}
