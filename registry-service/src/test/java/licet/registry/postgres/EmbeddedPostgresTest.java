package licet.registry.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With real processes on a real folder. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class EmbeddedPostgresTest {
    @TempDir
    Path parent;

    @BeforeEach
    void link() throws IOException {
        SharedPrograms.linkInto(folder());
    }

    @AfterEach
    void unlink() throws IOException {
        SharedPrograms.unlink(folder());
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(folder(), Durability.DURABLE);
    }

    private Path folder() {
        return parent.resolve("a data folder");
    }

    @Test
    void keepsDataPortAndPasswordsFromStartToStartAndLeavesNoProcess() throws SQLException, IOException {
        long pid;
        Databases first;
        try (var postgres = start()) {
            pid = postgres.pid();
            first = postgres.databases();
            Rows.createTable(first);
            Rows.insert(first, "kept");
            assertThat(Rows.single(postgres.admin(), "SHOW fsync")).isEqualTo("on");
            assertThat(Rows.single(postgres.admin(), "SHOW data_checksums")).isEqualTo("on");
            assertThat(Rows.single(first.app(), "SHOW server_encoding")).isEqualTo("UTF8");
        }
        assertThat(ProcessHandle.of(pid)).isEmpty();
        assertThat(Files.getPosixFilePermissions(folder().resolve("postgres/password")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        try (var postgres = start()) {
            assertThat(postgres.databases()).isEqualTo(first);
            assertThat(Rows.list(postgres.databases())).containsExactly("kept");
        }
    }

    @Test
    void theSecondOneInAFolderIsToldWhoHoldsIt() {
        try (var postgres = start()) {
            assertThat(postgres.pid()).isPositive();
            assertThatThrownBy(this::start)
                    .isInstanceOf(DatabaseProblem.FolderInUse.class)
                    .hasMessageContaining(folder().toString())
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
            assertThat(EmbeddedPostgres.findRunning(folder())).contains(postgres.databases());
        }
    }
}
