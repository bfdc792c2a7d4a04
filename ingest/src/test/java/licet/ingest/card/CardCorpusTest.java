package licet.ingest.card;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import licet.ingest.SharedCorpus;
import org.junit.jupiter.api.Test;

/** Every real card, against how the YAML reader of the Hub's own server language reads it. */
class CardCorpusTest {
    private static final JsonMapper JSON = new JsonMapper();

    /** By the YAML reader that a server in JavaScript uses: no field differs. */
    @Test
    void frontMattersAgreeWithTheServersReader() throws IOException {
        List<String> differing = new ArrayList<>();
        int cards = 0;
        for (JsonNode expected : oracle("CARD_ORACLE.js-yaml-4.jsonl")) {
            String file = expected.path("file").asText();
            differing.addAll(differences(file, expected.path("data"), read(file).frontMatter()));
            cards++;
        }
        System.out.printf("cards: %d compared with the server's reader, differing %s%n", cards, differing);
        assertThat(differing).isEmpty();
        assertThat(cards).isGreaterThan(400);
    }

    /** By the Hub's Python library: exactly the fields differ that are listed with a reason each. */
    @Test
    void frontMattersDifferFromThePythonLibraryOnlyAsListed() throws IOException {
        List<String> differing = new ArrayList<>();
        int cards = 0;
        for (JsonNode expected : oracle("CARD_ORACLE.huggingface_hub-1.33.0.jsonl")) {
            String file = expected.path("file").asText();
            ModelCard card = read(file);
            assertThat(card.problems().stream().anyMatch(p -> p.kind() == CardProblem.Kind.NO_FRONT_MATTER))
                    .as(file)
                    .isEqualTo(!expected.path("frontMatter").asBoolean());
            JsonNode data = expected.has("data") ? expected.path("data") : expected.path("dataIgnoringErrors");
            differing.addAll(differences(file, data, card.frontMatter()));
            if (expected.has("error") && !expected.has("dataIgnoringErrors")) {
                assertThat(card.problems()).as(file).isNotEmpty();
            }
            cards++;
        }
        System.out.printf("cards: %d compared with the Python library, %d fields differ%n", cards, differing.size());
        assertThat(differing).containsExactlyInAnyOrderElementsOf(listed());
        assertThat(cards).isGreaterThan(500);
    }

    @Test
    void everyCardIsReadAndProblemsAreCounted() throws IOException {
        Map<CardProblem.Kind, Integer> problems = new HashMap<>();
        List<Path> cards = SharedCorpus.list("cards", ".md");
        int clean = 0;
        for (Path file : cards) {
            ModelCard card = CardReader.read(Files.readAllBytes(file));
            clean += card.problems().isEmpty() ? 1 : 0;
            card.problems().forEach(p -> problems.merge(p.kind(), 1, Integer::sum));
            card.problems().stream()
                    .filter(p -> p.kind() != CardProblem.Kind.NO_FRONT_MATTER)
                    .forEach(p -> System.out.printf("card %s: %s%n", file.getFileName(), p));
        }
        System.out.printf("cards: %d read, %d without any problem, problems %s%n", cards.size(), clean, problems);
        assertThat(problems).doesNotContainKey(CardProblem.Kind.REFUSED);
    }

    private static List<JsonNode> oracle(String name) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(SharedCorpus.payloads().resolve(name))) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    private static ModelCard read(String file) throws IOException {
        return CardReader.read(Files.readAllBytes(SharedCorpus.payloads().resolve(file)));
    }

    /** Each line of the list names a reason, a card and a field; lines of a reason begin with a number sign. */
    private static List<String> listed() throws IOException {
        try (InputStream in = CardCorpusTest.class.getResourceAsStream("/licet/ingest/card/oracle-differences.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }

    /** Top-level nulls are dropped here, and whole numbers may be written as 1 or 1.0. */
    private static List<String> differences(String file, JsonNode expected, FrontMatter actual) throws IOException {
        JsonNode mine = JSON.readTree(JSON.writeValueAsBytes(actual.fields()));
        Set<String> names = new TreeSet<>();
        expected.fieldNames().forEachRemaining(names::add);
        mine.fieldNames().forEachRemaining(names::add);
        return names.stream()
                .filter(name -> {
                    JsonNode theirs = expected.path(name);
                    JsonNode own = mine.path(name);
                    boolean bothNone = theirs.isNull() && own.isMissingNode();
                    return !bothNone && !theirs.equals(CardCorpusTest::compare, own);
                })
                .peek(name -> System.out.printf(
                        "  %s %s: expected %s, read %s%n",
                        file, name, shown(expected.path(name)), shown(mine.path(name))))
                .map(name -> file + " " + name)
                .toList();
    }

    private static int compare(JsonNode a, JsonNode b) {
        if (a.isNumber() && b.isNumber()) {
            return Double.compare(a.doubleValue(), b.doubleValue());
        }
        return a.equals(b) ? 0 : 1;
    }

    private static String shown(JsonNode node) {
        String text = node.toString();
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }
}
