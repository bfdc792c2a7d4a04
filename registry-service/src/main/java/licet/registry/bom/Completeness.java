package licet.registry.bom;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much of what a reader of a bill of materials asks for is known of a model. What is missing is named: it never reads
 * as fine.
 *
 * @param score per cent of the fields that are there
 */
record Completeness(int score, List<String> missing) {
    static Completeness of(ModelBom model) {
        var there = new LinkedHashMap<String, Boolean>();
        var detail = model.detail();
        var recorded = detail.recorded();
        there.put("commit", model.commit().isPresent());
        there.put("supplier", !detail.developer().isEmpty());
        there.put("license-declared", !model.declared().isEmpty());
        there.put("license-concluded", model.concluded().isPresent());
        there.put("weights", weights(detail).findAny().isPresent());
        there.put(
                "weight-hashes",
                weights(detail).findAny().isPresent()
                        && weights(detail).allMatch(file -> file.sha256().isPresent()));
        there.put("task", recorded.pipeline().isPresent());
        there.put("architecture", recorded.architecture().type().isPresent());
        there.put("parameters", recorded.parameters().isPresent());
        there.put("context-length", recorded.architecture().contextLength().isPresent());
        there.put("released", recorded.released().isPresent());
        there.put("datasets", !model.datasets().isEmpty());
        there.put(
                "lineage",
                detail.lineage().gaps().isEmpty() && detail.lineage().hints().isEmpty());
        var missing = there.entrySet().stream()
                .filter(field -> !field.getValue())
                .map(Map.Entry::getKey)
                .toList();
        return new Completeness((there.size() - missing.size()) * 100 / there.size(), missing);
    }

    private static java.util.stream.Stream<licet.registry.catalog.Catalog.FileRow> weights(
            licet.registry.decision.ModelDetail detail) {
        return detail.files().stream().filter(file -> file.state().equals("listed"));
    }
}
