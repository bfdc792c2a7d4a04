package licet.ingest.weights;

import java.io.IOException;

/** Ends the reading of a header. Never leaves the package: callers see a {@link HeaderResult}. */
final class RefusedHeader extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient WeightsProblem problem;

    RefusedHeader(WeightsProblem.Kind kind, String detail) {
        super(detail, null);
        this.problem = new WeightsProblem(kind, detail);
    }

    WeightsProblem problem() {
        return problem;
    }
}
