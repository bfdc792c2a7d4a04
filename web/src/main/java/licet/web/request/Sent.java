package licet.web.request;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import licet.registry.platform.problem.RegistryProblem;
import licet.web.layout.FormProblem;

/**
 * What was sent and could not be done, so that nobody types it again.
 *
 * @param form word of the form, which begins the ids of its fields
 * @param values by field
 */
public record Sent(String form, Map<String, String> values, List<FormProblem> problems) {
    static final Sent NOTHING = new Sent("", Map.of(), List.of());

    public Sent {
        values = Map.copyOf(values);
        problems = List.copyOf(problems);
    }

    static Sent refused(RegistryProblem problem, String form) {
        return refused(problem, form, Map.of());
    }

    static Sent refused(RegistryProblem problem, String form, Map<String, String> values) {
        return new Sent(form, values, Refusals.beside(problem, form + "-", "main"));
    }

    /** What stands in a field of a form; nothing unless that form was sent. */
    public String value(String of, String field) {
        return form.equals(of) ? values.getOrDefault(field, "") : "";
    }

    public Optional<String> problem(String id) {
        return FormProblem.find(problems, id);
    }
}
