package licet.registry.catalog;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import licet.registry.platform.Statements;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was last read of files that the newest look could not read, so that a failed reading hides no change.
 *
 * <p>Texts are maps as in {@link licet.registry.drift.ModelFacts}: by path, without a hash where a file could not be read.
 */
@Singleton
final class UnreadTexts {
    /** The same texts, with the last content that was read in place of what could not be read now. */
    Map<String, Optional<String>> filled(Statements sql, long model, Map<String, Optional<String>> texts) {
        if (allRead(texts)) {
            return texts;
        }
        var filled = new HashMap<>(texts);
        var last = last(sql, model);
        texts.forEach((path, hash) -> {
            var kept = last.get(IndexedText.of(path));
            if (hash.isEmpty() && kept != null) {
                kept.ifPresentOrElse(_ -> filled.put(path, kept), () -> filled.remove(path));
            }
        });
        return filled;
    }

    /** @param before already filled; empty for a model of which only a list was seen */
    void keep(
            Statements sql,
            long model,
            Optional<Map<String, Optional<String>>> before,
            Map<String, Optional<String>> now) {
        sql.update("DELETE FROM unread_text WHERE model_id = ?", model);
        if (before.isEmpty() || allRead(now)) {
            return;
        }
        List<@Nullable Object[]> rows = new ArrayList<>();
        now.forEach((path, hash) -> {
            if (hash.isEmpty() && !isUnread(before.get(), path)) {
                rows.add(new @Nullable Object[] {model, IndexedText.of(path), hash(before.get(), path)});
            }
        });
        sql.batch(
                "INSERT INTO unread_text (model_id, path, last_sha256) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", rows);
    }

    private static Map<String, Optional<String>> last(Statements sql, long model) {
        Map<String, Optional<String>> last = new HashMap<>();
        sql.list(
                        "SELECT path, last_sha256 FROM unread_text WHERE model_id = ?",
                        row -> Map.entry(row.getString("path"), Optional.ofNullable(row.getString("last_sha256"))),
                        model)
                .forEach(kept -> last.put(kept.getKey(), kept.getValue()));
        return last;
    }

    private static boolean allRead(Map<String, Optional<String>> texts) {
        return texts.values().stream().allMatch(Optional::isPresent);
    }

    private static boolean isUnread(Map<String, Optional<String>> texts, String path) {
        return texts.containsKey(path) && texts.get(path).isEmpty();
    }

    private static @Nullable String hash(Map<String, Optional<String>> texts, String path) {
        return texts.getOrDefault(path, Optional.empty()).orElse(null);
    }
}
