package licet.registry.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import licet.registry.platform.Statements;
import licet.registry.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Lists read the answers of now out of one index, whatever edits left behind. */
class AnswerPlansTest {
    private static final List<String> INPUTS = List.of("profile", "deployment", "policy", "organization", "knowledge");

    /** Each of 20 edits left its answers for 400 profiles and 3 deployments. What they refer to plays no part. */
    private static void fill(Statements owner) {
        // Rows whose commit is not written yet are not visible to all, and would be looked up one by one.
        owner.update("SET synchronous_commit = on");
        INPUTS.forEach(input -> owner.update("ALTER TABLE verdict DROP CONSTRAINT verdict_" + input + "_fk"));
        owner.update("INSERT INTO verdict (profile_id, deployment_key, deployment_version, policy_key, policy_version,"
                + " organization_version, knowledge_digest, engine_version, instruments_digest, verdict, evaluated_at, body)"
                + " SELECT p, 'd' || d, 1, 'balanced', edit, 1, 'k', 'e', '', 'NEEDS', now(), md5(p::text)"
                + " FROM generate_series(1, 20) edit, generate_series(1, 400) p, generate_series(1, 3) d");
        owner.update("VACUUM (ANALYZE) verdict");
    }

    private static String plan(Statements sql, String more, @Nullable Object... arguments) {
        var all = new ArrayList<@Nullable Object>(List.of(
                java.time.Instant.EPOCH,
                new String[] {"d1", "d2", "d3"},
                new Integer[] {1, 1, 1},
                new String[] {"", "", ""},
                "balanced",
                17,
                1,
                "k",
                "e"));
        all.addAll(Arrays.asList(arguments));
        return String.join(
                "\n", sql.list("EXPLAIN " + CurrentAnswers.OF_PROFILES + more, row -> row.getString(1), all.toArray()));
    }

    @Test
    void answersAreReadOutOfTheIndexOfTheirInputs() throws SQLException {
        try (var database = TestDatabase.create()) {
            try (var owner = database.owner().connect()) {
                fill(new Statements(owner));
            }
            try (var connection = database.app().connect()) {
                var sql = new Statements(connection);
                assertThat(plan(sql, "")).contains("Index Only Scan using verdict_pk");
                assertThat(plan(sql, " AND v.profile_id = ANY(?)", (Object) new Long[] {5L, 7L, 9L}))
                        .contains("Index Only Scan using verdict_pk");
            }
        }
    }
}
