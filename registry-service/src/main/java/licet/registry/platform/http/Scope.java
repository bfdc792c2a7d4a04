package licet.registry.platform.http;

import licet.registry.platform.ClosedChoice;

/** What a bearer token may do. */
public enum Scope implements ClosedChoice {
    /** Everything that reads: models, evidence, stored verdicts. */
    READ("read"),
    /** The gate and verdicts on request, and nothing else: for pipelines, which need no more. */
    GATE("gate"),
    /** The whole API. */
    WRITE("write");

    private final String word;

    Scope(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }

    boolean covers(Scope needed) {
        return this == needed || this == WRITE;
    }
}
