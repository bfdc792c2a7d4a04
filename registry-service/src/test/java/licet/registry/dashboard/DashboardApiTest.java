package licet.registry.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import licet.registry.ingest.IngestProgress;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.audit.HeadWatch;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.registry.platform.http.Scope;
import licet.registry.policy.PolicyDesk;
import licet.registry.policy.ReadyPolicies;
import licet.registry.start.FirstStart;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The dashboard says the same as the lists that its numbers lead to, and looks at no model for it. */
class DashboardApiTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TestRegistry REGISTRY =
            TestRegistry.apart(Map.of("licet.jobs.enabled", "false", "licet.door-probe", "false"));
    private static String reader = "";

    @BeforeAll
    static void start() {
        REGISTRY.bean(FirstStart.class).run(IngestProgress.SILENT);
        reader = REGISTRY.token(Scope.READ);
    }

    private static JsonNode get(String path) {
        var answer = REGISTRY.get(path, reader);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        try {
            return JSON.readTree(answer.body());
        } catch (IOException problem) {
            throw new AssertionError(problem);
        }
    }

    private static long listed(String filter) {
        return Long.parseLong(
                get("/api/v1/models?limit=1&" + filter).get("total").asText().replace(",", ""));
    }

    private static Principal person(Role... roles) {
        return person("p" + UUID.randomUUID(), roles);
    }

    private static Principal person(String login, Role... roles) {
        var id = UUID.randomUUID();
        REGISTRY.bean(Database.class)
                .write(sql -> sql.update(
                        "INSERT INTO person (id, login, state, created_at, version) VALUES (?, ?, 'active', ?, 0)",
                        id,
                        login,
                        REGISTRY.clock().instant()));
        return new Principal(id, login, Set.of(roles), Set.of(), new Principal.Via.Token(UUID.randomUUID()));
    }

    private static List<Need> needs(Principal caller) {
        return REGISTRY.bean(Dashboards.class).of(caller).needs();
    }

    private static Optional<Need> need(Principal caller, Need.Kind kind) {
        return needs(caller).stream().filter(need -> need.kind() == kind).findFirst();
    }

    @Test
    void everyNumberIsTheOneThatItsListShows() {
        var dashboard = get("/api/v1/dashboard");
        assertThat(dashboard.get("models").asLong()).isPositive().isEqualTo(listed(""));
        for (String mix : List.of("licenses", "classes", "countries", "lineage")) {
            assertThat(dashboard.at("/" + mix + "/top"))
                    .isNotEmpty()
                    .allSatisfy(share -> assertThat(share.get("models").asLong())
                            .as(share.toString())
                            .isEqualTo(listed(share.get("filter").asText())));
        }
        assertThat(dashboard.get("deployments")).hasSize(3).allSatisfy(deployment -> {
            for (String answer : List.of("allow", "needs", "deny")) {
                assertThat(deployment.get(answer).asLong())
                        .as(answer + " in " + deployment)
                        .isEqualTo(listed("deployment=" + deployment.get("key").asText() + "&verdict="
                                + answer.toUpperCase(java.util.Locale.ROOT)));
            }
        });
    }

    @Test
    void nothingIsLeftOut() {
        var dashboard = get("/api/v1/dashboard");
        for (String mix : List.of("licenses", "countries")) {
            long shown = 0;
            for (var share : dashboard.at("/" + mix + "/top")) {
                shown += share.get("models").asLong();
            }
            assertThat(shown
                            + dashboard.at("/" + mix + "/others").asLong()
                            + dashboard.at("/" + mix + "/without").asLong())
                    .as(mix)
                    .isEqualTo(dashboard.get("models").asLong());
        }
        assertThat(dashboard.at("/lineage/top").findValuesAsText("value"))
                .containsExactly("undeclared", "parent-not-read", "cycle", "too-deep", "declared", "none");
        assertThat(dashboard.at("/ingest/watches")).isNotEmpty();
    }

    /** PostgreSQL counts what is done to each table, for a while with what the connection did just before. */
    @Test
    void aLookReadsNoTableOfModels() throws SQLException {
        try (var connection = REGISTRY.database().admin().connect();
                var statement = connection.createStatement()) {
            statement.execute("DELETE FROM drift");
        }
        var caller = person(Role.ADMINISTRATOR);
        var dashboards = REGISTRY.bean(Dashboards.class);
        dashboards.of(caller);
        var touched = REGISTRY.bean(Database.class).read(sql -> {
            var before = looks(sql);
            dashboards.of(caller);
            var after = looks(sql);
            after.keySet().removeIf(table -> after.get(table).equals(before.get(table)));
            return after.keySet();
        });
        assertThat(touched)
                .contains("profile", "verdict", "watch")
                .isSubsetOf(
                        "profile",
                        "verdict",
                        "model_verdict",
                        "watch",
                        "sync_run",
                        "scheduled_tasks",
                        "policy_version",
                        "person",
                        "drift",
                        "head",
                        "audit_entry",
                        "calendar_event",
                        "stack",
                        "stack_review",
                        // The text of the facts, where memory may not be trusted at that moment.
                        "deployment",
                        "deployment_version",
                        "organization_version");
    }

    private static Map<String, Long> looks(Statements sql) {
        return sql
                .list(
                        "SELECT relname, seq_scan + coalesce(idx_scan, 0) AS looks FROM pg_stat_xact_user_tables",
                        row -> Map.entry(row.getString("relname"), row.getLong("looks")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Test
    void whoMayDecideNothingIsNotBothered() {
        assertThat(needs(person(Role.REQUESTER))).isEmpty();
        assertThat(needs(person(Role.AUDITOR))).isEmpty();
        assertThat(need(person(Role.ADMINISTRATOR), Need.Kind.SAMPLE_ORGANIZATION))
                .isPresent();
    }

    @Test
    void aProposalWaitsForAnotherPersonThanItsAuthor() {
        var author = person(Role.POLICY_AUTHOR);
        var second = person(Role.POLICY_AUTHOR);
        String text = REGISTRY.bean(ReadyPolicies.class)
                .find("balanced")
                .orElseThrow()
                .source();
        var desk = REGISTRY.bean(PolicyDesk.class);
        var draft = desk.propose(new PolicyDesk.Proposal(text, "the same again", Optional.empty()), author);
        assertThat(need(author, Need.Kind.PROPOSALS)).isEmpty();
        assertThat(need(person(Role.REQUESTER), Need.Kind.PROPOSALS)).isEmpty();
        assertThat(need(second, Need.Kind.PROPOSALS))
                .hasValueSatisfying(need -> assertThat(need.examples()).containsExactly(Need.Example.of(draft.id())));
        desk.withdraw(draft.key(), draft.version(), "seen", author);
        assertThat(need(second, Need.Kind.PROPOSALS)).isEmpty();
    }

    @Test
    void whatIsAskedForIsWhatAnOpenVerdictAsks() {
        var need = need(person(Role.POLICY_AUTHOR), Need.Kind.DEPLOYMENT_QUESTIONS)
                .or(() -> need(person(Role.ADMINISTRATOR), Need.Kind.ORGANIZATION_QUESTIONS))
                .orElseThrow(() -> new AssertionError("the samples leave no fact open"));
        String deployment = need.subject().orElse("eu-internal-tool");
        String question = need.examples().getFirst().id();
        var open = get("/api/v1/models?limit=200&deployment=" + deployment + "&verdict=NEEDS");
        long asking = 0;
        for (var model : open.get("models")) {
            var detail = REGISTRY.get("/api/v1/models/" + model.get("model").asText(), reader)
                    .body();
            asking += detail.contains("\"" + question + "\"") ? 1 : 0;
        }
        assertThat(asking).isPositive();
        assertThat(need.examples().getFirst().text()).isNotEqualTo(question);
    }

    @Test
    void changedLicensesAreNamedForThirtyDays() throws SQLException {
        var reviewer = person(Role.REVIEWER);
        assertThat(need(reviewer, Need.Kind.CHANGED_TERMS)).isEmpty();
        REGISTRY.bean(Database.class)
                .write(sql -> sql.update(
                        "INSERT INTO drift (model_id, seen_at, kind, detail) SELECT id, ?, 'license-text', '{}'"
                                + " FROM model WHERE full_name_lower = 'qwen/qwen2.5-32b-instruct'",
                        REGISTRY.clock().instant()));
        assertThat(need(reviewer, Need.Kind.CHANGED_TERMS))
                .hasValueSatisfying(need ->
                        assertThat(need.examples()).containsExactly(Need.Example.of("Qwen/Qwen2.5-32B-Instruct")));
        REGISTRY.clock().advance(Duration.ofDays(31));
        REGISTRY.bean(HeadWatch.class).poll();
        assertThat(need(reviewer, Need.Kind.CHANGED_TERMS)).isEmpty();
        assertThat(need(person(Role.ADMINISTRATOR), Need.Kind.NEVER_RUN))
                .as("the first runs were due a day after the start")
                .hasValueSatisfying(need -> assertThat(need.number()).isPositive());
    }
}
