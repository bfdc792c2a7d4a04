package licet.registry.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Under which user PostgreSQL runs, as the words to put before its commands. It refuses to run as root. */
record Account(List<String> prefix) {
    private static final Duration PROBE = Duration.ofSeconds(10);
    private static final String ROOT = "0";

    Account {
        prefix = List.copyOf(prefix);
    }

    /**
     * As root, a user namespace without a mapping: root's files stay readable, but PostgreSQL sees another user id.
     */
    static Account choose(DataFolder folder) {
        if (!runsAsRoot(folder)) {
            return new Account(List.of());
        }
        var namespace = new Account(List.of("unshare", "--user"));
        var probe = namespace.command(
                "sh", "-c", "test -w \"$0\"", folder.postgres().toString());
        if (Program.run(probe, folder.run(), PROBE).succeeded()) {
            return namespace;
        }
        throw new DatabaseProblem.RootRefused();
    }

    private static boolean runsAsRoot(DataFolder folder) {
        try {
            // Java does not say who it is; a file of its own does.
            var probe = Files.createTempFile(folder.run(), "owner", null);
            var owner = Files.getAttribute(probe, "unix:uid");
            Files.delete(probe);
            return ROOT.equals(String.valueOf(owner));
        } catch (IOException problem) {
            throw new DatabaseProblem.FolderUnusable(folder.root(), String.valueOf(problem.getMessage()));
        }
    }

    List<String> command(String... words) {
        return Stream.concat(prefix.stream(), Stream.of(words)).toList();
    }
}
