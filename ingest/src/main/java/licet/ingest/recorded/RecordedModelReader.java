package licet.ingest.recorded;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import licet.ingest.hub.RepoId;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads the files of a recorded Hub: {@code index.yaml} names the models, each has a file below {@code models/}. */
final class RecordedModelReader {
    private final RecordedFiles files;

    RecordedModelReader(RecordedFiles files) {
        this.files = files;
    }

    RecordedModels readAll() {
        Map<?, ?> index = yaml("index.yaml");
        RecordedModels all = RecordedModels.empty();
        for (Object name : list(index, "models")) {
            all = all.with(read(RepoId.parse(String.valueOf(name))));
        }
        for (var entry : map(index, "renamed").entrySet()) {
            all = all.rename(RepoId.parse(entry.getKey()), RepoId.parse(String.valueOf(entry.getValue())));
        }
        return all;
    }

    private RecordedModel read(RepoId id) {
        String stem = id.value().replace("/", "__");
        Map<?, ?> model = yaml("models/" + stem + ".yaml");
        List<RecordedFile> content = new ArrayList<>();
        content.add(RecordedFile.of("README.md", files.read("cards/" + stem + ".md")));
        for (Object file : list(model, "files")) {
            content.add(file((Map<?, ?>) Objects.requireNonNull(file)));
        }
        content.addAll(weights(id, model));
        String commit = model.get("commit") instanceof String known ? known : Synthetic.sha1(id.value());
        return new RecordedModel(id, commit, map(model, "facts"), content);
    }

    private RecordedFile file(Map<?, ?> file) {
        String path = text(file, "path");
        if (file.containsKey("withheld")) {
            return new RecordedFile(path, new RecordedFile.Content.Withheld(number(file, "withheld")));
        }
        return RecordedFile.of(path, content(file));
    }

    private String content(Map<?, ?> file) {
        if (file.containsKey("stand_in")) {
            return files.read("stand-ins/" + text(file, "stand_in") + ".txt");
        }
        if (file.containsKey("license")) {
            return license(file);
        }
        return text(file, "text");
    }

    private static String license(Map<?, ?> file) {
        String id = text(file, "license");
        return switch (id) {
            case "MIT" -> LibraryLicenses.mit(text(file, "copyright"));
            case "Apache-2.0" -> LibraryLicenses.apache();
            default -> throw new IllegalArgumentException("no library gives the text of license " + id);
        };
    }

    /** One set of weights, or several where a repository holds them in more than one format. */
    private static List<RecordedFile> weights(RepoId id, Map<?, ?> model) {
        if (model.get("weights") instanceof List<?> sets) {
            return sets.stream()
                    .flatMap(set -> shards(id, (Map<?, ?>) set).stream())
                    .toList();
        }
        return shards(id, map(model, "weights"));
    }

    /** Shards of equal size whose names follow a pattern; only their sum is recorded. */
    private static List<RecordedFile> shards(RepoId id, Map<?, ?> weights) {
        if (weights.isEmpty()) {
            return List.of();
        }
        long count = number(weights, "shards");
        long size = number(weights, "bytes") / count;
        String pattern = weights.get("name") instanceof String given ? given : usualName(count);
        List<RecordedFile> shards = new ArrayList<>();
        for (long i = 1; i <= count; i++) {
            String path = pattern.formatted(i, count);
            shards.add(new RecordedFile(
                    path, new RecordedFile.Content.Large(size, Synthetic.sha256(id.value() + ":" + path))));
        }
        return shards;
    }

    private static String usualName(long count) {
        return count == 1 ? "model.safetensors" : "model-%05d-of-%05d.safetensors";
    }

    private Map<?, ?> yaml(String path) {
        Object value = new Load(LoadSettings.builder().setLabel(path).build()).loadFromString(files.read(path));
        if (!(value instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException(path + " must hold fields");
        }
        return map;
    }

    private static List<?> list(Map<?, ?> map, String key) {
        return map.get(key) instanceof List<?> list ? list : List.of();
    }

    private static Map<String, Object> map(Map<?, ?> map, String key) {
        Map<String, Object> copy = new LinkedHashMap<>();
        if (map.get(key) instanceof Map<?, ?> fields) {
            fields.forEach((name, value) -> copy.put(String.valueOf(name), required(String.valueOf(name), value)));
        }
        return copy;
    }

    private static String text(Map<?, ?> map, String key) {
        return required(key, map.get(key)).toString();
    }

    private static long number(Map<?, ?> map, String key) {
        if (map.get(key) instanceof Number number) {
            return number.longValue();
        }
        throw new IllegalArgumentException("the field '" + key + "' must be a number");
    }

    private static Object required(String key, @Nullable Object value) {
        if (value == null) {
            throw new IllegalArgumentException("the field '" + key + "' is missing");
        }
        return value;
    }
}
