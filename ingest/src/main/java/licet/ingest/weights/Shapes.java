package licet.ingest.weights;

import java.util.List;

/** Multiplies dimensions. A product that does not fit is refused, never wrapped. */
final class Shapes {
    private Shapes() {}

    static long elements(String tensor, List<Long> shape) throws RefusedHeader {
        if (shape.contains(0L)) {
            return 0;
        }
        try {
            return shape.stream().reduce(1L, Math::multiplyExact);
        } catch (ArithmeticException e) {
            throw overflow(tensor);
        }
    }

    static RefusedHeader overflow(String tensor) {
        return new RefusedHeader(
                WeightsProblem.Kind.OVERFLOW, "tensor '%s' has more elements than can be".formatted(shown(tensor)));
    }

    static String shown(String name) {
        return name.length() <= 120 ? name : name.substring(0, 120) + "…";
    }
}
