package licet.ingest.weights;

import java.util.Map;

/**
 * The header of one safetensors file.
 *
 * @param bytes of the JSON, without the length before it
 * @param metadata the texts under {@code __metadata__}, without overlong ones
 */
public record SafetensorsHeader(long bytes, int tensors, Map<String, String> metadata) {
    public SafetensorsHeader {
        metadata = Map.copyOf(metadata);
    }
}
