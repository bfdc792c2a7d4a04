package licet.web.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import licet.registry.decision.ModelDetail;
import licet.web.layout.Names;
import licet.web.model.LineageView.Standing;
import licet.web.model.LineageView.Step;

/** Turns a lineage into rows and into the boxes and lines of its picture. */
final class LineageTable {
    /** The picture stays readable; the table has every hint. */
    private static final int HINTS_DRAWN = 3;

    private static final List<String> STRONGEST_FIRST =
            List.of("origin-statement", "named-base", "equal-hash", "linked-model", "architecture-tag");

    private final ModelDetail detail;
    private final Names names;
    private final List<Step> steps = new ArrayList<>();
    private final List<LineageDrawing.Node> boxes = new ArrayList<>();
    private final List<LineageDrawing.Edge> edges = new ArrayList<>();

    private LineageTable(ModelDetail detail, Names names) {
        this.detail = detail;
        this.names = names;
    }

    static LineageView of(ModelDetail detail, Names names) {
        var table = new LineageTable(detail, names);
        detail.lineage().nodes().forEach(table::addNode);
        detail.lineage().gaps().forEach(table::addGap);
        table.addHints();
        return new LineageView(LineageDrawing.of(table.boxes, table.edges), table.steps);
    }

    private void addNode(ModelDetail.Node node) {
        var license = license(node.license());
        var standing = node.superseded() ? Standing.REPLACED : Standing.BINDS;
        var isSelf = node.path().isEmpty();
        boxes.add(box(
                id(node.path(), node.model()),
                node.path().size(),
                node.model(),
                license.orElse(""),
                isSelf ? Optional.empty() : Optional.of(standing)));
        node.parentOf().ifPresent(child -> {
            steps.add(new Step(
                    child, node.path().getLast(), Optional.of(node.model()), license, standing, Optional.empty()));
            addEdge(node.path(), child, node.model(), license.orElse(""));
        });
    }

    private void addGap(ModelDetail.Gap gap) {
        var place = EvidenceTable.place(gap.at(), gap.at().passage());
        var child = childOf(gap.path());
        steps.add(new Step(
                child,
                gap.path().isEmpty() ? "unspecified" : gap.path().getLast(),
                Optional.of(gap.parent()),
                Optional.empty(),
                Standing.MISSING,
                Optional.of(place)));
        boxes.add(
                box(id(gap.path(), gap.parent()), gap.path().size(), gap.parent(), "", Optional.of(Standing.MISSING)));
        addEdge(gap.path(), child, gap.parent(), "");
    }

    private void addHints() {
        var self = detail.model();
        var drawn = new LinkedHashMap<String, ModelDetail.Hint>();
        for (var hint : detail.lineage().hints()) {
            steps.add(new Step(
                    self,
                    hint.kind(),
                    hint.named(),
                    hint.license().flatMap(this::license),
                    Standing.HINTED,
                    Optional.of(EvidenceTable.place(hint.at(), hint.at().passage()))));
            hint.named().ifPresent(named -> drawn.merge(named, hint, LineageTable::stronger));
        }
        drawn.entrySet().stream().limit(HINTS_DRAWN).forEach(entry -> {
            var id = "hint " + entry.getKey();
            var license = entry.getValue().license().flatMap(this::license).orElse("");
            boxes.add(box(id, 1, entry.getKey(), license, Optional.of(Standing.HINTED)));
            edges.add(new LineageDrawing.Edge(
                    id(List.of(), self), id, entry.getValue().kind(), license, false));
        });
    }

    /** A statement says more than a link. */
    private static ModelDetail.Hint stronger(ModelDetail.Hint left, ModelDetail.Hint right) {
        return STRONGEST_FIRST.indexOf(right.kind()) < STRONGEST_FIRST.indexOf(left.kind()) ? right : left;
    }

    private void addEdge(List<String> path, String child, String parent, String license) {
        if (path.isEmpty()) {
            return;
        }
        var above = path.subList(0, path.size() - 1);
        edges.add(new LineageDrawing.Edge(id(above, child), id(path, parent), path.getLast(), license, true));
    }

    private String childOf(List<String> path) {
        var above = path.isEmpty() ? path : path.subList(0, path.size() - 1);
        return detail.lineage().nodes().stream()
                .filter(node -> node.path().equals(above))
                .map(ModelDetail.Node::model)
                .findFirst()
                .orElse(detail.model());
    }

    private static LineageDrawing.Node box(
            String id, int level, String model, String license, Optional<Standing> standing) {
        var slash = model.indexOf('/');
        return new LineageDrawing.Node(
                id, level, model.substring(slash + 1), model.substring(0, Math.max(slash, 0)), license, standing);
    }

    /** One model can stand at two places of a lineage. */
    private static String id(List<String> path, String model) {
        return String.join(">", path) + " " + model;
    }

    private Optional<String> license(String keys) {
        return keys.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Arrays.stream(keys.split(" or ")).map(names::license).collect(Collectors.joining(" / ")));
    }
}
