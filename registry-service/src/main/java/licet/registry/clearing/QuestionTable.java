package licet.registry.clearing;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import licet.registry.platform.Statements;

/** The rows behind what waits for people. */
@Singleton
class QuestionTable {
    /** @param open false where it is answered */
    record Row(Question question, boolean open) {}

    /** In place of what was noted of this model before. */
    void write(Statements sql, long model, List<Row> rows) {
        sql.update("DELETE FROM evidence_question WHERE model_id = ?", model);
        var values = new ArrayList<Object[]>();
        for (var row : rows) {
            var keys = row.question().keys();
            for (String key : keys) {
                values.add(new Object[] {model, key, row.question().kind().word(), keys.getFirst(), row.open()});
            }
        }
        sql.batch(
                "INSERT INTO evidence_question (model_id, key, kind, case_key, open) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING",
                values);
    }

    /** @param open false where it is answered for this model */
    record Example(long model, boolean open) {}

    /** The most used model of a case, an open one first. */
    Optional<Example> findExample(Statements sql, QuestionKind kind, String key) {
        return sql
                .list(
                        "SELECT q.model_id, q.open FROM evidence_question q LEFT JOIN popularity p USING (model_id)"
                                + " WHERE q.key = ? AND q.kind = ?"
                                + " ORDER BY q.open DESC, p.downloads DESC NULLS LAST, q.model_id LIMIT 1",
                        row -> new Example(row.getLong("model_id"), row.getBoolean("open")),
                        key,
                        kind.word())
                .stream()
                .findFirst();
    }

    /** Models with one of these identities, in order. */
    List<Long> listModels(Statements sql, Collection<String> keys, long after, int most) {
        return sql.list(
                "SELECT DISTINCT model_id FROM evidence_question WHERE key = ANY(?) AND model_id > ?"
                        + " ORDER BY model_id LIMIT ?",
                row -> row.getLong("model_id"),
                keys.toArray(String[]::new),
                after,
                most);
    }

    /** All identities of the evidence of the models that make up a case, the leading one first. */
    List<String> listKeys(Statements sql, QuestionKind kind, String key) {
        var keys = new LinkedHashSet<String>();
        keys.add(key);
        keys.addAll(sql.list(
                "SELECT DISTINCT o.key FROM evidence_question q JOIN evidence_question o ON o.model_id = q.model_id"
                        + " AND o.case_key = q.key WHERE q.key = ? AND q.kind = ? ORDER BY o.key LIMIT 10000",
                row -> row.getString("key"),
                key,
                kind.word()));
        return List.copyOf(keys);
    }
}
