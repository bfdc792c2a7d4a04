package licet.registry.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Under which user PostgreSQL runs, as the words to put before its commands. It refuses to run as root. */
record Account(List<String> prefix) {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String ROOT = "0";
    private static final String NOBODY = "65534";

    Account {
        prefix = List.copyOf(prefix);
    }

    static Account choose(DataFolder folder) {
        if (!runsAsRoot(folder)) {
            return new Account(List.of());
        }
        return namespace(folder).or(() -> lesserUser(folder)).orElseThrow(DatabaseProblem.RootRefused::new);
    }

    /** A user namespace without a mapping: root's files stay readable, but PostgreSQL sees another user id. */
    private static Optional<Account> namespace(DataFolder folder) {
        return Optional.of(new Account(List.of("unshare", "--user"))).filter(account -> account.mayWrite(folder));
    }

    /**
     * Where containers forbid namespaces, root gives up its rights instead: to the user who owns the data folder, or to
     * nobody. PostgreSQL's part of the folder then belongs to that user.
     */
    static Optional<Account> lesserUser(DataFolder folder) {
        var owner = ownerOf(folder, folder.root());
        var user = owner.equals(ROOT) ? NOBODY : owner;
        var account = new Account(List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups"));
        var chown = List.of("chown", "-R", user + ":" + user, folder.postgres().toString());
        try {
            Files.setPosixFilePermissions(folder.root(), PosixFilePermissions.fromString("rwx--x--x"));
        } catch (IOException problem) {
            return Optional.empty();
        }
        return Program.run(chown, folder.run(), LIMIT).succeeded() && account.mayWrite(folder)
                ? Optional.of(account)
                : Optional.empty();
    }

    private boolean mayWrite(DataFolder folder) {
        var probe = command("sh", "-c", "test -w \"$0\"", folder.postgres().toString());
        return Program.run(probe, folder.run(), LIMIT).succeeded();
    }

    /** Java does not say who it is; a file of its own does. */
    static boolean runsAsRoot(DataFolder folder) {
        try {
            var probe = Files.createTempFile(folder.run(), "owner", null);
            var owner = ownerOf(folder, probe);
            Files.delete(probe);
            return owner.equals(ROOT);
        } catch (IOException problem) {
            throw new DatabaseProblem.FolderUnusable(folder.root(), String.valueOf(problem.getMessage()));
        }
    }

    private static String ownerOf(DataFolder folder, Path file) {
        try {
            return String.valueOf(Files.getAttribute(file, "unix:uid"));
        } catch (IOException problem) {
            throw new DatabaseProblem.FolderUnusable(folder.root(), String.valueOf(problem.getMessage()));
        }
    }

    List<String> command(String... words) {
        return Stream.concat(prefix.stream(), Stream.of(words)).toList();
    }
}
