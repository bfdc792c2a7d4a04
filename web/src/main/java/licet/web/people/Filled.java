package licet.web.people;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.problem.ProblemException;
import licet.registry.platform.problem.RegistryProblem;
import licet.web.layout.FormProblem;

/** A form as it was sent: each field with every value that it has. */
public record Filled(Map<String, List<String>> fields) {
    public static final Filled EMPTY = new Filled(Map.of());

    static Filled of(Map<String, Object> form) {
        var fields = new HashMap<String, List<String>>();
        form.forEach((name, value) -> fields.put(name, values(value)));
        return new Filled(Map.copyOf(fields));
    }

    private static List<String> values(Object value) {
        return value instanceof Iterable<?> many
                ? StreamSupport.stream(many.spliterator(), false)
                        .map(String::valueOf)
                        .toList()
                : List.of(String.valueOf(value));
    }

    List<String> all(String field) {
        return fields.getOrDefault(field, List.of());
    }

    /** Empty when it was not sent. */
    String one(String field) {
        return all(field).stream().findFirst().orElse("");
    }

    /** Only the page itself sends these words; what it never offered is nothing. */
    <E extends Enum<E> & ClosedChoice> Set<E> choices(String field, Class<E> type) {
        var chosen = EnumSet.noneOf(type);
        all(field).forEach(word -> ClosedChoice.find(type, word).ifPresent(chosen::add));
        return Set.copyOf(chosen);
    }

    /** What stands beside the fields of a form; a problem that is of no field is not for a form to show. */
    static List<FormProblem> problems(ProblemException refused) {
        if (refused.problem() instanceof RegistryProblem.Malformed(var errors)) {
            return errors.stream()
                    .map(error -> new FormProblem(error.field(), error.mend()))
                    .toList();
        }
        throw refused;
    }
}
