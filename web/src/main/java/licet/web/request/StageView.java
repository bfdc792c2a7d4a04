package licet.web.request;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import licet.registry.approval.StageProgress;
import licet.rules.facts.Ids;
import licet.rules.policy.Workflow;

/**
 * One stage as a box of the picture.
 *
 * @param by word of those who act in it
 * @param standing word; {@code plan} where nobody was asked yet
 * @param days after which it is late
 */
public record StageView(
        String key, String by, int quorum, int agreed, int days, String standing, Optional<Instant> due, boolean late) {
    private static final String PLAN = "plan";

    static StageView planned(Workflow.Stage stage) {
        return new StageView(
                stage.key(), Ids.of(stage.by()), stage.quorum(), 0, stage.days(), PLAN, Optional.empty(), false);
    }

    static StageView of(StageProgress progress, Instant now) {
        var stage = progress.stage();
        boolean open = progress.standing() == StageProgress.Standing.OPEN;
        return new StageView(
                stage.key(),
                Ids.of(stage.by()),
                stage.quorum(),
                progress.agreed(),
                stage.days(),
                progress.standing().word(),
                open ? progress.due() : Optional.empty(),
                progress.isLate(now));
    }

    /**
     * Columns of the picture: beside each other what runs at the same time.
     *
     * @param stages in any order; what one of them comes after may be missing
     * @param boxes one a stage, in the same order
     */
    static List<List<StageView>> columns(List<Workflow.Stage> stages, List<StageView> boxes) {
        var columns = new ArrayList<List<StageView>>();
        var known = new HashMap<String, Workflow.Stage>();
        stages.forEach(stage -> known.put(stage.key(), stage));
        for (int i = 0; i < stages.size(); i++) {
            int column = column(stages.get(i), known);
            while (columns.size() <= column) {
                columns.add(new ArrayList<>());
            }
            columns.get(column).add(boxes.get(i));
        }
        return columns.stream().map(List::copyOf).toList();
    }

    /** The policy makes sure that stages do not wait for each other. */
    private static int column(Workflow.Stage stage, Map<String, Workflow.Stage> known) {
        return stage.after().stream()
                .map(known::get)
                .filter(java.util.Objects::nonNull)
                .mapToInt(before -> 1 + column(before, known))
                .max()
                .orElse(0);
    }
}
