package licet.web.fact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import licet.registry.platform.problem.FieldError;
import licet.registry.platform.problem.ProblemText;
import licet.registry.platform.problem.RegistryProblem;
import licet.web.layout.FormProblem;
import licet.web.layout.Texts;

/** What is wrong with what was typed, each at the field where it can be mended. */
final class FormProblems {
    private FormProblems() {}

    /** What only a form can get wrong. */
    static List<FormProblem> ofForm(Collection<Definition> fields, Typed typed, Texts texts) {
        var all = new ArrayList<FormProblem>();
        for (var field : fields) {
            var values = typed.all(field.id());
            if (field.kind() == Definition.Kind.SOME_OR_UNKNOWN
                    && values.size() > 1
                    && values.contains(Definition.UNKNOWN)) {
                all.add(new FormProblem(field.id(), texts.get("fact.problem.either")));
            }
            if ((field.kind() == Definition.Kind.COUNTRIES || field.kind() == Definition.Kind.WORDS)
                    && typed.one(field.id()).isEmpty()) {
                all.add(new FormProblem(field.id(), texts.get("fact.problem.blank")));
            }
        }
        return all;
    }

    /**
     * @param prefix pointer of the item that the form is about; empty for the whole
     * @param fallback id of the field where a problem is shown that belongs to none
     */
    static List<FormProblem> of(RegistryProblem problem, Collection<String> ids, String prefix, String fallback) {
        return problem instanceof RegistryProblem.Malformed(var errors)
                ? errors.stream()
                        .map(error -> new FormProblem(id(error, ids, prefix).orElse(fallback), error.mend()))
                        .toList()
                : List.of(new FormProblem(fallback, ProblemText.of(problem).sentence()));
    }

    private static Optional<String> id(FieldError error, Collection<String> ids, String prefix) {
        if (!error.field().startsWith(prefix)) {
            return Optional.empty();
        }
        String path =
                error.field().substring(prefix.length()).replaceFirst("^/", "").replace('/', '.');
        return ids.stream()
                .filter(id -> path.equals(id) || path.startsWith(id + "."))
                .findFirst();
    }
}
