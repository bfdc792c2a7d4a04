package licet.web.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import licet.web.fact.EntityDrawing.Box;
import licet.web.fact.EntityDrawing.Edge;
import licet.web.fact.EntityDrawing.Node;
import org.junit.jupiter.api.Test;

class EntityDrawingTest {
    private static Node node(String id) {
        return new Node(id, id, "Germany");
    }

    private static Box box(EntityDrawing drawing, String name) {
        return drawing.boxes().stream()
                .filter(box -> box.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void putsOwnersAboveWhatTheyHold() {
        var drawing = EntityDrawing.of(
                List.of(node("grandchild"), node("child"), node("parent")),
                List.of(new Edge("child", "grandchild", "51 %", true), new Edge("parent", "child", "100 %", true)));
        assertThat(box(drawing, "parent").y()).isLessThan(box(drawing, "child").y());
        assertThat(box(drawing, "child").y())
                .isLessThan(box(drawing, "grandchild").y());
        assertThat(drawing.lines()).extracting(EntityDrawing.Line::label).containsExactly("51 %", "100 %");
    }

    @Test
    void endsWhenSharesRunInACircle() {
        var drawing = EntityDrawing.of(
                List.of(node("one"), node("two")),
                List.of(new Edge("one", "two", "60 %", true), new Edge("two", "one", "20 %", false)));
        assertThat(drawing.boxes()).hasSize(2);
        assertThat(drawing.lines()).hasSize(2);
    }

    @Test
    void breaksALongRowIntoSeveral() {
        var drawing = EntityDrawing.of(
                IntStream.range(0, 9).mapToObj(at -> node("e" + at)).toList(), List.of());
        assertThat(drawing.boxes().stream().map(Box::y).distinct()).hasSize(3);
    }
}
