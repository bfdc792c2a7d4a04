package licet.rules.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import licet.rules.Check;

/** A Hub repository {@code owner/name}; a legacy repository without an owner is written as its name alone. */
public record ModelId(@JsonValue String value) implements Comparable<ModelId> {
    @JsonCreator
    public ModelId {
        Check.notBlank(value, "model id");
    }

    @Override
    public int compareTo(ModelId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
