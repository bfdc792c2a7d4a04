package licet.tests.standin;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes model objects as the Hub writes them, straight into bytes. */
final class ModelJson {
    private static final JsonFactory JSON = new JsonMapper().getFactory();

    private ModelJson() {}

    @FunctionalInterface
    interface Content {
        void write(JsonGenerator json) throws IOException;
    }

    static byte[] write(Content content) {
        var out = new ByteArrayOutputStream(1 << 12);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            content.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** @param blobs whether files are written with sizes and hashes, for which their contents are made */
    static void object(JsonGenerator json, Model model, Set<Field> fields, boolean blobs) throws IOException {
        json.writeStartObject();
        for (Field field : fields) {
            write(json, field, model, blobs);
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Field field, Model model, boolean blobs) throws IOException {
        switch (field) {
            case _ID -> json.writeStringField(field.json(), model.objectId());
            case ID, MODEL_ID -> json.writeStringField(field.json(), model.id());
            case AUTHOR -> json.writeStringField(field.json(), model.owner());
            case GATED -> gated(json, model);
            case DISABLED -> json.writeBooleanField(field.json(), model.past().disabled());
            case PRIVATE -> json.writeBooleanField(field.json(), false);
            case LAST_MODIFIED -> json.writeStringField(field.json(), time(model.modifiedAt()));
            case CREATED_AT -> json.writeStringField(field.json(), time(model.createdAt()));
            case LIKES -> json.writeNumberField(field.json(), model.world().likes(model.index()));
            case TRENDING_SCORE ->
                json.writeNumberField(field.json(), model.world().trendingScore(model.index()));
            case SHA -> json.writeStringField(field.json(), model.commit());
            case DOWNLOADS -> json.writeNumberField(field.json(), model.world().downloads(model.index()));
            case DOWNLOADS_ALL_TIME ->
                json.writeNumberField(field.json(), 9 * model.world().downloads(model.index()));
            case TAGS -> texts(json, field.json(), Tags.of(model));
            case PIPELINE_TAG -> text(json, field.json(), model.pipeline());
            case LIBRARY_NAME -> text(json, field.json(), model.library());
            case CONFIG -> config(json, model);
            case CARD_DATA -> cardData(json, model);
            case TRANSFORMERS_INFO -> json.writeObjectField(field.json(), Map.of("auto_model", "AutoModel"));
            case SAFETENSORS -> safetensors(json, model);
            case GGUF -> gguf(json, model);
            case BASE_MODELS -> baseModels(json, model);
            case USED_STORAGE ->
                json.writeNumberField(field.json(), 2 * model.shape().parameters());
            case SIBLINGS -> FileJson.siblings(json, model, blobs);
            case SPACES -> texts(json, field.json(), List.of());
            case SECURITY_STATUS ->
                json.writeObjectField(field.json(), Map.of("scansDone", true, "filesWithIssues", List.of()));
        }
    }

    static String time(Instant instant) {
        String text = instant.toString();
        return text.length() == 20 ? text.replace("Z", ".000Z") : text;
    }

    private static void gated(JsonGenerator json, Model model) throws IOException {
        if (model.isGated()) {
            json.writeStringField("gated", model.gate());
        } else {
            json.writeBooleanField("gated", false);
        }
    }

    private static void config(JsonGenerator json, Model model) throws IOException {
        json.writeObjectField(
                "config",
                Map.of(
                        "architectures",
                        List.of(model.shape().className()),
                        "model_type",
                        model.shape().type()));
    }

    private static void cardData(JsonGenerator json, Model model) throws IOException {
        Map<String, Object> data = Card.data(model);
        if (!data.isEmpty()) {
            json.writeObjectField("cardData", data);
        }
    }

    private static void safetensors(JsonGenerator json, Model model) throws IOException {
        if (model.weights().equals("safetensors")) {
            long total = model.shape().parameters();
            json.writeObjectField("safetensors", Map.of("parameters", Map.of("BF16", total), "total", total));
        }
    }

    private static void gguf(JsonGenerator json, Model model) throws IOException {
        if (model.weights().equals("gguf")) {
            long total = model.shape().parameters();
            json.writeObjectField(
                    "gguf", Map.of("total", total, "architecture", model.shape().type(), "context_length", 8192));
        }
    }

    private static void baseModels(JsonGenerator json, Model model) throws IOException {
        if (model.baseId().isPresent()) {
            var base = Map.of("id", model.baseId().get());
            json.writeObjectField("baseModels", Map.of("relation", model.relation(), "models", List.of(base)));
        }
    }

    private static void text(JsonGenerator json, String name, String value) throws IOException {
        if (!value.isEmpty()) {
            json.writeStringField(name, value);
        }
    }

    private static void texts(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
