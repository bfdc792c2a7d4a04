package licet.registry.release;

import com.fasterxml.jackson.annotation.JsonValue;
import licet.registry.platform.ClosedChoice;

/** What happened to a model or family on a day. */
public enum ReleaseKind implements ClosedChoice {
    /** Its maker says that it comes. */
    ANNOUNCED("announced"),
    PUBLISHED("published"),
    /** Other weights under an unchanged name. */
    VERSION("version"),
    /** Another license, by tag or by text. */
    LICENSE("license"),
    /** Its maker names another model in its place. */
    SUPERSEDED("superseded"),
    DEPRECATED("deprecated"),
    /** Its maker takes it out of use. */
    RETIRED("retired"),
    /** The Hub no longer has it, or no longer hands it out. */
    REMOVED("removed");

    private final String word;

    ReleaseKind(String word) {
        this.word = word;
    }

    @Override
    @JsonValue
    public String word() {
        return word;
    }

    /** Whether people may state it; the others are only seen. */
    public boolean canBeEntered() {
        return this != LICENSE && this != REMOVED;
    }
}
