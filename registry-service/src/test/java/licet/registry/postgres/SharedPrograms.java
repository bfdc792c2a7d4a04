package licet.registry.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Unpacking takes seconds and is the same for every test: link to one unpacked copy instead. */
final class SharedPrograms {
    private static final Path STORE = Path.of("target", "test-programs");

    private SharedPrograms() {}

    static synchronized Path linkInto(Path dataFolder) throws IOException {
        var store = DataFolder.open(STORE);
        // The tests run in several processes, and each of them may be the first.
        try (var file = FileChannel.open(
                        STORE.resolve("unpacking.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = file.lock()) {
            PostgresPrograms.unpack(store);
        }
        var folder = DataFolder.open(dataFolder);
        if (!Files.exists(folder.programs())) {
            Files.createSymbolicLink(folder.programs(), store.programs());
        }
        return dataFolder;
    }

    static void unlink(Path dataFolder) throws IOException {
        Files.deleteIfExists(DataFolder.open(dataFolder).programs());
    }
}
