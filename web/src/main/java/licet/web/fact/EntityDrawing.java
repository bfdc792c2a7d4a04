package licet.web.fact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where boxes and lines of the picture of entities stand: owners above what they hold. Long names end in an ellipsis; the
 * table behind the picture has them whole.
 */
public record EntityDrawing(int width, int height, List<Box> boxes, List<Line> lines) {
    private static final int BOX_WIDTH = 230;
    private static final int BOX_HEIGHT = 62;
    private static final int GAP = 26;
    private static final int LEVEL_GAP = 78;
    private static final int MARGIN = 6;
    private static final int ARROW = 7;
    private static final int COLUMNS = 4;
    private static final int LABEL_LINE = 17;
    private static final int LONGEST = 28;

    public EntityDrawing {
        boxes = List.copyOf(boxes);
        lines = List.copyOf(lines);
    }

    public record Node(String id, String name, String note) {}

    /** @param held whether the share is held today */
    public record Edge(String owner, String owned, String label, boolean held) {}

    public record Box(int x, int y, String name, String note) {
        public int width() {
            return BOX_WIDTH;
        }

        public int height() {
            return BOX_HEIGHT;
        }

        public String shortName() {
            return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…";
        }
    }

    /** @param path in the words of SVG */
    public record Line(String path, int labelX, int labelY, String label, boolean held) {}

    public static EntityDrawing of(List<Node> nodes, List<Edge> edges) {
        var rows = rows(nodes, levels(nodes, edges));
        var placed = new HashMap<String, Box>();
        var boxes = new ArrayList<Box>();
        int columns = rows.stream().mapToInt(List::size).max().orElse(1);
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                var node = rows.get(row).get(column);
                var box = new Box(
                        MARGIN + column * (BOX_WIDTH + GAP),
                        MARGIN + row * (BOX_HEIGHT + LEVEL_GAP),
                        node.name(),
                        node.note());
                placed.put(node.id(), box);
                boxes.add(box);
            }
        }
        int height = MARGIN * 2 + rows.size() * BOX_HEIGHT + Math.max(0, rows.size() - 1) * LEVEL_GAP;
        return new EntityDrawing(
                MARGIN * 2 + columns * BOX_WIDTH + (columns - 1) * GAP, height, boxes, lines(edges, placed));
    }

    /** One below the lowest owner. Shares can run in a circle, so a level never grows beyond the number of entities. */
    private static Map<String, Integer> levels(List<Node> nodes, List<Edge> edges) {
        var levels = new HashMap<String, Integer>();
        nodes.forEach(node -> levels.put(node.id(), 0));
        for (int round = 1; round < nodes.size(); round++) {
            for (var edge : edges) {
                int below = levels.getOrDefault(edge.owner(), 0) + 1;
                if (below < nodes.size() && levels.getOrDefault(edge.owned(), 0) < below) {
                    levels.put(edge.owned(), below);
                }
            }
        }
        return levels;
    }

    private static List<List<Node>> rows(List<Node> nodes, Map<String, Integer> levels) {
        var byLevel = new TreeMap<Integer, List<Node>>();
        nodes.forEach(node -> byLevel.computeIfAbsent(levels.getOrDefault(node.id(), 0), _ -> new ArrayList<>())
                .add(node));
        var rows = new ArrayList<List<Node>>();
        for (var level : byLevel.values()) {
            for (int start = 0; start < level.size(); start += COLUMNS) {
                rows.add(level.subList(start, Math.min(level.size(), start + COLUMNS)));
            }
        }
        return rows;
    }

    private static List<Line> lines(List<Edge> edges, Map<String, Box> placed) {
        var lines = new ArrayList<Line>();
        var into = new HashMap<String, Integer>();
        for (var edge : edges) {
            var from = placed.get(edge.owner());
            var to = placed.get(edge.owned());
            if (from != null && to != null) {
                lines.add(line(edge, from, to, into.merge(edge.owned(), 1, Integer::sum) - 1));
            }
        }
        return lines;
    }

    private static Line line(Edge edge, Box from, Box to, int order) {
        int startX = from.x() + BOX_WIDTH / 2;
        int startY = from.y() + BOX_HEIGHT;
        int endX = to.x() + BOX_WIDTH / 2 + order * 12;
        int bend = to.y() - LEVEL_GAP + 14;
        String path = "M%d %dV%dH%dV%d".formatted(startX, startY, bend, endX, to.y() - ARROW);
        return new Line(path, to.x() + BOX_WIDTH / 2 + 40, bend + LABEL_LINE * (order + 1), edge.label(), edge.held());
    }
}
