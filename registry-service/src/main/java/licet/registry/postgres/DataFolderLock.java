package licet.registry.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps a second Licet out of the data folder; the operating system releases it however this process ends. */
final class DataFolderLock implements AutoCloseable {
    /** The system's lock is per process and would be lost by opening the file again, so this process counts its own. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private DataFolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static DataFolderLock take(DataFolder folder) {
        if (!HELD_HERE.add(folder.lock())) {
            throw inUse(folder);
        }
        try {
            return lock(folder);
        } catch (IOException problem) {
            HELD_HERE.remove(folder.lock());
            throw new DatabaseProblem.FolderUnusable(folder.root(), String.valueOf(problem.getMessage()));
        } catch (DatabaseProblem.FolderInUse problem) {
            HELD_HERE.remove(folder.lock());
            throw problem;
        }
    }

    private static DataFolderLock lock(DataFolder folder) throws IOException {
        var channel = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw inUse(folder);
        }
        Files.writeString(folder.holder(), ProcessHandle.current().pid() + "\n");
        return new DataFolderLock(folder.lock(), channel);
    }

    private static DatabaseProblem.FolderInUse inUse(DataFolder folder) {
        return new DatabaseProblem.FolderInUse(folder.root(), holder(folder));
    }

    private static String holder(DataFolder folder) {
        try {
            return Files.readString(folder.holder()).strip();
        } catch (IOException unreadable) {
            return "unknown";
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException gone) {
            // The lock ends with the process at the latest.
        } finally {
            HELD_HERE.remove(file);
        }
    }
}
