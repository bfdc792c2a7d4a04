package licet.registry.postgres;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Where everything that Licet keeps on this machine lives; nothing of PostgreSQL stands outside it. */
public record DataFolder(Path root) {
    /** Creates what is missing, readable by this user only. */
    public static DataFolder open(Path path) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            createPrivate(path);
            var folder = new DataFolder(path.toRealPath());
            createPrivate(folder.postgres());
            createPrivate(folder.run());
            return requireWritable(folder);
        } catch (IOException | UnsupportedOperationException problem) {
            throw new DatabaseProblem.FolderUnusable(path.toAbsolutePath(), reason(problem));
        }
    }

    private static void createPrivate(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return;
        }
        try {
            Files.createDirectory(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (FileAlreadyExistsException other) {
            // Another process that starts at the same moment made it; the lock tells which of the two goes on.
            if (!Files.isDirectory(path)) {
                throw other;
            }
        }
    }

    private static DataFolder requireWritable(DataFolder folder) {
        if (!Files.isWritable(folder.root) || !Files.isWritable(folder.postgres())) {
            throw new DatabaseProblem.FolderUnusable(folder.root, "not writable");
        }
        return folder;
    }

    private static String reason(Exception problem) {
        var kind = problem.getClass().getSimpleName().replace("Exception", "");
        return kind + ": " + problem.getMessage();
    }

    public Path postgres() {
        return root.resolve("postgres");
    }

    Path lock() {
        return root.resolve("licet.lock");
    }

    /** Apart from the lock file: closing a second channel on a locked file would release the lock. */
    Path holder() {
        return root.resolve("licet.pid");
    }

    Path programs() {
        return postgres().resolve("bin");
    }

    Path cluster() {
        return postgres().resolve("data");
    }

    Path run() {
        return postgres().resolve("run");
    }

    Path log() {
        return postgres().resolve("postgres.log");
    }

    Path port() {
        return postgres().resolve("port");
    }
}
