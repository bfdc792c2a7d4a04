package licet.registry.identity;

import java.util.List;
import java.util.regex.Pattern;
import licet.registry.platform.problem.RegistryProblem;

/**
 * A team as an administrator writes it, whole. Fails with a problem that names the field.
 *
 * @param members logins
 * @param deployments keys
 */
public record TeamText(String key, String name, List<String> members, List<String> deployments) {
    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final int LONGEST_NAME = 80;

    public TeamText {
        key = key.strip();
        name = name.strip();
        members = members.stream().distinct().toList();
        deployments = deployments.stream().distinct().toList();
        if (!KEY.matcher(key).matches()) {
            throw problem("key", key, "Use small letters, digits and -, at most 64.");
        }
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw problem("name", name, "Use 1 to " + LONGEST_NAME + " characters.");
        }
        if (members.isEmpty() && !deployments.isEmpty()) {
            throw problem("members", "", "Name a member: somebody must answer for the deployments.");
        }
    }

    static RuntimeException problem(String field, String value, String mend) {
        return new RegistryProblem.Malformed(field, value, mend).asException();
    }
}
