package licet.rules.license;

/** What a deployment does with a model. Every license file says for each act whether it is granted. */
public enum Act {
    USE,
    EVALUATE,
    COPY,
    MODIFY,
    DISTRIBUTE_WEIGHTS,
    DISTRIBUTE_DERIVATIVES,
    HOST_FOR_THIRD_PARTIES,
    USE_OUTPUTS_COMMERCIALLY,
    TRAIN_ON_OUTPUTS,
    SUBLICENSE
}
