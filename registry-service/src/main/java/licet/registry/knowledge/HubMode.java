package licet.registry.knowledge;

/** Which Hub the product reads. */
public enum HubMode {
    /** The small recorded one that ships with the product. */
    RECORDED,
    LIVE;

    /** The source that models of this Hub carry, so that recorded and real repositories never mix. */
    public String source() {
        return switch (this) {
            case RECORDED -> "recorded";
            case LIVE -> "hub";
        };
    }
}
