package licet.ingest.card;

/** Something about a card that was not as it should be. Kept as data: the card is still evidence. */
public record CardProblem(Kind kind, String message) {
    public enum Kind {
        /** The card has no metadata block at all. */
        NO_FRONT_MATTER,
        /** The block cannot be read, not even after repair. */
        MALFORMED,
        /** The block holds a list or a single value instead of fields. */
        NOT_A_MAPPING,
        DUPLICATE_KEY,
        /** Readable only after changing something that stricter readers reject. */
        REPAIRED,
        /** Too large, too deeply nested, or expanding beyond reason. */
        REFUSED,
        NOT_UTF8
    }
}
