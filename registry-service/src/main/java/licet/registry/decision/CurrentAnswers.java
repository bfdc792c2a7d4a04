package licet.registry.decision;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import licet.registry.fact.CurrentFacts;
import licet.registry.instrument.InForce;
import licet.registry.instrument.Instruments;
import licet.registry.knowledge.ActiveKnowledge;
import licet.registry.platform.Statements;
import licet.rules.facts.Question;
import licet.rules.format.CanonicalJson;
import licet.rules.verdict.Answer;
import licet.rules.verdict.Evaluator;
import org.jspecify.annotations.Nullable;

/**
 * The stored answers under the current version of every input. A model's own answer goes before that of its profile; a
 * row past its validity reads NEEDS, and so does a row that is not there.
 */
@Singleton
public final class CurrentAnswers {
    private static final String ANSWER = "CASE WHEN v.valid_until <= ? THEN 'NEEDS' ELSE v.verdict END AS answer";
    private static final String INPUTS = " JOIN unnest(CAST(? AS text[]), CAST(? AS int[]), CAST(? AS text[]))"
            + " AS d(key, version, instruments) ON v.deployment_key = d.key AND v.deployment_version = d.version"
            + " AND v.instruments_digest = d.instruments"
            + " WHERE v.policy_key = ? AND v.policy_version = ? AND v.organization_version = ?"
            + " AND v.knowledge_digest = ? AND v.engine_version = ?";

    /** Parameters: the moment, keys, versions and instruments of deployments, then the version of every other input. */
    static final String OF_PROFILES =
            "SELECT v.profile_id AS id, v.profile_id, v.deployment_key, " + ANSWER + " FROM verdict v" + INPUTS;

    private final ActiveKnowledge knowledge;
    private final Instruments instruments;
    private final Clock clock;

    CurrentAnswers(ActiveKnowledge knowledge, Instruments instruments, Clock clock) {
        this.knowledge = knowledge;
        this.instruments = instruments;
        this.clock = clock;
    }

    private record Row(long of, long profile, String deployment, Answer answer) {}

    /** A model with answers of its own for some deployments. */
    record Own(long profile, Map<String, Answer> answers) {}

    /** Answers by profile and deployment; every deployment has one. */
    public Map<Long, Map<String, Answer>> ofProfiles(Statements sql, CurrentFacts facts) {
        return byProfile(sql, facts, "", new Object[0]);
    }

    Map<Long, Map<String, Answer>> ofProfiles(Statements sql, CurrentFacts facts, List<Long> profiles) {
        return byProfile(sql, facts, " AND v.profile_id = ANY(?)", profiles.toArray(Long[]::new));
    }

    /** Own answers by model. */
    Map<Long, Own> ofModels(Statements sql, CurrentFacts facts) {
        return byModel(sql, facts, "");
    }

    Map<Long, Own> ofModels(Statements sql, CurrentFacts facts, List<Long> models) {
        return byModel(sql, facts, " AND v.model_id = ANY(?)", (Object) models.toArray(Long[]::new));
    }

    private Map<Long, Map<String, Answer>> byProfile(
            Statements sql, CurrentFacts facts, String which, @Nullable Object[] ids) {
        var all = new HashMap<Long, Map<String, Answer>>();
        var rows = sql.list(
                OF_PROFILES + which,
                CurrentAnswers::row,
                which.isEmpty() ? general(facts) : general(facts, (Object) ids));
        rows.forEach(
                row -> all.computeIfAbsent(row.of(), _ -> unanswered(facts)).put(row.deployment(), row.answer()));
        return all;
    }

    private Map<Long, Own> byModel(Statements sql, CurrentFacts facts, String which, @Nullable Object... ids) {
        var all = new HashMap<Long, Own>();
        var rows = sql.list(
                "SELECT v.model_id AS id, m.current_profile_id AS profile_id, v.deployment_key, " + ANSWER
                        + " FROM model_verdict v JOIN model m ON m.id = v.model_id"
                        + " AND m.current_conclusion_id = v.conclusion_id" + INPUTS + which,
                CurrentAnswers::row,
                arguments(facts, InForce.Digests::every, ids));
        rows.forEach(row -> all.computeIfAbsent(row.of(), _ -> new Own(row.profile(), new HashMap<>()))
                .answers()
                .put(row.deployment(), row.answer()));
        return all;
    }

    /** The facts that answers of profiles wait for, each question of a deployment once. */
    List<OpenQuestions.Asked> questions(Statements sql, CurrentFacts facts) {
        return sql.list(
                "SELECT v.deployment_key, q.question, array_agg(DISTINCT v.profile_id) AS profiles FROM verdict v"
                        + " CROSS JOIN LATERAL jsonb_path_query(CAST(v.body AS jsonb),"
                        + " '$.findings[*] ? (@.finding == \"needs\").questions[*]') AS q(question)" + INPUTS
                        + " AND v.verdict = 'NEEDS' GROUP BY v.deployment_key, q.question",
                row -> new OpenQuestions.Asked(
                        row.getString("deployment_key"),
                        CanonicalJson.read(row.getString("question"), Question.class)
                                .id(),
                        Set.of((Long[]) row.getArray("profiles").getArray())),
                withoutMoment(general(facts)));
    }

    private static @Nullable Object[] withoutMoment(@Nullable Object[] arguments) {
        return java.util.Arrays.copyOfRange(arguments, 1, arguments.length);
    }

    private static Row row(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Row(
                row.getLong("id"),
                row.getLong("profile_id"),
                row.getString("deployment_key"),
                Answer.valueOf(row.getString("answer")));
    }

    /** Nothing stored yet is nothing permitted. */
    static Map<String, Answer> unanswered(CurrentFacts facts) {
        var all = new TreeMap<String, Answer>();
        facts.deployments().forEach(d -> all.put(d.deployment().key().value(), Answer.NEEDS));
        return all;
    }

    private @Nullable Object[] general(CurrentFacts facts, @Nullable Object... more) {
        return arguments(facts, InForce.Digests::general, more);
    }

    private @Nullable Object[] arguments(
            CurrentFacts facts, Function<InForce.Digests, String> digest, @Nullable Object... more) {
        var inForce = instruments.current();
        var policy = facts.policy().policy();
        var all = new ArrayList<@Nullable Object>();
        all.add(clock.instant());
        all.add(facts.deployments().stream()
                .map(d -> d.deployment().key().value())
                .toArray(String[]::new));
        all.add(facts.deployments().stream()
                .map(CurrentFacts.VersionedDeployment::version)
                .toArray(Integer[]::new));
        all.add(facts.deployments().stream()
                .map(d -> digest.apply(inForce.digests(d.deployment())))
                .toArray(String[]::new));
        all.add(policy.key());
        all.add(policy.version());
        all.add(facts.organization().version());
        all.add(knowledge.digest());
        all.add(Evaluator.ENGINE);
        all.addAll(java.util.Arrays.asList(more));
        return all.toArray();
    }
}
