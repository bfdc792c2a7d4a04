package licet.rules.evidence;

/** Parts of a model repository that can stand under different licenses. */
public enum Artifact {
    WEIGHTS,
    CODE,
    TOKENIZER,
    DOCUMENTATION
}
