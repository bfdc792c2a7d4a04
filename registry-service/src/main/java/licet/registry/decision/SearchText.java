package licet.registry.decision;

import java.util.Locale;
import java.util.regex.Pattern;

/** What somebody typed, as a condition over the columns of a row of {@code model}. */
sealed interface SearchText {
    /** The last character there is: nothing that begins with a text stands after the text followed by it. */
    String LAST = "\uDBFF\uDFFF";

    /** Nothing else can be looked up by trigrams: three in a row, or a word's beginning, or its end and the letter before. */
    Pattern BY_TRIGRAMS =
            Pattern.compile("[\\p{L}\\p{N}]{3}|[^\\p{L}\\p{N}][\\p{L}\\p{N}]|[\\p{L}\\p{N}]{2}[^\\p{L}\\p{N}]");

    /** One or two letters, or marks alone: they would match half the catalog, so they find beginnings, by plain indexes. */
    record Beginning(String of) implements SearchText {}

    /** @param part somewhere in owner, name or base, by trigrams */
    record Part(String part) implements SearchText {}

    static SearchText of(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        return BY_TRIGRAMS.matcher(text).find() && text.codePointCount(0, text.length()) >= 3
                ? new Part(text)
                : new Beginning(text);
    }

    /** @param row alias of the row */
    default void addTo(SqlText sql, String row) {
        switch (this) {
            case Beginning(var of) ->
                sql.add(
                        "((%1$s.full_name_lower >= ? AND %1$s.full_name_lower < ?)".formatted(row)
                                + " OR (%1$s.name_lower >= ? AND %1$s.name_lower < ?))".formatted(row),
                        of,
                        of + LAST,
                        of,
                        of + LAST);
            case Part(var part) ->
                sql.add(
                        row + ".found_by LIKE ?",
                        "%" + part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
        }
    }
}
