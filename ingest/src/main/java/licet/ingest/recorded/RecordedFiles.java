package licet.ingest.recorded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the files of a recorded Hub stand: in the jar or in a folder. */
@FunctionalInterface
interface RecordedFiles {
    String read(String relativePath);

    static RecordedFiles shipped() {
        return path -> {
            try (InputStream in = RecordedFiles.class.getResourceAsStream("/recorded-hub/" + path)) {
                if (in == null) {
                    throw new IllegalArgumentException("the recorded Hub has no file " + path);
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    static RecordedFiles of(Path folder) {
        return path -> {
            try {
                return Files.readString(folder.resolve(path));
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "the recorded Hub in %s has no readable file %s".formatted(folder, path), e);
            }
        };
    }
}
