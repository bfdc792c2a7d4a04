package licet.registry.instrument;

import licet.registry.platform.ClosedChoice;
import licet.rules.verdict.Instrument;

/** Kinds of papers that people put on record. The word is also the kind of the audited object. */
public enum PaperKind implements ClosedChoice {
    /** A license or registration that a licensor and one of our entities agreed on: it takes the place of clauses. */
    AGREEMENT("agreement", Instrument.Kind.AGREEMENT),
    /** Somebody accepted a text for one of our entities. */
    ACCEPTANCE("acceptance", Instrument.Kind.ACCEPTANCE),
    /** How counsel reads a clause that can be read in several ways. */
    LEGAL_POSITION("legal-position", Instrument.Kind.LEGAL_POSITION);

    private final String word;
    private final Instrument.Kind lifting;

    PaperKind(String word, Instrument.Kind lifting) {
        this.word = word;
        this.lifting = lifting;
    }

    @Override
    public String word() {
        return word;
    }

    Instrument.Kind lifting() {
        return lifting;
    }
}
