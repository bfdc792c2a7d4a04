package licet.rules.policy;

/** What a rule is about; pages group reasons by it, so the set is closed. */
public enum Topic {
    LICENSE,
    JURISDICTION,
    LINEAGE,
    IDENTIFICATION,
    SECURITY_SCAN,
    GATING,
    /** How old terms and figures are. */
    AGE,
    /** What has to be on record. */
    FACTS,
    /** What the model is used for. */
    USE
}
