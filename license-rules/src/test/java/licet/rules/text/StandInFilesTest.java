package licet.rules.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import licet.rules.Knowledge;
import licet.rules.license.LicenseKey;
import org.junit.jupiter.api.Test;

/**
 * The shipped stand-ins are those that the recorded Hub serves. Run with {@code -Dlicet.write=true} to write them again
 * after one of its texts changed.
 */
class StandInFilesTest {
    private static final Path FOLDER = Path.of("src/main/resources/licet/knowledge/stand-ins");

    @Test
    void shippedStandInsAreThoseOfTheRecordedHub() throws IOException {
        for (var entry : served().entrySet()) {
            String key = StandIn.PREFIX + entry.getKey();
            Path file = FOLDER.resolve(key + ".yaml");
            if (Boolean.getBoolean("licet.write")) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, written(key, entry.getKey(), entry.getValue()));
            }
            assertThat(Files.readString(file)).isEqualTo(written(key, entry.getKey(), entry.getValue()));
        }
    }

    @Test
    void standInsAreRecognizedOnlyWhenAskedFor() throws IOException {
        for (var entry : served().entrySet()) {
            var license = new LicenseKey(entry.getKey());
            assertThat(Knowledge.load(true).recognizer().recognize(entry.getValue()))
                    .isEqualTo(
                            Knowledge.load(true).licenses().findPolicy(license).isPresent()
                                    ? new Recognition.ExactPolicy(license)
                                    : new Recognition.Exact(license, true));
            assertThat(Knowledge.load(false).recognizer().recognize(entry.getValue()))
                    .isEqualTo(new Recognition.Unknown());
        }
    }

    private static String written(String key, String license, String text) {
        return """
                # A synthetic text of the recorded Hub; it is no license.
                schema: 1
                key: %s
                stands-in-for: %s
                sha256: %s
                """.formatted(key, license, NormalText.of(text).sha256());
    }

    private static Map<String, String> served() throws IOException {
        String root = Objects.requireNonNullElse(System.getProperty("licet.root"), "..");
        Path folder = Path.of(root, "ingest/src/main/resources/recorded-hub/stand-ins");
        var texts = new TreeMap<String, String>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                texts.put(file.getFileName().toString().replaceFirst("\\.txt$", ""), Files.readString(file));
            }
        }
        return texts;
    }
}
