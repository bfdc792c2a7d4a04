package licet.registry.decision;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import licet.registry.catalog.Catalog;
import licet.registry.catalog.LocalCatalog;
import licet.registry.fact.CurrentFacts;
import licet.registry.fact.Facts;
import licet.registry.knowledge.ActiveKnowledge;
import licet.registry.platform.Cursor;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.rules.evidence.ModelId;
import licet.rules.lineage.Developers;
import licet.rules.verdict.Evaluator;
import org.jspecify.annotations.Nullable;

/** Lists models with their answers. Answers join by profile, so a list never evaluates anything. */
@Singleton
public class ModelList {
    private static final int COUNT_UP_TO = 10_000;
    private static final String FROM = " FROM model m LEFT JOIN snapshot s ON s.id = m.current_snapshot_id"
            + " LEFT JOIN conclusion c ON c.id = m.current_conclusion_id"
            + " LEFT JOIN popularity p ON p.model_id = m.id";

    private final Database database;
    private final Catalog catalog;
    private final Facts facts;
    private final ActiveKnowledge knowledge;
    private final Developers developers;
    private final Clock clock;

    ModelList(
            Database database,
            Catalog catalog,
            Facts facts,
            ActiveKnowledge knowledge,
            Developers developers,
            Clock clock) {
        this.database = database;
        this.catalog = catalog;
        this.facts = facts;
        this.knowledge = knowledge;
        this.developers = developers;
        this.clock = clock;
    }

    public ModelPage list(ModelQuery query) {
        knowledge.requireActive();
        var current = facts.current();
        return database.read(sql -> {
            var where = filters(query, current);
            var rows = rows(sql, query, where);
            boolean more = rows.size() > query.limit();
            var page = more ? rows.subList(0, query.limit()) : rows;
            var next = more ? Optional.of(cursor(query.sort(), page.getLast()).text()) : Optional.<String>empty();
            return new ModelPage(withAnswers(sql, page, current), next, total(sql, where));
        });
    }

    private Where filters(ModelQuery query, CurrentFacts current) {
        var where = new Where();
        where.and(VISIBLE, catalog.source(), LocalCatalog.SOURCE, catalog.source());
        where.and("m.name_lost_at IS NULL");
        query.text().map(text -> text.toLowerCase(Locale.ROOT)).ifPresent(text -> search(where, text));
        query.license().ifPresent(license -> where.and("c.concluded_license = ?", license));
        query.country()
                .ifPresent(country -> where.and(
                        "(s.country = ? OR (m.tier = 'stated' AND m.current_profile_id IN"
                                + " (SELECT id FROM profile WHERE country = ?)))",
                        country,
                        country));
        query.answer().ifPresent(answer -> {
            var keys = current.deployments().stream()
                    .filter(d ->
                            query.deployment().map(d.deployment().key()::equals).orElse(true))
                    .toList();
            var any = new ArrayList<String>();
            var arguments = new ArrayList<@Nullable Object>();
            for (var deployment : keys) {
                any.add("(v.deployment_key = ? AND v.deployment_version = ?)");
                arguments.add(deployment.deployment().key().value());
                arguments.add(deployment.version());
            }
            arguments.addAll(inputs(current));
            arguments.add(clock.instant());
            arguments.add(answer.name());
            where.and(
                    "m.current_profile_id IN (SELECT v.profile_id FROM verdict v WHERE (" + String.join(" OR ", any)
                            + ") AND " + INPUTS + " AND " + ANSWER + " = ?)",
                    arguments.toArray());
        });
        return where;
    }

    /** A name that somebody only brought is no model beside the Hub's own of that name; a folder is. */
    private static final String VISIBLE = "(m.source = ? OR m.source = ? AND (m.tier = 'examined' OR NOT EXISTS"
            + " (SELECT 1 FROM model h WHERE h.source = ? AND h.owner_lower = m.owner_lower"
            + " AND h.name_lower = m.name_lower AND h.name_lost_at IS NULL)))";

    /** Past its validity a row is not an answer, so it reads as NEEDS until it is made again. */
    private static final String ANSWER = "CASE WHEN v.valid_until <= ? THEN 'NEEDS' ELSE v.verdict END";

    private static final String INPUTS = "v.policy_key = ? AND v.policy_version = ? AND v.organization_version = ?"
            + " AND v.knowledge_digest = ? AND v.engine_version = ?";

    private List<@Nullable Object> inputs(CurrentFacts current) {
        var policy = current.policy().policy();
        return List.of(
                policy.key(), policy.version(), current.organization().version(), knowledge.digest(), Evaluator.ENGINE);
    }

    /** One or two letters would match half the catalog: they find beginnings, by the plain indexes. */
    private static void search(Where where, String text) {
        String escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        if (text.length() < 3) {
            where.and("(m.full_name_lower LIKE ? OR m.name_lower LIKE ?)", escaped + "%", escaped + "%");
        } else {
            where.and("m.full_name_lower LIKE ?", "%" + escaped + "%");
        }
    }

