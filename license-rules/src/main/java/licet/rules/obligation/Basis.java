package licet.rules.obligation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import licet.rules.explain.VerdictDocument;

/**
 * For which models something has to be done, and which clauses ask for it.
 *
 * @param models ids without repetition, in order
 * @param condition present when it becomes due only if an open fact turns out that way
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Basis(List<String> models, List<VerdictDocument.Cite> clauses, Optional<String> condition) {
    public Basis {
        models = List.copyOf(new TreeSet<>(models));
        clauses = clauses.stream().distinct().toList();
    }

    boolean isDue() {
        return condition.isEmpty();
    }

    Basis and(Basis other) {
        return new Basis(joined(models, other.models), joined(clauses, other.clauses), condition);
    }

    private static <T> List<T> joined(List<T> left, List<T> right) {
        return java.util.stream.Stream.concat(left.stream(), right.stream()).toList();
    }
}
