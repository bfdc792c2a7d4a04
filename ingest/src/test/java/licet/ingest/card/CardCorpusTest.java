package licet.ingest.card;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import licet.ingest.SharedCorpus;
import org.junit.jupiter.api.Test;

/** Every real card, against how the YAML reader of the Hub's own server language reads it. */
class CardCorpusTest {
    private static final JsonMapper JSON = new JsonMapper();

    /** Cards that are read differently, each with the reason why that is right. */
    private static final Map<String, String> JUSTIFIED = Map.of();

    @Test
    void frontMattersAgreeWithTheOracle() throws IOException {
        Path payloads = SharedCorpus.payloads();
        List<String> differing = new ArrayList<>();
        int agreeing = 0;
        for (String line : Files.readAllLines(payloads.resolve("CARD_ORACLE.js-yaml-4.jsonl"))) {
            JsonNode expected = JSON.readTree(line);
            String file = expected.path("file").asText();
            ModelCard card = CardReader.read(Files.readAllBytes(payloads.resolve(file)));
            if (same(expected.path("data"), card.frontMatter())) {
                agreeing++;
            } else {
                differing.add(file);
            }
        }
        System.out.printf("cards: %d agree with the oracle, %d differ %s%n", agreeing, differing.size(), differing);
        assertThat(differing).allMatch(JUSTIFIED::containsKey);
        assertThat(agreeing).isGreaterThan(400);
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

    /** Top-level nulls are dropped here, and whole numbers may be written as 1 or 1.0. */
    private static boolean same(JsonNode expected, FrontMatter actual) throws IOException {
        JsonNode mine = JSON.readTree(JSON.writeValueAsBytes(actual.fields()));
        for (Map.Entry<String, JsonNode> field : expected.properties()) {
            JsonNode own = mine.path(field.getKey());
            boolean bothNone = field.getValue().isNull() && own.isMissingNode();
            if (!bothNone && !field.getValue().equals((a, b) -> compare(a, b), own)) {
                System.out.printf(
                        "  field %s: expected %s, read %s%n", field.getKey(), shown(field.getValue()), shown(own));
                return false;
            }
        }
        return mine.properties().stream().allMatch(field -> expected.has(field.getKey()));
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
