package licet.registry.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import licet.registry.platform.Statements;

/**
 * What a list of models needs to know beyond their rows.
 *
 * @param disabled whether the Hub took it down
 * @param missing whether the Hub denies it
 * @param bases names in lower case of what it was made from, as it declares
 */
public record OnHub(boolean disabled, boolean missing, List<String> bases) {
    public OnHub {
        bases = List.copyOf(bases);
    }

    /** Whether it can be had there as far as is known. */
    public boolean isThere() {
        return !disabled && !missing;
    }

    /** In one statement, by id; ids that are not on record are left out. */
    public static Map<Long, OnHub> of(Statements sql, List<Long> ids) {
        return sql
                .list(
                        "SELECT m.id, lower(m.bases) AS bases, coalesce(l.disabled, false) AS disabled,"
                                + " l.missing_since IS NOT NULL AS missing FROM model m"
                                + " LEFT JOIN listing l ON l.model_id = m.id WHERE m.id = ANY(?)",
                        row -> Map.entry(
                                row.getLong("id"),
                                new OnHub(
                                        row.getBoolean("disabled"),
                                        row.getBoolean("missing"),
                                        names(Optional.ofNullable(row.getString("bases"))))),
                        (Object) ids.toArray(Long[]::new))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<String> names(Optional<String> column) {
        return column.map(text -> Arrays.stream(text.split(" "))
                        .filter(name -> !name.isEmpty())
                        .toList())
                .orElse(List.of());
    }
}
