package licet.registry.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;

/** Takes figures for people from {@code config.json}. Its authors use several names for the same thing. */
final class ArchitectureReader {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST = 80;
    private static final List<String> CONTEXT =
            List.of("max_position_embeddings", "max_sequence_length", "max_seq_len", "n_positions", "seq_length");
    private static final List<String> EXPERTS = List.of("num_local_experts", "n_routed_experts", "num_experts");
    private static final List<String> USED = List.of("num_experts_per_tok", "num_experts_per_token", "moe_topk");

    private ArchitectureReader() {}

    /** Text that is no JSON object says nothing. */
    static Recorded.Architecture read(String config) {
        try {
            var root = JSON.readTree(config);
            return root != null && root.isObject() ? read(root) : Recorded.Architecture.UNKNOWN;
        } catch (JsonProcessingException _) {
            return Recorded.Architecture.UNKNOWN;
        }
    }

    private static Recorded.Architecture read(JsonNode root) {
        return new Recorded.Architecture(
                text(root.path("model_type")),
                count(root, CONTEXT),
                count(root, EXPERTS),
                count(root, USED),
                quantization(root.path("quantization_config")));
    }

    /** Models with several parts state it in the part that reads text. */
    private static Optional<Long> count(JsonNode root, List<String> names) {
        return List.of(root, root.path("text_config"), root.path("llm_config")).stream()
                .flatMap(part -> names.stream().map(part::path))
                .filter(node -> node.isIntegralNumber() && node.canConvertToLong() && node.longValue() > 0)
                .map(JsonNode::longValue)
                .findFirst();
    }

    private static Optional<String> quantization(JsonNode stated) {
        return text(stated.path("quant_method"))
                .map(method -> stated.path("bits").isInt()
                        ? method + ", " + stated.path("bits").intValue() + " bit"
                        : method);
    }

    private static Optional<String> text(JsonNode node) {
        return Optional.of(node)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .map(String::strip)
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST);
    }
}
