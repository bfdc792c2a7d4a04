package licet.tests.standin;

/**
 * What happened to one model up to a version. Each field is the last version that touched it, 0 where none did.
 *
 * @param content a push of any kind, which gives a new commit
 * @param settings a change without a commit: gate, name, or the Hub's own act
 */
record Past(
        int content, int settings, int license, int weights, int gate, int renamed, boolean disabled, boolean deleted) {
    static final Past NOTHING = new Past(0, 0, 0, 0, 0, 0, false, false);

    /** The parts of the models that change, in thousandths of them; the rest are pushes of the card. */
    enum Change {
        LICENSE(80),
        WEIGHTS(120),
        GATE(50),
        DISABLED(10),
        DELETED(20),
        RENAMED(20),
        CARD(700);

        private final int share;

        Change(int share) {
            this.share = share;
        }

        static Change of(Draw draw) {
            int at = draw.below(1000);
            for (Change change : values()) {
                at -= change.share;
                if (at < 0) {
                    return change;
                }
            }
            return CARD;
        }
    }

    Past then(Change change, int version) {
        return switch (change) {
            case CARD -> new Past(version, settings, license, weights, gate, renamed, disabled, deleted);
            case LICENSE -> new Past(version, settings, version, weights, gate, renamed, disabled, deleted);
            case WEIGHTS -> new Past(version, settings, license, version, gate, renamed, disabled, deleted);
            case GATE -> new Past(content, version, license, weights, version, renamed, disabled, deleted);
            case RENAMED -> new Past(content, version, license, weights, gate, version, disabled, deleted);
            case DISABLED -> new Past(content, version, license, weights, gate, renamed, true, deleted);
            case DELETED -> new Past(content, version, license, weights, gate, renamed, disabled, true);
        };
    }

    int last() {
        return Math.max(content, settings);
    }
}
