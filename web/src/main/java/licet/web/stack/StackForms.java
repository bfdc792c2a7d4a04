package licet.web.stack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import licet.registry.platform.problem.ProblemException;
import licet.registry.platform.problem.ProblemText;
import licet.registry.platform.problem.RegistryProblem;
import licet.registry.stack.NewStack;
import licet.rules.format.CanonicalJson;
import licet.web.layout.FormProblem;

/** What is typed into forms, as the registry reads it. */
final class StackForms {
    private StackForms() {}

    /** The fields that were filled in, as the body of a request. */
    static String json(Map<String, String> sent, String... fields) {
        var body = new LinkedHashMap<String, Object>();
        for (var field : fields) {
            find(sent, field).ifPresent(text -> body.put(field, text));
        }
        return CanonicalJson.write(body);
    }

    static NewStack stack(Map<String, String> sent) {
        return stack(sent.getOrDefault("key", ""), sent);
    }

    static NewStack stack(String key, Map<String, String> sent) {
        return new NewStack(
                key,
                sent.getOrDefault("name", ""),
                sent.getOrDefault("team", ""),
                find(sent, "cadenceMonths").map(StackForms::months).orElse(NewStack.USUAL_CADENCE));
    }

    /** What is no number is out of bounds as well. */
    private static int months(String text) {
        return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
    }

    static Optional<String> find(Map<String, String> sent, String field) {
        return Optional.ofNullable(sent.get(field)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** @param whole the field that stands for what is wrong with all of it */
    static List<FormProblem> problems(ProblemException refused, String whole) {
        return refused.problem() instanceof RegistryProblem.Malformed(var errors)
                ? errors.stream()
                        .map(error -> new FormProblem(error.field().replaceFirst("^/", ""), error.mend()))
                        .toList()
                : List.of(
                        new FormProblem(whole, ProblemText.of(refused.problem()).sentence()));
    }
}
