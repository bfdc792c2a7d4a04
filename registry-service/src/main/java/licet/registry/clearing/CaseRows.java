package licet.registry.clearing;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.Statements;

/** Cases as lists show them: equal evidence counted once, with who waits for it. */
@Singleton
class CaseRows {
    private static final int MOST_MODELS = 100;

    private static final String WAITING = " FROM evidence_question q JOIN model m ON m.id = q.model_id"
            + " AND m.name_lost_at IS NULL WHERE q.open AND q.key = q.case_key";

    /** Open cases of each kind. */
    Map<String, Long> count(Statements sql) {
        Map<String, Long> counts = new TreeMap<>();
        sql.list(
                        "SELECT q.kind, count(DISTINCT q.key) AS n" + WAITING + " GROUP BY q.kind",
                        row -> Map.entry(row.getString("kind"), row.getLong("n")))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    /** The largest first. @param after where the page before ended */
    List<WaitingCase> list(Statements sql, Optional<QuestionKind> kind, CasePlace after, int limit) {
        String wanted = kind.map(QuestionKind::word).orElse("");
        var rows = sql.list(
                "SELECT q.kind, q.key, count(*) AS models, (array_agg(m.owner || '/' || m.name ORDER BY q.model_id))[1]"
                        + " AS example" + WAITING + " AND (? = '' OR q.kind = ?)"
                        + " GROUP BY q.kind, q.key HAVING (-count(*), q.key, q.kind) > (?, ?, ?)"
                        + " ORDER BY count(*) DESC, q.key, q.kind LIMIT ?",
                CaseRows::read,
                wanted,
                wanted,
                -after.models(),
                after.key(),
                after.kind(),
                limit);
        var keys = rows.stream().map(WaitingCase::key).toArray(String[]::new);
        var deployments = deployments(sql, keys);
        var proposals = proposals(sql, keys);
        return rows.stream()
                .map(row -> row.with(
                        deployments.getOrDefault(row.key(), 0L), Optional.ofNullable(proposals.get(row.key()))))
                .toList();
    }

    private static WaitingCase read(ResultSet row) throws SQLException {
        return new WaitingCase(
                ClosedChoice.find(QuestionKind.class, row.getString("kind")).orElseThrow(),
                row.getString("key"),
                row.getString("example").replaceFirst("^/", ""),
                row.getLong("models"),
                0,
                Optional.empty());
    }

    /** In how many deployments a model with this evidence is answered with NEEDS. */
    Map<String, Long> deployments(Statements sql, String... keys) {
        Map<String, Long> counts = new HashMap<>();
        sql.list(
                        "SELECT q.key, count(DISTINCT v.deployment_key) AS n FROM evidence_question q"
                                + " JOIN model m ON m.id = q.model_id JOIN verdict v ON v.profile_id = m.current_profile_id"
                                + " AND v.verdict = 'NEEDS' WHERE q.open AND q.key = ANY(?) GROUP BY q.key",
                        row -> Map.entry(row.getString("key"), row.getLong("n")),
                        (Object) keys)
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    private static Map<String, String> proposals(Statements sql, String... keys) {
        Map<String, String> ids = new HashMap<>();
        sql.list(
                        "SELECT k.key, min(c.id::text) AS id FROM clearing_evidence k JOIN clearing c ON c.id = k.clearing_id"
                                + " WHERE c.state = 'proposed' AND k.key = ANY(?) GROUP BY k.key",
                        row -> Map.entry(row.getString("key"), row.getString("id")),
                        (Object) keys)
                .forEach(entry -> ids.put(entry.getKey(), entry.getValue()));
        return ids;
    }

    /** @param names the most used first, at most a hundred */
    record Sharing(long count, List<String> names) {}

    /** Who has this evidence, or a copy of it. */
    Sharing sharing(Statements sql, List<String> keys) {
        Object all = keys.toArray(String[]::new);
        return new Sharing(
                sql.get(
                        "SELECT count(DISTINCT model_id) AS n FROM evidence_question WHERE key = ANY(?)",
                        row -> row.getLong("n"),
                        all),
                sql.list(
                        "SELECT m.owner, m.name FROM model m LEFT JOIN popularity p ON p.model_id = m.id WHERE m.id IN"
                                + " (SELECT model_id FROM evidence_question WHERE key = ANY(?))"
                                + " ORDER BY p.downloads DESC NULLS LAST, m.id LIMIT " + MOST_MODELS,
                        row -> (row.getString("owner") + "/" + row.getString("name")).replaceFirst("^/", ""),
                        all));
    }

    /** Models with one of these identities, the most used first. */
    List<Long> listMostUsed(Statements sql, List<String> keys, int most) {
        return sql.list(
                "SELECT m.id FROM model m LEFT JOIN popularity p ON p.model_id = m.id WHERE m.id IN"
                        + " (SELECT model_id FROM evidence_question WHERE key = ANY(?))"
                        + " ORDER BY p.downloads DESC NULLS LAST, m.id LIMIT ?",
                row -> row.getLong("id"),
                keys.toArray(String[]::new),
                most);
    }

    /** How rows of models are found by a name, whatever the case. */
    static String key(String model) {
        String lower = model.toLowerCase(java.util.Locale.ROOT);
        return lower.contains("/") ? lower : "/" + lower;
    }

    /** The case of one model, an open one first. */
    Optional<String> findKey(Statements sql, String source, String model, QuestionKind kind) {
        return sql
                .list(
                        "SELECT q.key FROM model m JOIN evidence_question q ON q.model_id = m.id AND q.key = q.case_key"
                                + " WHERE m.source = ? AND m.full_name_lower = ? AND m.name_lost_at IS NULL AND q.kind = ?"
                                + " ORDER BY q.open DESC, q.key LIMIT 1",
                        row -> row.getString("key"),
                        source,
                        key(model),
                        kind.word())
                .stream()
                .findFirst();
    }
}
