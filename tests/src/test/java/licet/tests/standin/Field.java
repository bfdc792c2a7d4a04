package licet.tests.standin;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The fields of a model object, in the order in which they are written. */
enum Field {
    _ID("_id"),
    ID("id"),
    AUTHOR("author"),
    GATED("gated"),
    DISABLED("disabled"),
    LAST_MODIFIED("lastModified"),
    LIKES("likes"),
    TRENDING_SCORE("trendingScore"),
    PRIVATE("private"),
    SHA("sha"),
    DOWNLOADS("downloads"),
    DOWNLOADS_ALL_TIME("downloadsAllTime"),
    TAGS("tags"),
    PIPELINE_TAG("pipeline_tag"),
    LIBRARY_NAME("library_name"),
    CREATED_AT("createdAt"),
    MODEL_ID("modelId"),
    CONFIG("config"),
    CARD_DATA("cardData"),
    TRANSFORMERS_INFO("transformersInfo"),
    SAFETENSORS("safetensors"),
    GGUF("gguf"),
    BASE_MODELS("baseModels"),
    USED_STORAGE("usedStorage"),
    SIBLINGS("siblings"),
    SPACES("spaces"),
    SECURITY_STATUS("securityRepoStatus");

    private static final Set<Field> LISTED = EnumSet.of(
            _ID, ID, LIKES, TRENDING_SCORE, PRIVATE, DOWNLOADS, TAGS, PIPELINE_TAG, LIBRARY_NAME, CREATED_AT, MODEL_ID);

    private final String json;

    Field(String json) {
        this.json = json;
    }

    String json() {
        return json;
    }

    /** What a list item holds; empty where a field is asked for that does not exist. */
    static Optional<Set<Field>> listed(Query query) {
        List<String> expand = query.all("expand");
        if (!expand.isEmpty()) {
            return expanded(expand);
        }
        Set<Field> fields = EnumSet.copyOf(LISTED);
        if (query.flag("full")) {
            fields.addAll(EnumSet.of(AUTHOR, GATED, LAST_MODIFIED, SHA, SIBLINGS));
            fields.remove(TRENDING_SCORE);
        }
        if (query.flag("config")) {
            fields.add(CONFIG);
        }
        if (query.flag("cardData")) {
            fields.add(CARD_DATA);
        }
        return Optional.of(fields);
    }

    /** What the description of one model holds. */
    static Optional<Set<Field>> described(Query query) {
        List<String> expand = query.all("expand");
        if (!expand.isEmpty()) {
            return expanded(expand);
        }
        Set<Field> fields = EnumSet.allOf(Field.class);
        fields.removeAll(EnumSet.of(TRENDING_SCORE, DOWNLOADS_ALL_TIME, BASE_MODELS, SECURITY_STATUS));
        if (query.flag("securityStatus")) {
            fields.add(SECURITY_STATUS);
        }
        return Optional.of(fields);
    }

    private static Optional<Set<Field>> expanded(List<String> names) {
        Set<Field> fields = EnumSet.of(_ID, ID);
        for (String name : names) {
            Optional<Field> field = find(name);
            if (field.isEmpty()) {
                return Optional.empty();
            }
            fields.add(field.get());
        }
        return Optional.of(fields);
    }

    private static Optional<Field> find(String name) {
        for (Field field : values()) {
            if (field.json.equals(name)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
