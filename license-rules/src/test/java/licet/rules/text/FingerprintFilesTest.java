package licet.rules.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
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
        for (var entry : Corpus.known().entrySet()) {
            String text = texts.get(entry.getValue().getFirst());
            String written = Fingerprinting.of(entry.getKey(), text, sameText(entry, text, texts))
                    .written();
            Path file = FOLDER.resolve(entry.getKey() + ".txt");
            if (Boolean.getBoolean("licet.write")) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, written);
            }
            assertThat(Files.readString(file)).as(file.toString()).isEqualTo(written);
        }
    }

    /** Whole texts that count as the same: other copies, the titles under which MIT goes, Apache without its appendix. */
    private static List<String> sameText(
            Map.Entry<LicenseKey, List<String>> license, String text, SortedMap<String, String> texts) {
        var copies = license.getValue().stream().map(texts::get);
        return Stream.concat(forms(license.getKey(), text).stream(), copies).toList();
    }

    private static List<String> forms(LicenseKey license, String text) {
        return switch (license.value()) {
            case "mit" ->
                Stream.of("", "The MIT License\n", "The MIT License (MIT)\n", "MIT License (MIT)\n")
                        .map(title -> title + text.substring(text.indexOf("\n\n")))
                        .toList();
            case "apache-2.0" -> apache(text);
            default -> List.of();
        };
    }

    private static List<String> apache(String text) {
        String body = text.substring(0, text.indexOf("APPENDIX:"));
        String withoutEnd = body.substring(0, body.indexOf("END OF TERMS"));
        return List.of(body, withoutEnd);
    }
}
