package licet.web.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where boxes and lines of the lineage picture stand: the oldest ancestor on top, the model itself below. One column is
 * as wide as a narrow telephone, so the common case needs no scrolling.
 */
public record LineageDrawing(int width, int height, List<Box> boxes, List<Line> lines) {
    private static final int BOX_WIDTH = 300;
    private static final int BOX_HEIGHT = 78;
    private static final int COLUMN_GAP = 28;
    private static final int LEVEL_GAP = 84;
    private static final int MARGIN = 6;
    private static final int ANCHOR = 28;
    private static final int BEND = 22;
    private static final int ARROW = 7;
    private static final int LONGEST_LABEL = 36;

    public LineageDrawing {
        boxes = List.copyOf(boxes);
        lines = List.copyOf(lines);
    }

    /** @param level 0 for the model itself, 1 for its parents, and so on */
    public record Node(
            String id,
            int level,
            String title,
            String subtitle,
            String note,
            Optional<LineageView.Standing> standing) {}

    public record Edge(String child, String parent, String relation, String license, boolean declared) {}

    /** @param style of the box: self, binds, replaced, missing or hinted */
    public record Box(int x, int y, String title, String subtitle, String note, String style) {
        public int width() {
            return BOX_WIDTH;
        }

        public int height() {
            return BOX_HEIGHT;
        }

        /** Long names end in an ellipsis; the table beside the picture has them whole. */
        public String shortTitle() {
            return shortened(title);
        }

        public String shortSubtitle() {
            return shortened(subtitle);
        }

        public String shortNote() {
            return shortened(note);
        }
    }

    /** @param path in the words of SVG */
    public record Line(String path, int labelX, int labelY, String relation, String license, boolean declared) {
        public String shortLicense() {
            return shortened(license);
        }
    }

    public static LineageDrawing of(List<Node> nodes, List<Edge> edges) {
        var levels = new TreeMap<Integer, List<Node>>();
        nodes.forEach(node ->
                levels.computeIfAbsent(node.level(), _ -> new ArrayList<>()).add(node));
        int columns = levels.values().stream().mapToInt(List::size).max().orElse(1);
        int width = MARGIN * 2 + columns * BOX_WIDTH + (columns - 1) * COLUMN_GAP;
        int deepest = levels.isEmpty() ? 0 : levels.lastKey();
        var placed = new HashMap<String, Box>();
        var boxes = new ArrayList<Box>();
        for (var level : levels.descendingMap().entrySet()) {
            int y = MARGIN + (deepest - level.getKey()) * (BOX_HEIGHT + LEVEL_GAP);
            for (int i = 0; i < level.getValue().size(); i++) {
                var node = level.getValue().get(i);
                var box = box(node, MARGIN + i * (BOX_WIDTH + COLUMN_GAP), y);
                placed.put(node.id(), box);
                boxes.add(box);
            }
        }
        int height = MARGIN * 2 + (deepest + 1) * BOX_HEIGHT + deepest * LEVEL_GAP;
        return new LineageDrawing(width, height, boxes, lines(edges, placed));
    }

    private static List<Line> lines(List<Edge> edges, Map<String, Box> placed) {
        var lines = new ArrayList<Line>();
        for (var edge : edges) {
            var from = placed.get(edge.parent());
            var to = placed.get(edge.child());
            if (from != null && to != null) {
                lines.add(line(edge, from, to));
            }
        }
        return lines;
    }

    private static Box box(Node node, int x, int y) {
        var style = node.standing()
                .map(standing -> standing.name().toLowerCase(java.util.Locale.ROOT))
                .orElse("self");
        return new Box(x, y, node.title(), node.subtitle(), node.note(), style);
    }

    private static Line line(Edge edge, Box from, Box to) {
        int startX = from.x() + ANCHOR;
        int startY = from.y() + BOX_HEIGHT;
        int endX = to.x() + ANCHOR + (from.x() - to.x()) / BOX_WIDTH * BEND;
        int endY = to.y() - ARROW;
        var path = startX == endX
                ? "M%d %dV%d".formatted(startX, startY, endY)
                : "M%d %dV%dH%dV%d".formatted(startX, startY, endY - BEND / 2, endX, endY);
        return new Line(
                path, startX + 14, startY + LEVEL_GAP / 2 - 10, edge.relation(), edge.license(), edge.declared());
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_LABEL ? text : text.substring(0, LONGEST_LABEL - 1) + "…";
    }
}
