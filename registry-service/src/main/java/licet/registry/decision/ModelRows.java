package licet.registry.decision;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import licet.registry.catalog.LocalCatalog;
import licet.registry.fact.CurrentFacts;
import licet.registry.platform.Statements;
import licet.rules.Knowledge;
import licet.rules.jurisdiction.Developer;
import licet.rules.verdict.Answer;

/** What a list shows of models, by their ids: the row, its profile, and the answers of both. */
@Singleton
final class ModelRows {
    private final KnownProfiles profiles;
    private final CurrentAnswers answers;
    private final Knowledge knowledge;

    ModelRows(KnownProfiles profiles, CurrentAnswers answers, Knowledge knowledge) {
        this.profiles = profiles;
        this.answers = answers;
        this.knowledge = knowledge;
    }

    /** In the order of the ids. */
    List<ModelPage.Row> list(Statements sql, List<Long> ids, CurrentFacts facts) {
        if (ids.isEmpty()) {
            return List.of();
        }
        profiles.list(sql);
        var rows = sql
                .list(
                        "SELECT m.id, m.source, m.owner, m.name, m.tier, m.released_at, m.parameters, m.current_profile_id,"
                                + " s.revision, p.downloads, p.likes FROM model m"
                                + " LEFT JOIN snapshot s ON s.id = m.current_snapshot_id"
                                + " LEFT JOIN popularity p ON p.model_id = m.id WHERE m.id = ANY(?)",
                        this::row,
                        (Object) ids.toArray(Long[]::new))
                .stream()
                .collect(Collectors.toMap(ModelPage.Row::id, Function.identity()));
        var verdicts = verdicts(sql, rows, facts);
        return ids.stream()
                .map(id -> Objects.requireNonNull(rows.get(id)).with(Objects.requireNonNull(verdicts.get(id))))
                .toList();
    }

    private ModelPage.Row row(ResultSet row) throws SQLException {
        String owner = row.getString("owner");
        var profileId = Optional.ofNullable(row.getObject("current_profile_id", Long.class));
        var profile = profileId.flatMap(profiles::find);
        String developer = knowledge.jurisdictions().developerOf(owner).key();
        return new ModelPage.Row(
                row.getLong("id"),
                owner.isEmpty() ? row.getString("name") : owner + "/" + row.getString("name"),
                row.getString("source"),
                Optional.ofNullable(row.getString("revision")),
                Optional.of(developer),
                Optional.of(knowledge.jurisdictions().countryOf(developer))
                        .filter(country -> !country.equals(Developer.UNKNOWN_COUNTRY)),
                profile.flatMap(ListedProfile::license),
                profile.map(ListedProfile::identification).orElse("unread"),
                profile.map(ListedProfile::lineage).orElse("unread"),
                profile.map(ListedProfile::modality),
                Optional.ofNullable(row.getObject("parameters", Long.class)),
                Optional.ofNullable(Statements.findInstant(row, "released_at")),
                profile.map(ListedProfile::gated),
                row.getString("tier"),
                profileId,
                counted(row, "downloads"),
                counted(row, "likes"),
                Map.of());
    }

    /** Nobody counts what was imported or stated; it has a row of zeros, so that it is listed in every order. */
    private static Optional<Long> counted(ResultSet row, String column) throws SQLException {
        return row.getString("source").equals(LocalCatalog.SOURCE)
                        || row.getString("tier").equals("stated")
                ? Optional.empty()
                : Optional.ofNullable(row.getObject(column, Long.class));
    }

    private Map<Long, Map<String, String>> verdicts(Statements sql, Map<Long, ModelPage.Row> rows, CurrentFacts facts) {
        var unanswered = CurrentAnswers.unanswered(facts);
        var byProfile = answers.ofProfiles(
                sql,
                facts,
                rows.values().stream()
                        .flatMap(row -> row.profile().stream())
                        .distinct()
                        .toList());
        var own = answers.ofModels(sql, facts, List.copyOf(rows.keySet()));
        var all = new HashMap<Long, Map<String, String>>();
        rows.forEach((id, row) -> {
            var ofProfile = row.profile()
                    .map(profile -> byProfile.getOrDefault(profile, unanswered))
                    .orElse(unanswered);
            var ofModel = Optional.ofNullable(own.get(id))
                    .map(CurrentAnswers.Own::answers)
                    .orElse(Map.of());
            all.put(id, written(Branches.joined(ofProfile, ofModel)));
        });
        return all;
    }

    private static Map<String, String> written(Map<String, Answer> answers) {
        var all = new TreeMap<String, String>();
        answers.forEach((deployment, answer) -> all.put(deployment, answer.name()));
        return all;
    }
}
