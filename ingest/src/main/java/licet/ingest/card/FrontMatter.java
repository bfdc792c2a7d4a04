package licet.ingest.card;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The metadata block of a card. All fields are kept in their order; the ones that matter here have accessors. */
public record FrontMatter(Map<String, Object> fields) {
    public static final FrontMatter EMPTY = new FrontMatter(Map.of());

    public FrontMatter {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** The license ids as written, also where the card gives a list or the wrong letter case. */
    public List<String> license() {
        return texts("license");
    }

    public Optional<String> licenseName() {
        return text("license_name");
    }

    public Optional<String> licenseLink() {
        return text("license_link");
    }

    /** As written: an id, an address, or a path on somebody's disk. */
    public List<String> baseModels() {
        return texts("base_model");
    }

    public Optional<String> baseModelRelation() {
        return text("base_model_relation");
    }

    public List<String> languages() {
        return texts("language");
    }

    public List<String> tags() {
        return texts("tags").stream().distinct().toList();
    }

    public Optional<String> pipelineTag() {
        return text("pipeline_tag");
    }

    /** One value; the first where a list stands. */
    public Optional<String> text(String field) {
        return texts(field).stream().findFirst();
    }

    /** The values of a field that may hold one or many; values that are neither text, number nor boolean are left out. */
    public List<String> texts(String field) {
        return switch (fields.get(field)) {
            case null -> List.of();
            case Collection<?> many ->
                many.stream().map(FrontMatter::scalar).flatMap(Optional::stream).toList();
            case Object one -> scalar(one).stream().toList();
        };
    }

    private static Optional<String> scalar(Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean
                ? Optional.of(Objects.toString(value))
                : Optional.empty();
    }
}
