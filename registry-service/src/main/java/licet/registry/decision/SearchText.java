package licet.registry.decision;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What somebody typed, as a condition over the columns of a row of {@code model}. */
sealed interface SearchText {
    /** The last character there is: nothing that begins with a text stands after the text followed by it. */
    String LAST = "\uDBFF\uDFFF";

    String FULL_NAME = "(%1$s.full_name_lower >= ? AND %1$s.full_name_lower < ?)";
    String NAME = "(%1$s.name_lower >= ? AND %1$s.name_lower < ?)";

    /** Nothing else can be looked up by trigrams: three in a row, or a word's beginning, or its end and the letter before. */
    Pattern BY_TRIGRAMS =
            Pattern.compile("[\\p{L}\\p{N}]{3}|[^\\p{L}\\p{N}][\\p{L}\\p{N}]|[\\p{L}\\p{N}]{2}[^\\p{L}\\p{N}]");

    /** One or two letters, or marks alone: they would match half the catalog, so they find beginnings, by plain indexes. */
    record Beginning(String of) implements SearchText {}

    /** Models whose owner begins with it, or whose owner and name together do. */
    record OwnerBeginning(String of) implements SearchText {}

    /** Models whose name begins with it, and whose owner does not. */
    record NameBeginning(String of) implements SearchText {}

    /**
     * @param part somewhere in owner, name or base
     * @param indexed whether to find it by trigrams; not where few models are left to look at
     */
    record Part(String part, boolean indexed) implements SearchText {}

    static SearchText of(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        return BY_TRIGRAMS.matcher(text).find() && text.codePointCount(0, text.length()) >= 3
                ? new Part(text, true)
                : new Beginning(text);
    }

    /** The same as conditions of which a model fulfils one at most; models of the first stand together among the names. */
    default List<SearchText> alternatives() {
        return this instanceof Beginning(var of)
                ? List.of(new OwnerBeginning(of), new NameBeginning(of))
                : List.of(this);
    }

    /** @param row alias of the row */
    default void addTo(SqlText sql, String row) {
        switch (this) {
            case Beginning(var of) ->
                sql.add(
                        "(" + FULL_NAME.formatted(row) + " OR " + NAME.formatted(row) + ")",
                        of,
                        of + LAST,
                        of,
                        of + LAST);
            case OwnerBeginning(var of) -> sql.add(FULL_NAME.formatted(row), of, of + LAST);
            case NameBeginning(var of) ->
                sql.add(NAME.formatted(row) + " AND NOT " + FULL_NAME.formatted(row), of, of + LAST, of, of + LAST);
            case Part(var part, var indexed) ->
                sql.add(
                        (indexed ? row + ".found_by" : "(" + row + ".found_by || '')") + " LIKE ?",
                        "%" + part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
        }
    }
}
