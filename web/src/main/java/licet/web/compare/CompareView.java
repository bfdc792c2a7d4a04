package licet.web.compare;

import java.util.List;
import java.util.Optional;
import licet.registry.compare.Comparison;
import licet.web.layout.FormProblem;

/**
 * Everything that the page of a comparison shows.
 *
 * @param mend names that could not be compared, to be mended in the field; empty where there are none
 * @param full whether no further model can be added
 */
public record CompareView(
        List<DeploymentChoice> deployments,
        String deployment,
        List<FormProblem> problems,
        String mend,
        boolean full,
        List<Column> columns,
        List<Group> groups,
        List<Task> tasks) {
    public CompareView {
        deployments = List.copyOf(deployments);
        problems = List.copyOf(problems);
        columns = List.copyOf(columns);
        groups = List.copyOf(groups);
        tasks = List.copyOf(tasks);
    }

    public boolean isEmpty() {
        return columns.isEmpty();
    }

    /** With a single model there is nothing that could differ. */
    public boolean hasSeveral() {
        return columns.size() > 1;
    }

    public List<Task> shared() {
        return tasks.stream().filter(task -> task.duty().shared()).toList();
    }

    public List<Task> others() {
        return tasks.stream().filter(task -> !task.duty().shared()).toList();
    }

    /**
     * One model.
     *
     * @param asked as the address names it
     * @param href its page
     * @param remove the comparison without it
     * @param alternatives models to take instead
     */
    public record Column(
            String asked,
            String owner,
            String name,
            boolean imported,
            boolean stated,
            String answer,
            String href,
            String remove,
            String alternatives) {}

    /** @param word of the closed list of groups */
    public record Group(String word, List<Line> lines) {
        public Group {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One property of all models.
     *
     * @param word of its label
     * @param differs whether the models are not alike in it
     */
    public record Line(String word, boolean differs, List<Cell> cells) {
        public Line {
            cells = List.copyOf(cells);
        }
    }

    /** @param model whose it is, for narrow screens, where columns stand below each other */
    public record Cell(String model, List<Item> items) {
        public Cell {
            items = List.copyOf(items);
        }
    }

    /** @param answer what the item stands for, as a mark; {@code note} says more about it */
    public record Item(Optional<String> answer, String text, Optional<String> href, Optional<String> note) {
        static Item of(String text) {
            return new Item(Optional.empty(), text, Optional.empty(), Optional.empty());
        }

        Item to(String address) {
            return new Item(answer, text, Optional.of(address), note);
        }

        Item noting(String more) {
            return new Item(answer, text, href, Optional.of(more));
        }

        Item marked(String mark) {
            return new Item(Optional.of(mark), text, href, note);
        }
    }

    /** @param models names of those for which it has to be done */
    public record Task(Comparison.Obligation duty, List<String> models) {
        public Task {
            models = List.copyOf(models);
        }
    }
}
