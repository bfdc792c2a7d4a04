package licet.web.stack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import licet.rules.stack.SlotRoles;
import licet.web.layout.FormProblem;

/**
 * What those who may change something type, and what they choose from.
 *
 * @param token proves that the form was made for this session
 * @param sent which of the forms of the page was sent; empty for none
 * @param fields as they were typed
 * @param teams keys of those whose stacks somebody may change
 * @param members logins of the team that owns the stack
 */
public record StackForm(
        String token,
        String sent,
        Map<String, String> fields,
        List<FormProblem> problems,
        List<String> teams,
        List<String> members,
        List<String> deployments,
        List<SlotRoles.Role> roles) {
    public StackForm {
        fields = Map.copyOf(fields);
        problems = List.copyOf(problems);
        teams = List.copyOf(teams);
        members = List.copyOf(members);
        deployments = List.copyOf(deployments);
        roles = List.copyOf(roles);
    }

    /** @param usual what stands there before anybody typed */
    public String value(String form, String field, String usual) {
        return sent.equals(form) ? fields.getOrDefault(field, "") : usual;
    }

    public Optional<String> problem(String form, String field) {
        return sent.equals(form) ? FormProblem.find(problems, field) : Optional.empty();
    }

    /** Whether this form is shown to be mended. */
    public boolean isSent(String form) {
        return sent.equals(form);
    }
}
