package licet.rules.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Files of the class path that the case book reads. */
final class CaseFiles {
    private CaseFiles() {}

    static List<String> names(String folder) {
        try {
            var path = Path.of(
                    Objects.requireNonNull(CaseFiles.class.getResource(folder)).toURI());
            try (var files = Files.list(path)) {
                return files.map(file -> String.valueOf(file.getFileName()))
                        .filter(name -> name.endsWith(".yaml"))
                        .sorted()
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static String read(String path) {
        try (var in = Objects.requireNonNull(CaseFiles.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
