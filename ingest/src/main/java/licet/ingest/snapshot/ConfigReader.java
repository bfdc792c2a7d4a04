package licet.ingest.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes the few facts that matter here from {@code config.json}, or from the Hub's digest of it where the file is not read. */
final class ConfigReader {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<LinkedHashMap<String, Object>> FIELDS = new TypeReference<>() {};

    private final ModalityTable modalities;

    ConfigReader(ModalityTable modalities) {
        this.modalities = modalities;
    }

    ConfigFacts read(Optional<String> file, Map<String, Object> digest) {
        Map<String, Object> config = file.flatMap(ConfigReader::parse).orElse(digest);
        return new ConfigFacts(
                text(config.get("model_type")).or(() -> text(digest.get("model_type"))),
                texts(config.get("architectures")),
                modalities.vision(config),
                modalities.audio(config),
                config.get("quantization_config") instanceof Map<?, ?> quantization
                        ? text(quantization.get("quant_method"))
                        : Optional.empty());
    }

    private static Optional<Map<String, Object>> parse(String json) {
        try {
            return Optional.ofNullable(JSON.readValue(json, FIELDS));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(@Nullable Object value) {
        return value instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    private static List<String> texts(@Nullable Object value) {
        return value instanceof Collection<?> many
                ? many.stream().filter(Objects::nonNull).map(String::valueOf).toList()
                : List.of();
    }
}
