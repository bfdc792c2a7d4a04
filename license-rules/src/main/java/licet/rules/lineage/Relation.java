package licet.rules.lineage;

/** How a model was made from its parent. */
public enum Relation {
    ADAPTER,
    MERGE,
    QUANTIZED,
    FINETUNE,
    /** Trained on the parent's outputs: supplied by people or hints, never by the Hub. */
    DISTILLED,
    /** A parent is declared without saying how. */
    UNSPECIFIED
}
