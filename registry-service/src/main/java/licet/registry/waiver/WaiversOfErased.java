package licet.registry.waiver;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.stream.Collectors;
import licet.registry.identity.PersonalTraces;
import licet.registry.platform.Statements;

/** Addresses of evidence and names of documents often name their author. Who took which step are ids alone. */
@Singleton
final class WaiversOfErased implements PersonalTraces {
    @Override
    public int erase(Statements sql, Erased erased) {
        String words = erased.words().stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(WaiversOfErased::literally)
                .collect(Collectors.joining("|", "(?<![[:alnum:]])(", ")(?![[:alnum:]])"));
        String instead = erased.pseudonym().replace(' ', '-');
        return sql.update(
                "UPDATE waiver SET evidence_link = regexp_replace(evidence_link, ?, ?, 'gi'),"
                        + " document_name = regexp_replace(document_name, ?, ?, 'gi')"
                        + " WHERE evidence_link ~* ? OR document_name ~* ?",
                words,
                instead,
                words,
                instead,
                words,
                words);
    }

    private static String literally(String word) {
        return word.replaceAll("[^\\p{L}\\p{N}]", "\\\\$0");
    }
}
