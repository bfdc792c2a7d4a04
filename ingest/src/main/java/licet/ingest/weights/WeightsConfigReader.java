package licet.ingest.weights;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads what matters for weights from {@code config.json}; models of several parts keep it under {@code text_config}. */
public final class WeightsConfigReader {
    private static final int MAX_LENGTH = 4 << 20;
    private static final long MAX_EXPERTS = 1_000_000;
    private static final JsonMapper JSON = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(100).build())
            .build());

    private static final List<String> CONTEXT = List.of(
            "max_position_embeddings", "n_positions", "max_sequence_length", "max_seq_len", "seq_length", "n_ctx");
    private static final List<String> USED = List.of("num_experts_per_tok", "num_experts_per_token", "moe_topk");
    private static final List<String> EXPERTS =
            List.of("num_local_experts", "num_experts", "n_routed_experts", "moe_num_experts");

    private WeightsConfigReader() {}

    /** A configuration that cannot be read says nothing. */
    public static WeightsConfig read(String config) {
        try {
            return config.length() > MAX_LENGTH ? WeightsConfig.NONE : read(JSON.readTree(config));
        } catch (JsonProcessingException e) {
            return WeightsConfig.NONE;
        }
    }

    private static WeightsConfig read(JsonNode config) {
        List<JsonNode> parts = List.of(config, config.path("text_config"));
        return new WeightsConfig(
                parts.stream()
                        .map(part -> part.path("quantization_config"))
                        .filter(JsonNode::isObject)
                        .findFirst()
                        .map(WeightsConfigReader::quantization),
                parts.stream()
                        .flatMap(part -> text(part, "expert_dtype").stream())
                        .findFirst(),
                experts(parts),
                number(parts, CONTEXT));
    }

    private static Optional<WeightsConfig.Experts> experts(List<JsonNode> parts) {
        Optional<Long> count = number(parts, EXPERTS);
        Optional<Long> used = number(parts, USED);
        return count.isPresent() && used.isPresent() && used.get() <= count.get() && count.get() <= MAX_EXPERTS
                ? Optional.of(new WeightsConfig.Experts(count.get(), used.get()))
                : Optional.empty();
    }

    private static Quantization quantization(JsonNode node) {
        List<Quantization.Group> groups = new ArrayList<>();
        for (JsonNode group : node.path("config_groups")) {
            groups.add(new Quantization.Group(
                    texts(group.path("targets")),
                    width(group.path("weights").path("num_bits")),
                    text(group, "format")));
        }
        return new Quantization(
                text(node, "quant_method").orElse("").toLowerCase(Locale.ROOT),
                width(node.path("bits")),
                node.path("load_in_4bit").asBoolean(false)
                        || node.path("_load_in_4bit").asBoolean(false),
                text(node, "format"),
                groups,
                texts(node.path("ignore")),
                texts(node.path("modules_to_not_convert")));
    }

    private static OptionalInt width(JsonNode node) {
        return node.isInt() && node.intValue() > 0 && node.intValue() <= 64
                ? OptionalInt.of(node.intValue())
                : OptionalInt.empty();
    }

    private static Optional<Long> number(List<JsonNode> parts, List<String> names) {
        return parts.stream()
                .flatMap(part -> names.stream().map(part::path))
                .filter(node -> node.isIntegralNumber() && node.canConvertToLong() && node.longValue() > 0)
                .map(JsonNode::longValue)
                .findFirst();
    }

    private static Optional<String> text(JsonNode node, String name) {
        return node.path(name).isTextual() ? Optional.of(node.path(name).textValue()) : Optional.empty();
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : list) {
            if (item.isTextual()) {
                texts.add(item.textValue());
            }
        }
        return List.copyOf(texts);
    }
}
