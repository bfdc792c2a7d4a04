package licet.registry.license;

import licet.registry.platform.ClosedChoice;
import licet.rules.license.Clause;

/** Under which heading a reader looks for a clause. */
public enum ClauseGroup implements ClosedChoice {
    LIMITS("limits"),
    FIELDS("fields"),
    OUTPUTS("outputs"),
    DUTIES("duties"),
    OPEN("open"),
    OTHER("other");

    private final String word;

    ClauseGroup(String word) {
        this.word = word;
    }

    static ClauseGroup of(Clause clause) {
        return switch (clause) {
            case Clause.UsageCap _, Clause.Territory _, Clause.PurposeLimit _ -> LIMITS;
            case Clause.AgreementGate _, Clause.Registration _ -> LIMITS;
            case Clause.FieldOfUse _ -> FIELDS;
            case Clause.OutputTraining _, Clause.NamePrefix _ -> OUTPUTS;
            case Clause.Duty _ -> DUTIES;
            case Clause.Ambiguity _ -> OPEN;
            case Clause.Term _ -> OTHER;
        };
    }

    @Override
    public String word() {
        return word;
    }
}
