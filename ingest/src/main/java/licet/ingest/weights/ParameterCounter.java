package licet.ingest.weights;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Adds up tensors as they are read. A scalar is bookkeeping, not a parameter. */
final class ParameterCounter implements TensorSink {
    /** One expert by its number, as {@code mlp.experts.17.w1.weight} or {@code ffn_gate.17.weight}. */
    private static final Pattern NUMBERED =
            Pattern.compile("(?:^|\\.)experts\\.(?:expert_)?\\d+\\.|\\.ffn_(?:gate|up|down)\\.\\d+\\.");
    /** All experts stacked into one tensor of GGUF. */
    private static final Pattern STACKED_GGUF = Pattern.compile("\\.ffn_(?:gate|up|down|gate_up)_exps\\.");
    /** All experts stacked along the first dimension. */
    private static final Pattern STACKED = Pattern.compile("(?:^|\\.)experts\\.[A-Za-z_]\\w*(?:\\.(?:weight|bias))?$");

    private final PackingRules packing;
    private final Optional<WeightsConfig.Experts> experts;
    private final TreeMap<String, Long> byType = new TreeMap<>();
    private long total;
    private long routed;

    ParameterCounter(WeightsConfig config) {
        this.packing = new PackingRules(config);
        this.experts = config.experts();
    }

    @Override
    public void accept(String name, String type, List<Long> shape, long elements) throws RefusedHeader {
        PackingRules.Ratio ratio = packing.ratio(name, type);
        if (shape.isEmpty() || ratio.equals(PackingRules.Ratio.NONE)) {
            return;
        }
        long count = ratio.of(elements, name);
        try {
            total = Math.addExact(total, count);
        } catch (ArithmeticException e) {
            throw Shapes.overflow(name);
        }
        byType.merge(type, count, Long::sum);
        if (isRouted(name, shape)) {
            routed += count;
        }
    }

    /** @param fallback the experts as the header itself tells, where no configuration did */
    Parameters parameters(Optional<WeightsConfig.Experts> fallback) {
        return new Parameters(
                byType, experts.or(() -> fallback).filter(e -> routed > 0).map(this::mixture));
    }

    private Parameters.Mixture mixture(WeightsConfig.Experts of) {
        long chosen = routed / of.count() * of.used() + routed % of.count() * of.used() / of.count();
        return new Parameters.Mixture(of.count(), of.used(), routed, total - routed + chosen);
    }

    private boolean isRouted(String name, List<Long> shape) {
        if (name.contains("shared_expert")) {
            return false;
        }
        return NUMBERED.matcher(name).find()
                || STACKED_GGUF.matcher(name).find()
                || (experts.isPresent()
                        && shape.getFirst() == experts.get().count()
                        && STACKED.matcher(name).find());
    }
}
