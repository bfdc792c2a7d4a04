package licet.registry.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Unpacking takes seconds and is the same for every test: link to one unpacked copy instead. */
final class SharedPrograms {
    private static final Path STORE = Path.of("target", "test-programs");

    private SharedPrograms() {}

    static Path linkInto(Path dataFolder) throws IOException {
        var store = DataFolder.open(STORE);
        PostgresPrograms.unpack(store);
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
