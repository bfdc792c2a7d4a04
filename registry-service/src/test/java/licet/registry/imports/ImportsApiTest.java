package licet.registry.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import licet.registry.ingest.IngestProgress;
import licet.registry.platform.Database;
import licet.registry.platform.http.Scope;
import licet.registry.start.FirstStart;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ImportsApiTest {
    private static TestRegistry registry;

    @BeforeAll
    static void start() {
        registry = TestRegistry.apart(Map.of("licet.jobs.enabled", "false", "licet.watch", ""));
        registry.bean(FirstStart.class).run(IngestProgress.SILENT);
    }

    private static HttpResponse<String> send(Scope scope, String type, String query, String list) {
        return registry.send(registry.request("/api/v1/imports" + query)
                .header("Authorization", "Bearer " + registry.token(scope))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(list)));
    }

    private static long count(String what, Object... arguments) {
        return registry.bean(Database.class)
                .read(sql -> sql.get("SELECT count(*) AS n FROM " + what, row -> row.getLong("n"), arguments));
    }

    @Test
    void aListMakesModelsKnownWatchedAndRead() {
        String csv = "model,revision\nlisted/one,\nlisted/two,v1.0\nListed/One,main\n";
        var answer = send(Scope.WRITE, "text/csv", "", csv);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"known\":2,\"models\":3,\"queued\":1,\"watched\":1}");
        assertThat(count("watch WHERE kind = 'model' AND lower(subject) = 'listed/one' AND tier = 'examined'"))
                .isEqualTo(1);
        assertThat(count("scheduled_tasks WHERE task_instance = 'listed/two@v1.0'"))
                .isEqualTo(1);
        assertThat(registry.get("/api/v1/models?q=listed/", registry.token(Scope.READ))
                        .body())
                .contains("\"tier\":\"listed\"", "\"source\":\"local\"", "NEEDS", "\"total\":\"2\"");
        assertThat(count("audit_entry WHERE action = 'list.import' AND actor_kind = 'token'"))
                .isGreaterThanOrEqualTo(1);
        assertThat(send(Scope.WRITE, "text/csv", "", csv).body())
                .as("the same again")
                .contains("\"known\":0", "\"watched\":0");
    }

    @Test
    void listedMeansKnownAndNoMore() {
        long watches = count("watch");
        var answer = send(Scope.WRITE, "application/json", "?tier=listed", "[\"only/known\",{\"id\":\"only/other\"}]");
        assertThat(answer.body()).isEqualTo("{\"known\":2,\"models\":2,\"queued\":0,\"watched\":0}");
        assertThat(count("watch")).isEqualTo(watches);
    }

    @Test
    void aNameThatTheHubHasIsNotListedTwice() {
        registry.bean(licet.registry.ingest.Ingest.class)
                .run(
                        java.util.List.of(licet.ingest.hub.RepoId.parse("deepseek-ai/DeepSeek-V3")),
                        IngestProgress.SILENT);
        assertThat(send(Scope.WRITE, "text/csv", "?tier=listed", "deepseek-ai/deepseek-v3")
                        .body())
                .contains("\"known\":0");
        assertThat(registry.get("/api/v1/models?q=deepseek-v3", registry.token(Scope.READ))
                        .body())
                .contains("\"total\":\"1\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            text/csv         | good/one~a b                          | line 2, column 1, model
            text/csv         | good/one~good/two, ../main            | line 2, column 10, revision
            application/json | ["good/one",~{"id":"good/two"},~7]    | line 3, column 1
            application/json | {"list":[]}                           | list
            text/csv         | #                                     | list
            """)
    void whatIsWrongIsNamedByRowAndFieldAndNothingIsTaken(String type, String list, String place) {
        long entries = count("audit_entry WHERE action = 'list.import'");
        var answer = send(Scope.WRITE, type, "", list.replace('~', '\n'));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"field\":\"" + place + "\"");
        assertThat(count("model WHERE owner = 'good'")).isZero();
        assertThat(count("audit_entry WHERE action = 'list.import'")).isEqualTo(entries);
    }

    @Test
    void tooMuchIsRefused() {
        assertThat(send(Scope.WRITE, "text/csv", "", "owner/name\n".repeat(500_000))
                        .statusCode())
                .isEqualTo(413);
        var many = new StringBuilder();
        for (int i = 0; i <= ListImport.MOST_WATCHES; i++) {
            many.append("many/m").append(i).append('\n');
        }
        assertThat(send(Scope.WRITE, "text/csv", "", many.toString()).body()).contains("take the list as listed");
        assertThat(send(Scope.WRITE, "text/csv", "?tier=listed", many.toString())
                        .body())
                .contains("\"known\":1001");
        assertThat(send(Scope.WRITE, "text/csv", "?tier=closely", "a/b").statusCode())
                .isEqualTo(400);
        assertThat(send(Scope.READ, "text/csv", "", "a/b").statusCode()).isEqualTo(403);
    }
}
