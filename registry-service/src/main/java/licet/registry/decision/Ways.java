package licet.registry.decision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import licet.rules.evidence.ModelId;
import licet.rules.facts.Deployment;
import licet.rules.verdict.Answer;

/** Answers that change, by the way they go in each deployment. */
final class Ways {
    private static final int EXAMPLES = 5;

    private final Map<Direction, List<String>> ways = new LinkedHashMap<>();

    private record Direction(Deployment deployment, Answer before, Answer after) {}

    void add(Deployment deployment, ModelId model, Judge.Turn turn) {
        if (turn.changes()) {
            ways.computeIfAbsent(new Direction(deployment, turn.before(), turn.after()), _ -> new ArrayList<>())
                    .add(model.value());
        }
    }

    List<PaperPreview.Change> changes() {
        return ways.entrySet().stream()
                .map(way -> change(way.getKey(), way.getValue()))
                .toList();
    }

    private static PaperPreview.Change change(Direction way, List<String> models) {
        return new PaperPreview.Change(
                way.deployment().key().value(),
                way.deployment().name(),
                way.before().name(),
                way.after().name(),
                models.size(),
                models.stream().limit(EXAMPLES).toList());
    }
}
