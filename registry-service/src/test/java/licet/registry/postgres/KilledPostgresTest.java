package licet.registry.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a SIGKILL leaves behind never stands in the way of the next start, and no acknowledged write is lost. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class KilledPostgresTest {
    private static final Duration AT_ONCE = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private Process victim;
    private long postmaster;

    @BeforeEach
    void link() throws IOException {
        SharedPrograms.linkInto(folder);
    }

    @AfterEach
    void endVictim() throws IOException {
        if (victim != null) {
            victim.destroyForcibly();
        }
        SharedPrograms.unlink(folder);
    }

    @Test
    void javaAloneKilled() throws Exception {
        startVictim();
        victim.destroyForcibly().waitFor();
        assertThat(ProcessHandle.of(postmaster)).as("the orphan").isPresent();
        assertStartsAtOnceAndFindsTheWrite();
        assertThat(ProcessHandle.of(postmaster).filter(Victims::works)).isEmpty();
    }

    @Test
    void wholeTreeKilled() throws Exception {
        startVictim();
        var tree = Stream.concat(Stream.of(victim.toHandle()), victim.descendants())
                .toList();
        tree.forEach(ProcessHandle::destroyForcibly);
        victim.waitFor();
        assertStartsAtOnceAndFindsTheWrite();
    }

    @Test
    void postmasterAloneKilledWhileABackendComputes() throws Exception {
        try (var postgres = EmbeddedPostgres.start(folder, Durability.DURABLE)) {
            Rows.createTable(postgres.databases());
            Rows.insert(postgres.databases(), "acknowledged");
            Victims.computeForever(postgres.admin());
            ProcessHandle.of(postgres.pid()).orElseThrow().destroyForcibly();
        }
        assertStartsAtOnceAndFindsTheWrite();
    }

    @Test
    void numberOfTheDeadPostmasterNowBelongsToAnother() throws Exception {
        startVictim();
        var tree = Stream.concat(Stream.of(victim.toHandle()), victim.descendants())
                .toList();
        tree.forEach(ProcessHandle::destroyForcibly);
        victim.waitFor();
        var record = folder.resolve("postgres/data/postmaster.pid");
        var lines = Files.readAllLines(record);
        var other = Victims.bystander();
        try {
            lines.set(0, Long.toString(other.pid()));
            Files.write(record, lines);
            assertStartsAtOnceAndFindsTheWrite();
            assertThat(other.isAlive()).as("the bystander").isTrue();
        } finally {
            other.destroyForcibly();
        }
    }

    private void assertStartsAtOnceAndFindsTheWrite() throws SQLException {
        var begun = System.nanoTime();
        try (var postgres = EmbeddedPostgres.start(folder, Durability.DURABLE)) {
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(AT_ONCE);
            assertThat(Rows.list(postgres.databases())).containsExactly("acknowledged");
        }
    }

    private void startVictim() throws IOException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                folder.toString());
        victim = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var output = new BufferedReader(new InputStreamReader(victim.getInputStream(), StandardCharsets.UTF_8));
        var said = output.lines().filter(line -> line.startsWith(Victim.SAID)).findFirst();
        postmaster = Long.parseLong(said.orElseThrow().split(" ")[1]);
    }
}
