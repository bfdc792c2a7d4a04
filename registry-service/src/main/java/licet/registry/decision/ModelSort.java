package licet.registry.decision;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import licet.registry.platform.ClosedChoice;

/** The sorts of the model list. Each has an index over its column and the id. */
public enum ModelSort implements ClosedChoice {
    NAME("name", "m.full_name_lower", false, "text"),
    RELEASED("released", "m.released_at", true, "timestamptz"),
    PARAMETERS("parameters", "m.parameters", true, "bigint"),
    DOWNLOADS("downloads", "p.downloads", true, "bigint");

    private final String word;
    private final String column;
    private final boolean descending;
    private final String type;

    ModelSort(String word, String column, boolean descending, String type) {
        this.word = word;
        this.column = column;
        this.descending = descending;
        this.type = type;
    }

    @Override
    public String word() {
        return word;
    }

    String column() {
        return column;
    }

    String type() {
        return type;
    }

    String order() {
        return descending ? column + " DESC NULLS LAST, m.id" : column + ", m.id";
    }

    /** Rows after the one where the last page ended; parameters: column value twice where one is needed, then the id. */
    String after(boolean onNull) {
        if (onNull) {
            return column + " IS NULL AND m.id > ?";
        }
        String value = "CAST(? AS " + type + ")";
        return descending
                ? "(" + column + " < " + value + " OR (" + column + " = " + value + " AND m.id > ?) OR " + column
                        + " IS NULL)"
                : "(" + column + ", m.id) > (" + value + ", ?)";
    }

    /** Whether a cursor's value is one of this column; a cursor can be made up. */
    boolean accepts(String value) {
        try {
            switch (this) {
                case NAME -> {}
                case RELEASED -> Instant.parse(value);
                case PARAMETERS, DOWNLOADS -> Long.parseLong(value);
            }
            return true;
        } catch (DateTimeParseException | NumberFormatException e) {
            return false;
        }
    }

    boolean isDescending() {
        return descending;
    }
}
