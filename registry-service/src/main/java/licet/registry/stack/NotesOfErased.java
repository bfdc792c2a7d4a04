package licet.registry.stack;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.stream.Collectors;
import licet.registry.identity.PersonalTraces;
import licet.registry.platform.Statements;

/** Notes can name people. Who took which step are ids alone. */
@Singleton
final class NotesOfErased implements PersonalTraces {
    @Override
    public int erase(Statements sql, Erased erased) {
        String words = erased.words().stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(word -> word.replaceAll("[^\\p{L}\\p{N}]", "\\\\$0"))
                .collect(Collectors.joining("|", "(?<![[:alnum:]])(", ")(?![[:alnum:]])"));
        return replace(sql, "slot_note", "words", words, erased)
                + replace(sql, "stack_review_item", "reason", words, erased)
                + replace(sql, "slot_filling", "routing", words, erased);
    }

    private static int replace(Statements sql, String table, String column, String words, Erased erased) {
        return sql.update(
                "UPDATE %1$s SET %2$s = regexp_replace(%2$s, ?, ?, 'gi') WHERE %2$s ~* ?".formatted(table, column),
                words,
                erased.pseudonym(),
                words);
    }
}
