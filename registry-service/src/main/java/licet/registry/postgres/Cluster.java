package licet.registry.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;

/** The database cluster on disk. */
record Cluster(DataFolder folder, PostgresPrograms programs, Account account) {
    static final String ADMIN = "licet_admin";
    private static final Duration INIT_LIMIT = Duration.ofMinutes(2);
    /** One way in: a password over loopback. */
    private static final String ACCESS = """
            # Written by Licet at every start.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    void prepare(Passwords passwords, Durability durability) {
        try {
            if (durability == Durability.FAST_FOR_TESTS) {
                // Without fsync, what an earlier run left cannot be trusted.
                PostgresPrograms.delete(folder.cluster());
            }
            if (!Files.exists(folder.cluster())) {
                create(passwords.adminFile(), durability);
            }
            Files.writeString(folder.cluster().resolve("pg_hba.conf"), ACCESS);
        } catch (IOException problem) {
            throw new DatabaseProblem.FolderUnusable(folder.cluster(), String.valueOf(problem.getMessage()));
        }
    }

    /** Beside the target and moved when whole, like the programs. */
    private void create(Path passwordFile, Durability durability) throws IOException {
        var draft = folder.cluster().resolveSibling("data.creating");
        PostgresPrograms.delete(draft);
        var command = new ArrayList<>(account.command(
                programs.initdb().toString(),
                "--pgdata=" + draft,
                "--username=" + ADMIN,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums"));
        if (durability == Durability.FAST_FOR_TESTS) {
            command.add("--no-sync");
        }
        var outcome = Program.run(command, folder.run(), INIT_LIMIT);
        if (!outcome.succeeded()) {
            throw new DatabaseProblem.StartFailed("initdb: " + outcome.lastLine());
        }
        Files.move(draft, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
    }
}
