package licet.registry.watch;

import licet.registry.platform.ClosedChoice;

/** How closely a watch looks. The Hub's quota decides: reading everything would take weeks, listing it half an hour. */
public enum Tier implements ClosedChoice {
    /** The list item alone: that a model exists, and whether it moved. */
    LISTED("listed"),
    /** All evidence. */
    EXAMINED("examined");

    private final String word;

    Tier(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
