package licet.web.request;

import io.micronaut.http.HttpStatus;
import java.util.List;
import licet.registry.platform.problem.ProblemText;
import licet.registry.platform.problem.RegistryProblem;
import licet.web.layout.FormProblem;

/** Puts what the registry refuses beside the field that it is about. */
final class Refusals {
    private Refusals() {}

    static HttpStatus status(RegistryProblem problem) {
        return problem instanceof RegistryProblem.Malformed
                ? HttpStatus.UNPROCESSABLE_ENTITY
                : HttpStatus.valueOf(ProblemText.of(problem).status());
    }

    /**
     * @param prefix of the ids of the fields of that form
     * @param otherwise id of what stands for the whole
     */
    static List<FormProblem> beside(RegistryProblem problem, String prefix, String otherwise) {
        return problem instanceof RegistryProblem.Malformed(var errors)
                ? errors.stream()
                        .map(error -> new FormProblem(prefix + field(error.field()), error.mend()))
                        .toList()
                : List.of(new FormProblem(otherwise, ProblemText.of(problem).sentence()));
    }

    private static String field(String pointer) {
        return pointer.replaceFirst("^/", "").replaceFirst("/.*", "");
    }
}
