package licet.rules.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import licet.rules.Corpus;
import licet.rules.license.LicenseKey;
import org.junit.jupiter.api.Test;

/**
 * The shipped fingerprints are those that the texts give. Run with {@code -Dlicet.write=true} to write them again after a
 * license was added or the normal form changed.
 */
class FingerprintFilesTest {
    private static final Path FOLDER = Path.of("src/main/resources/licet/knowledge/fingerprints");

    @Test
    void shippedFingerprintsAreThoseOfTheTexts() throws IOException {
        var texts = Corpus.texts();
        boolean write = Boolean.getBoolean("licet.write");
        for (var entry : Corpus.known().entrySet()) {
            var copies = entry.getValue().stream().map(id -> text(texts, id)).toList();
            String written = fingerprint(entry.getKey(), copies).written();
            Path file = FOLDER.resolve(entry.getKey() + ".txt");
            if (write) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, written);
            }
            assertThat(Files.readString(file)).as(file.toString()).isEqualTo(written);
        }
    }

    private static Fingerprint fingerprint(LicenseKey key, List<String> copies) {
        String text = copies.getFirst();
        var sameText =
                Stream.concat(SameTexts.of(key, text).stream(), copies.stream()).toList();
        // The catalog cannot say it: this test also runs while the fingerprints do not fit to it.
        var kind = Files.exists(FOLDER.resolveSibling("use-policies").resolve(key + ".yaml"))
                ? Fingerprint.Kind.USE_POLICY
                : Fingerprint.Kind.LICENSE;
        return Fingerprinting.of(kind, key, text, sameText);
    }

    private static String text(Map<String, String> texts, String id) {
        return Objects.requireNonNull(texts.get(id), () -> "the corpus has no text " + id);
    }
}
