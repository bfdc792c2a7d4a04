package licet.rules.verdict;

import licet.rules.Check;

/**
 * One thing that is not as it was when people decided.
 *
 * @param about what it is: a policy, a place in the lineage, a clause, a fact, an act, an address, an instrument
 * @param before empty where there was none
 * @param after empty where there is none any more
 */
public record BasisChange(Kind kind, String about, String before, String after) {
    public BasisChange {
        Check.notBlank(about, "about");
        Check.that(!before.equals(after), "%s is the same before and after: %s".formatted(about, before));
    }

    public enum Kind {
        /** Another policy, another version of it, or another rule of it applies. */
        POLICY,
        /** Other models stand between the judged one and a text. */
        LINEAGE,
        /** Another revision, or another text. */
        EVIDENCE,
        /** A fact lies on another side, or has another value. */
        FACT,
        /** Something else is found about the same clause, or it does not apply any more, or newly applies. */
        REASON,
        /** What the deployment does, where, and for whom. */
        USE,
        /** A page that its publisher changes says something else. */
        TERMS,
        /** What lifted a finding beside approvals is gone, or something else lifts now. */
        INSTRUMENT
    }
}
