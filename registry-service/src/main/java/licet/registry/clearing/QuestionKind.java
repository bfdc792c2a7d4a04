package licet.registry.clearing;

import com.fasterxml.jackson.annotation.JsonValue;
import licet.registry.platform.ClosedChoice;

/** What evidence can leave to people. */
public enum QuestionKind implements ClosedChoice {
    /** A text or name that no known license has. */
    UNRECOGNIZED("unrecognized"),
    /** A text that is close to a known one and not the same. */
    NEAR_MISS("near-miss"),
    /** Sources that name different licenses. */
    CONFLICTING("conflicting"),
    /** One of several texts for sure, and nobody says which. */
    VERSION("version"),
    /** Signs of an origin that nobody declares. */
    UNDECLARED("undeclared"),
    /** More permissive terms than those of the base. */
    RELAXED_BASE("relaxed-base"),
    /** A use policy beside the license whose terms are not known. */
    USE_POLICY("use-policy");

    private final String word;

    QuestionKind(String word) {
        this.word = word;
    }

    @Override
    @JsonValue
    public String word() {
        return word;
    }

    /** Which kind of conclusion answers it. */
    public Concluded.Kind answer() {
        return switch (this) {
            case UNRECOGNIZED, NEAR_MISS, CONFLICTING, VERSION -> Concluded.Kind.LICENSE;
            case UNDECLARED -> Concluded.Kind.LINEAGE;
            case RELAXED_BASE, USE_POLICY -> Concluded.Kind.TERMS;
        };
    }
}
