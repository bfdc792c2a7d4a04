package licet.registry.terms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The list of pages that ships with the product. It is the only source of addresses. */
final class LiveTerms {
    private LiveTerms() {}

    static List<LiveTerm> shipped() {
        try (var file = Objects.requireNonNull(
                LiveTerms.class.getResourceAsStream("/licet/registry/terms/live-terms.tsv"), "live-terms.tsv")) {
            return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<LiveTerm> parse(String lines) {
        return lines.lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.split("\t", -1))
                .map(cells -> new LiveTerm(URI.create(cells[0]), List.of(cells[1].split(",", -1))))
                .toList();
    }
}
