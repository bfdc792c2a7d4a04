package licet.registry.calendar;

import com.fasterxml.jackson.annotation.JsonValue;
import licet.registry.platform.ClosedChoice;

/** What kind of day it is. */
public enum CalendarKind implements ClosedChoice {
    RELEASE("release", false),
    /** Upstream changed: other weights, another license, removed. */
    CHANGE("change", false),
    /** Upstream takes something out of use. */
    RETIREMENT("retirement", true),
    APPROVAL_END("approval-end", true),
    WAIVER_END("waiver-end", true),
    INSTRUMENT_END("instrument-end", true),
    CONDITION_DUE("condition-due", true),
    STACK_REVIEW("stack-review", true);

    private final String word;
    private final boolean alarming;

    CalendarKind(String word, boolean alarming) {
        this.word = word;
        this.alarming = alarming;
    }

    @Override
    @JsonValue
    public String word() {
        return word;
    }

    /** Whether something has to be done before it, so that a calendar reminds of it. */
    public boolean isAlarming() {
        return alarming;
    }
}