    private List<ModelPage.Row> rows(Statements sql, ModelQuery query, Where filters) {
        var where = new Where(filters);
        var sort = query.sort();
        query.cursor().ifPresent(cursor -> {
            @Nullable String value = cursor.value();
            if (value == null) {
                where.and(sort.after(true), cursor.id());
            } else if (sort.isDescending()) {
                where.and(sort.after(false), value, value, cursor.id());
            } else {
                where.and(sort.after(false), value, cursor.id());
            }
        });
        return sql.list(
                "SELECT m.id, m.source, m.owner, m.name, m.tier, m.released_at, m.parameters, m.current_profile_id,"
                        + " s.revision, s.developer_key, s.country, s.modality, s.gated,"
                        + " c.concluded_license, c.identification_state, c.lineage_state, p.downloads" + FROM
                        + where.text() + " ORDER BY " + sort.order() + " LIMIT " + (query.limit() + 1),
                this::row,
                where.arguments());
    }

    /** A namespace has its developer before anything was read below it. */
    private ModelPage.Row row(ResultSet row) throws SQLException {
        String owner = row.getString("owner");
        String developer = Optional.ofNullable(row.getString("developer_key"))
                .orElseGet(() -> developers.developerOf(new ModelId(owner + "/")));
        return new ModelPage.Row(
                row.getLong("id"),
                owner.isEmpty() ? row.getString("name") : owner + "/" + row.getString("name"),
                row.getString("source"),
                Optional.ofNullable(row.getString("revision")),
                Optional.of(developer),
                Optional.of(
                        Optional.ofNullable(row.getString("country")).orElseGet(() -> developers.countryOf(developer))),
                Optional.ofNullable(row.getString("concluded_license")),
                Optional.ofNullable(row.getString("identification_state")).orElse("unread"),
                Optional.ofNullable(row.getString("lineage_state")).orElse("unread"),
                Optional.ofNullable(row.getString("modality")),
                Optional.ofNullable(row.getObject("parameters", Long.class)),
                Optional.ofNullable(Statements.findInstant(row, "released_at")),
                Optional.ofNullable(row.getString("gated")),
                row.getString("tier"),
                Optional.ofNullable(row.getObject("current_profile_id", Long.class)),
                Optional.ofNullable(row.getObject("downloads", Long.class)),
                Map.of());
    }

    private static Cursor cursor(ModelSort sort, ModelPage.Row row) {
        return new Cursor(
                sort.word(),
                switch (sort) {
                    case NAME -> row.model().toLowerCase(Locale.ROOT);
                    case RELEASED -> row.released().map(Object::toString).orElse(null);
                    case PARAMETERS -> row.parameters().map(Object::toString).orElse(null);
                    case DOWNLOADS -> row.downloads().map(Object::toString).orElse(null);
                },
                row.id());
    }

    private List<ModelPage.Row> withAnswers(Statements sql, List<ModelPage.Row> page, CurrentFacts current) {
        var profiles =
                page.stream().flatMap(row -> row.profile().stream()).distinct().toArray(Long[]::new);
        var answers = new HashMap<Long, Map<String, String>>();
        for (var deployment : current.deployments()) {
            var arguments = new ArrayList<@Nullable Object>();
            arguments.add(clock.instant());
            arguments.add(profiles);
            arguments.add(deployment.deployment().key().value());
            arguments.add(deployment.version());
            arguments.addAll(inputs(current));
            sql.list(
                            "SELECT v.profile_id, " + ANSWER + " AS answer FROM verdict v WHERE v.profile_id = ANY(?)"
                                    + " AND v.deployment_key = ? AND v.deployment_version = ? AND " + INPUTS,
                            row -> Map.entry(row.getLong("profile_id"), row.getString("answer")),
                            arguments.toArray())
                    .forEach(entry -> answers.computeIfAbsent(entry.getKey(), _ -> new HashMap<>())
                            .put(deployment.deployment().key().value(), entry.getValue()));
        }
        return page.stream()
                .map(row -> row.with(answers(row, answers, current)))
                .toList();
    }

    private static Map<String, String> answers(
            ModelPage.Row row, Map<Long, Map<String, String>> byProfile, CurrentFacts current) {
        var all = new java.util.TreeMap<String, String>();
        current.deployments().forEach(d -> all.put(d.deployment().key().value(), "NEEDS"));
        row.profile().map(byProfile::get).ifPresent(all::putAll);
        return all;
    }

    private static String total(Statements sql, Where where) {
        long counted = sql.get(
                "SELECT count(*) AS n FROM (SELECT 1" + FROM + where.text() + " LIMIT " + (COUNT_UP_TO + 1) + ") t",
                row -> row.getLong("n"),
                where.arguments());
        return counted > COUNT_UP_TO ? "10,000+" : String.format(Locale.ROOT, "%,d", counted);
    }

    /** Conditions and their arguments, grown together. */
    private static final class Where {
        private final List<String> conditions = new ArrayList<>();
        private final List<@Nullable Object> arguments = new ArrayList<>();

        Where() {}

        Where(Where other) {
            conditions.addAll(other.conditions);
            arguments.addAll(other.arguments);
        }

        void and(String condition, @Nullable Object... values) {
            conditions.add(condition);
            arguments.addAll(java.util.Arrays.asList(values));
        }

        String text() {
            return " WHERE " + String.join(" AND ", conditions);
        }

        @Nullable Object[] arguments() {
            return arguments.toArray();
        }
    }
}
