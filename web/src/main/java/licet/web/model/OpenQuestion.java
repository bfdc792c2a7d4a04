package licet.web.model;

import java.util.List;
import java.util.Optional;
import licet.registry.whatif.AnswerForm;

/**
 * A question that can be answered in place.
 *
 * @param id under which the verdict asks it, and the name of its field
 * @param reasons ids of the reasons that ask it
 * @param given what was answered so far
 * @param problem what is wrong with that
 */
public record OpenQuestion(
        String id,
        String text,
        List<String> reasons,
        AnswerForm.Kind kind,
        List<Choice> choices,
        List<String> given,
        Optional<String> problem) {
    public OpenQuestion {
        reasons = List.copyOf(reasons);
        choices = List.copyOf(choices);
        given = List.copyOf(given);
    }

    public record Choice(String value, String label) {}

    /** Id of the field on the page: what is no letter or digit would need escaping in a selector. */
    public String field() {
        return field(id);
    }

    static String field(String id) {
        return "answer-" + id.replaceAll("[^A-Za-z0-9]+", "-");
    }

    public boolean has(String value) {
        return given.contains(value);
    }

    public String first() {
        return given.isEmpty() ? "" : given.getFirst();
    }

    public boolean is(String kindName) {
        return kind.name().equals(kindName);
    }
}
