package licet.registry.clearing;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import licet.registry.catalog.Catalog;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.audit.Actor;

/**
 * Concludes again what has the evidence of a clearing: the first models in its own transaction and the rest, where they
 * are very many, in portions. Until its turn a model stands as before, which permits less. What is revoked is concluded
 * at once, however many there are.
 */
@Singleton
class Following {
    private static final int PORTION = 500;

    private final Catalog catalog;
    private final QuestionTable asked;
    private final Clearings clearings;
    private final Database database;

    Following(Catalog catalog, QuestionTable asked, Clearings clearings, Database database) {
        this.catalog = catalog;
        this.asked = asked;
        this.clearings = clearings;
        this.database = database;
    }

    void begin(Statements sql, UUID id, List<String> keys, Actor actor) {
        portion(sql, id, keys, 0, actor);
    }

    void all(Statements sql, UUID id, List<String> keys, Actor actor) {
        long after = 0;
        while (after >= 0) {
            after = portion(sql, id, keys, after, actor);
        }
    }

    /** Returns the last model of this portion, or a negative number when it was the last portion. */
    private long portion(Statements sql, UUID id, List<String> keys, long after, Actor actor) {
        var models = asked.listModels(sql, keys, after, PORTION);
        if (!models.isEmpty()) {
            catalog.concludeSettled(sql, models, actor);
        }
        boolean done = models.size() < PORTION;
        sql.update("UPDATE clearing SET follows = ? WHERE id = ?", done ? null : models.getLast(), id);
        return done ? -1 : models.getLast();
    }

    private record Waiting(UUID id, long after) {}

    /** Does one portion of each clearing that others wait for. Returns how many clearings still have more to do. */
    int goOn() {
        var waiting = database.read(sql -> sql.list(
                "SELECT id, follows FROM clearing WHERE follows IS NOT NULL ORDER BY id",
                row -> new Waiting(row.getObject("id", UUID.class), row.getLong("follows"))));
        int left = 0;
        for (var each : waiting) {
            left += database.write(sql -> {
                Catalog.writeAlone(sql);
                var keys = sql.list(
                        "SELECT key FROM clearing_evidence WHERE clearing_id = ?",
                        row -> row.getString("key"),
                        each.id());
                return portion(sql, each.id(), keys, each.after(), Actor.PRODUCT) < 0 ? 0 : 1;
            });
        }
        return left;
    }

    /** Notes the questions of models that were concluded before questions were kept. Returns whether there are more. */
    boolean noteOlder() {
        return database.write(sql -> {
            Catalog.writeAlone(sql);
            long after = sql.get("SELECT model_id FROM evidence_question_noted", row -> row.getLong("model_id"));
            var models = sql.list(
                    "SELECT id FROM model WHERE id > ? AND current_conclusion_id IS NOT NULL ORDER BY id LIMIT ?",
                    row -> row.getLong("id"),
                    after,
                    PORTION);
            for (long model : models) {
                catalog.findCurrent(model)
                        .ifPresent(judged -> catalog.findEvidence(model)
                                .ifPresent(evidence -> clearings.concluded(sql, model, evidence, judged.conclusion())));
            }
            if (!models.isEmpty()) {
                sql.update("UPDATE evidence_question_noted SET model_id = ?", models.getLast());
            }
            return models.size() == PORTION;
        });
    }
}
