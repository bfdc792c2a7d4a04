package licet.tests.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import licet.registry.postgres.Durability;
import licet.registry.postgres.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole product through its launcher: a token is the acknowledged write that must never be lost. */
@Timeout(value = 12, unit = TimeUnit.MINUTES)
class ServedProductTest {
    private static final int TERMINATED = 143;

    @TempDir
    Path scratch;

    @Test
    void survivesEveryWayToEnd() throws Exception {
        String token;
        try (var served = start()) {
            assertThat(served.status("/health")).isEqualTo(200);
            assertThat(served.status("/api/v1/ping")).isEqualTo(401);
            token = createToken("while it runs");
            assertThat(served.status("/api/v1/ping", token)).isBetween(200, 204);
            served.killJavaAlone();
        }
        try (var served = start()) {
            assertThat(served.status("/api/v1/ping", token))
                    .as("after a kill of Java")
                    .isBetween(200, 204);
            token = createToken("before the kill of all");
            served.killTree();
        }
        try (var served = start()) {
            assertThat(served.status("/api/v1/ping", token))
                    .as("after a kill of all")
                    .isBetween(200, 204);
            assertThat(served.stop()).isEqualTo(TERMINATED);
        }
        assertThat(leftBehind()).isEmpty();
        assertThat(createToken("while it does not run")).startsWith("lct_");
        assertThat(leftBehind()).isEmpty();
    }

    @Test
    void theAuditChainIsCheckedFromOutside() throws Exception {
        createToken("first entry");
        assertThat(shell().licet("audit", "verify", "--data", data()).exit()).isZero();
        forgeAnEntry();
        var outcome = shell().licet("audit", "verify", "--data", data());
        assertThat(outcome.exit()).isEqualTo(6);
        assertThat(outcome.errLines()).singleElement().asString().contains("entry 1 was altered");
    }

    @Test
    void theChainIsHeldAgainstHeadsOfAnotherPlace(@TempDir Path elsewhere) throws Exception {
        createToken("first entry");
        var heads = List.of("audit", "verify", "--data", data(), "--heads", elsewhere.toString());
        assertThat(shell().licet(heads.toArray(String[]::new)).exit())
                .as("no head is kept there yet")
                .isZero();
        Files.writeString(
                elsewhere.resolve("2026-11.jsonl"),
                "{\"at\":\"2026-11-22T00:00:00Z\",\"hash\":\"%s\",\"seq\":1}\n".formatted("ab".repeat(32)));
        var outcome = shell().licet(heads.toArray(String[]::new));
        assertThat(outcome.exit()).isEqualTo(6);
        assertThat(outcome.errLines()).singleElement().asString().contains("2026-11-22");
        assertThat(shell().licet("audit", "verify", "--data", data()).exit())
                .as("what stands there counts only where it is asked for")
                .isZero();
    }

    /** With the superuser's rights, which neither role of the product has. */
    private void forgeAnEntry() throws SQLException {
        try (var postgres = EmbeddedPostgres.start(Path.of(data()), Durability.DURABLE);
                var connection = postgres.admin().in("licet").connect();
                var statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            statement.execute("UPDATE audit_entry SET action = 'nothing.happened' WHERE seq = 1");
        }
    }

    private String createToken(String name) throws IOException, InterruptedException {
        var outcome = shell().licet("token", "create", "--name", name, "--scope", "read", "--data", data());
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        return outcome.out().lines().toList().getLast();
    }

    private Served start() throws IOException, InterruptedException {
        return Served.start(shell(), Path.of(data()));
    }

    private Shell shell() {
        return new Shell(scratch, Map.of("LICET_JAVA_HOME", System.getProperty("java.home")));
    }

    private String data() {
        return scratch.resolve("my data").toString();
    }

    private List<String> leftBehind() {
        try (var all = ProcessHandle.allProcesses()) {
            return all.flatMap(process -> process.info().commandLine().stream())
                    .filter(line -> line.contains(data()))
                    .toList();
        }
    }
}
