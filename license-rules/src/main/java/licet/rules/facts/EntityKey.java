package licet.rules.facts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import licet.rules.Check;

/** Key of a legal entity of the organization. */
public record EntityKey(@JsonValue String value) implements Comparable<EntityKey> {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    @JsonCreator
    public EntityKey {
        Check.matches(value, FORM, "entity key");
    }

    @Override
    public int compareTo(EntityKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
