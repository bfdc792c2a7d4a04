package licet.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The real payloads that stand beside the checkout. Where they are not, tests that need them are skipped and say so. */
public final class SharedCorpus {
    private static final Path ROOT = Path.of(System.getProperty("licet.shared", "../../shared"));

    private SharedCorpus() {}

    public static Path payloads() {
        Path folder = ROOT.resolve("hub/payloads");
        if (!Files.isDirectory(folder)) {
            String reason =
                    "skipped: no shared corpus at " + folder.toAbsolutePath().normalize();
            System.out.println(reason);
            Assumptions.abort(reason);
        }
        return folder;
    }

    public static List<Path> list(String folder, String extension) {
        try (Stream<Path> files = Files.walk(payloads().resolve(folder))) {
            return files.filter(f -> f.toString().endsWith(extension)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
