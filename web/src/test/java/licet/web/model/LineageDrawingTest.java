package licet.web.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineageDrawingTest {
    private static LineageDrawing.Node node(String id, int level) {
        var standing = level == 0 ? Optional.<LineageView.Standing>empty() : Optional.of(LineageView.Standing.BINDS);
        return new LineageDrawing.Node(id, level, id, "owner", "license", standing);
    }

    private static LineageDrawing.Edge edge(String child, String parent) {
        return new LineageDrawing.Edge(child, parent, "merge", "license", true);
    }

    @Test
    void setsAncestorsAboveTheModel() {
        var drawing = LineageDrawing.of(
                List.of(node("self", 0), node("parent", 1), node("grandparent", 2)),
                List.of(edge("self", "parent"), edge("parent", "grandparent")));
        assertThat(drawing.boxes().stream().map(LineageDrawing.Box::title))
                .containsExactly("grandparent", "parent", "self");
        assertThat(drawing.boxes().stream().map(LineageDrawing.Box::y)).isSorted();
        assertThat(drawing.width()).isLessThanOrEqualTo(320);
    }

    @Test
    void keepsBoxesOfAMergeApartAndInsideThePicture() {
        var drawing = LineageDrawing.of(
                List.of(node("self", 0), node("left", 1), node("middle", 1), node("right", 1)),
                List.of(edge("self", "left"), edge("self", "middle"), edge("self", "right")));
        assertThat(drawing.lines()).hasSize(3);
        assertThat(drawing.boxes()).allSatisfy(box -> {
            assertThat(box.x() + box.width()).isLessThanOrEqualTo(drawing.width());
            assertThat(box.y() + box.height()).isLessThanOrEqualTo(drawing.height());
        });
        var xs = drawing.boxes().stream()
                .filter(box -> !box.title().equals("self"))
                .map(LineageDrawing.Box::x)
                .sorted()
                .toList();
        assertThat(xs.get(1) - xs.get(0)).isGreaterThan(300);
    }

    @Test
    void leavesOutAnEdgeToAModelThatIsNotThere() {
        assertThat(LineageDrawing.of(List.of(node("self", 0)), List.of(edge("self", "gone")))
                        .lines())
                .isEmpty();
    }
}
