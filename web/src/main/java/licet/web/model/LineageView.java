package licet.web.model;

import java.util.List;
import java.util.Optional;

/** The origin of a model, as a picture and as the table beside it. */
public record LineageView(LineageDrawing picture, List<Step> steps) {
    public LineageView {
        steps = List.copyOf(steps);
    }

    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /**
     * One edge.
     *
     * @param relation finetune, quantized, … or hint
     * @param parent absent for a hint that names no model
     * @param license what the parent stands under, absent when that is not known
     * @param standing how the parent's terms stand to the model
     */
    public record Step(
            String child,
            String relation,
            Optional<String> parent,
            Optional<String> license,
            Standing standing,
            Optional<EvidenceColumn.Place> place) {}

    public enum Standing {
        /** Its terms bind. */
        BINDS,
        /** The same developer's newer terms replace them. */
        REPLACED,
        /** Declared, and nothing could be read about it. */
        MISSING,
        /** Hinted at and not declared. */
        HINTED
    }
}
