package licet.rules;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import licet.rules.license.LicenseKey;
import org.junit.jupiter.api.Assumptions;

/** The real license texts that stand beside the checkout on a development machine. They are never copied into it. */
public final class Corpus {
    private Corpus() {}

    /** All texts by id; skips the test, with the reason, where there is no corpus. */
    public static SortedMap<String, String> texts() {
        Path folder = shared().resolve("licenses/texts");
        if (!Files.isDirectory(folder)) {
            if (Files.isDirectory(shared())) {
                fail("the shared folder " + shared() + " stands beside the checkout, but has no license texts");
            }
            String reason = "skipped: no license texts at " + folder;
            System.out.println(reason);
            Assumptions.abort(reason);
        }
        try (Stream<Path> files = Files.list(folder)) {
            var texts = new TreeMap<String, String>();
            for (Path file : files.toList()) {
                texts.put(file.getFileName().toString().replaceFirst("\\.txt$", ""), Files.readString(file));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder with everything that is given; it is not there everywhere. */
    public static Path shared() {
        return Path.of(Objects.requireNonNullElse(System.getProperty("licet.shared"), "../../shared"))
                .toAbsolutePath()
                .normalize();
    }

    /** License or use policy to the ids of its texts in the corpus; the first one is the reference. */
    public static Map<LicenseKey, List<String>> known() {
        var known = new LinkedHashMap<LicenseKey, List<String>>();
        resource("/licet/corpus.tsv")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .filter(row -> !row[0].equals("-"))
                .forEach(row -> known.computeIfAbsent(new LicenseKey(row[0]), _ -> new ArrayList<>())
                        .add(row[1]));
        return known;
    }

    public static String resource(String path) {
        try (var stream = Objects.requireNonNull(Corpus.class.getResourceAsStream(path), path)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
