package licet.rules.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import licet.rules.cases.CaseWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Packs as people get them: one folder of files for each deployment of the book. */
class ObligationBookTest {
    private static final String FOLDER = "/obligation";

    static Stream<String> deployments() {
        return CaseWorld.files(FOLDER).stream().map(file -> file.replace(".yaml", ""));
    }

    static Pack pack(String name) {
        var portfolio = CaseWorld.portfolio(FOLDER + "/" + name + ".yaml");
        return new PackMaker(CaseWorld.KNOWLEDGE.licenses(), Locale.ENGLISH)
                .pack(portfolio.deployment(), portfolio.organization(), portfolio.models());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("deployments")
    void the_files_of_the_pack_are_those_of_the_book(String name) throws IOException {
        var pack = pack(name);
        var files = new TreeMap<>(new PackFiles(Locale.ENGLISH).of(pack));
        files.remove("obligations.json");
        if (Boolean.getBoolean("licet.write")) {
            write(Path.of("src/test/resources" + FOLDER, name), files);
        }
        assertThat(files).isEqualTo(read(name));
        assertThat(pack.models().getFirst().verdict())
                .isEqualTo(CaseWorld.portfolio(FOLDER + "/" + name + ".yaml").first());
    }

    @Test
    void the_book_is_not_empty() {
        assertThat(deployments()).hasSizeGreaterThanOrEqualTo(5);
    }

    private static void write(Path folder, Map<String, String> files) throws IOException {
        Files.createDirectories(folder);
        for (var file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private static SortedMap<String, String> read(String name) throws IOException {
        var path = Path.of("src/test/resources" + FOLDER, name);
        var files = new TreeMap<String, String>();
        try (var all = Files.list(path)) {
            for (var file : all.toList()) {
                files.put(Objects.toString(file.getFileName()), Files.readString(file));
            }
        }
        return files;
    }
}
