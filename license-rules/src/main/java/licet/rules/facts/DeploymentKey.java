package licet.rules.facts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import licet.rules.Check;

/** Key of a deployment, as pipelines write it. */
public record DeploymentKey(@JsonValue String value) implements Comparable<DeploymentKey> {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    @JsonCreator
    public DeploymentKey {
        Check.matches(value, FORM, "deployment key");
    }

    @Override
    public int compareTo(DeploymentKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
