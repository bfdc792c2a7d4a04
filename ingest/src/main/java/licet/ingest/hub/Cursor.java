package licet.ingest.hub;

/** The place in a list where the next page starts. Opaque: taken from the Hub, kept, and given back. */
public record Cursor(String value) {
    static final int LONGEST = 2048;

    public Cursor {
        if (value.isEmpty() || value.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a cursor of %d characters is none: take it from a page, 1 to %d characters"
                            .formatted(value.length(), LONGEST));
        }
    }
}
