package licet.registry.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.Statements;

/**
 * The sorts of the model list. Each has an index over its value and the id, and one over the profile before them. Values
 * are never empty: what is not known stands last.
 */
public enum ModelSort implements ClosedChoice {
    NAME("name", "m.full_name_lower", false, "text"),
    RELEASED("released", "coalesce(m.released_at, '-infinity'::timestamptz)", true, "timestamptz"),
    PARAMETERS("parameters", "coalesce(m.parameters, -1)", true, "bigint"),
    DOWNLOADS("downloads", "p.downloads", true, "bigint"),
    LIKES("likes", "p.likes", true, "bigint");

    private static final String LAST_INSTANT = "-infinity";

    private final String word;
    private final String value;
    private final boolean descending;
    private final String type;

    ModelSort(String word, String value, boolean descending, String type) {
        this.word = word;
        this.value = value;
        this.descending = descending;
        this.type = type;
    }

    @Override
    public String word() {
        return word;
    }

    boolean isDescending() {
        return descending;
    }

    /** Whether the value stands in the narrow table of counters. */
    boolean isPopularity() {
        return this == DOWNLOADS || this == LIKES;
    }

    /** Where everything of which the value is not known stands. */
    String last() {
        return switch (this) {
            case NAME -> "";
            case RELEASED -> LAST_INSTANT;
            case PARAMETERS -> "-1";
            case DOWNLOADS, LIKES -> "0";
        };
    }

    /** What is sorted by, over {@code model m} or {@code popularity p}. */
    String value() {
        return value;
    }

    /** The same as a value that the order of a page can be made of; counters are looked up by the id. */
    String valueOfModel() {
        return isPopularity() ? "coalesce((SELECT " + value + " FROM popularity p WHERE p.model_id = m.id), 0)" : value;
    }

    String id() {
        return isPopularity() ? "p.model_id" : "m.id";
    }

    /** The profile, in the table whose index leads with it. */
    String profile() {
        return isPopularity() ? "p.profile_id" : "m.current_profile_id";
    }

    String from() {
        return isPopularity() ? "popularity p JOIN model m ON m.id = p.model_id" : "model m";
    }

    String order(String value, String id) {
        return descending ? value + " DESC, " + id + " DESC" : value + ", " + id;
    }

    /** Rows after the one where the last page ended; parameters: its value as text, its id. */
    String after(String value, String id) {
        return "(" + value + ", " + id + ") " + (descending ? "<" : ">") + " (CAST(? AS " + type + "), ?)";
    }

    /** Whether a cursor's value is one of this sort; a cursor can be made up. */
    boolean accepts(String text) {
        try {
            switch (this) {
                case NAME -> {}
                case RELEASED -> {
                    if (!text.equals(LAST_INSTANT)) {
                        Instant.parse(text);
                    }
                }
                case PARAMETERS, DOWNLOADS, LIKES -> Long.parseLong(text);
            }
            return true;
        } catch (DateTimeParseException | NumberFormatException e) {
            return false;
        }
    }

    /** The value of a row as its cursor holds it, out of the column {@code value}. */
    String text(ResultSet row) throws SQLException {
        return text(row, "value");
    }

    String text(ResultSet row, String column) throws SQLException {
        return switch (this) {
            case NAME -> row.getString(column);
            // The driver reads infinity as the farthest moment, which no text can hold.
            case RELEASED ->
                row.getString(column).equals(LAST_INSTANT)
                        ? LAST_INSTANT
                        : Statements.getInstant(row, column).toString();
            case PARAMETERS, DOWNLOADS, LIKES -> Long.toString(row.getLong(column));
        };
    }

    /** Compares two such values in ascending order. */
    int compare(String left, String right) {
        return switch (this) {
            case NAME -> BytesOrder.compare(left, right);
            case RELEASED -> instant(left).compareTo(instant(right));
            case PARAMETERS, DOWNLOADS, LIKES -> Long.compare(Long.parseLong(left), Long.parseLong(right));
        };
    }

    private static Instant instant(String text) {
        return text.equals(LAST_INSTANT) ? Instant.MIN : Instant.parse(text);
    }
}
