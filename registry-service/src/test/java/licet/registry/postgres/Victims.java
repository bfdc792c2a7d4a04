package licet.registry.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/** Processes around a killed database. */
final class Victims {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private Victims() {}

    /** Not waiting for its parent to notice its death. */
    static boolean works(ProcessHandle process) {
        try {
            var status = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return status.charAt(status.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException gone) {
            return false;
        }
    }

    /** A process that has nothing to do with Licet. */
    static Process bystander() throws IOException {
        return new ProcessBuilder("sleep", "120").start();
    }

    /** Returns once a backend is busy with a query that does not end by itself. */
    static void computeForever(Login login) throws SQLException {
        Thread.ofVirtual().start(() -> {
            try {
                Rows.single(login, "SELECT count(*) FROM generate_series(1, 100000000000) AS endless");
            } catch (SQLException killed) {
                // As meant.
            }
        });
        var busy = "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%AS endless'"
                + " AND pid <> pg_backend_pid()";
        if (!Await.until(LIMIT, () -> isOne(login, busy))) {
            throw new IllegalStateException("no busy backend");
        }
    }

    private static boolean isOne(Login login, String query) {
        try {
            return Rows.single(login, query).equals("1");
        } catch (SQLException notYet) {
            return false;
        }
    }
}
