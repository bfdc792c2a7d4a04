package licet.ingest.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import licet.ingest.SharedCorpus;
import licet.ingest.card.LineageHint;
import licet.ingest.hub.Answer;
import licet.ingest.hub.Gating;
import licet.ingest.hub.ModelInfo;
import licet.ingest.hub.ModelInfoReader;
import licet.ingest.hub.Payload;
import licet.ingest.hub.RepoFile;
import org.junit.jupiter.api.Test;

/** Every real description of a model, through the mapping that the client uses. */
class RealPayloadsTest {
    private static final JsonMapper JSON = new JsonMapper();

    private final SnapshotMapper mapper = new SnapshotMapper();

    @Test
    void everyRealModelIsUnderstood() throws IOException {
        List<String> reasons = new ArrayList<>();
        int understood = 0;
        for (Path file : descriptions()) {
            byte[] bytes = Files.readAllBytes(file);
            Optional<ModelInfo> info = ModelInfoReader.find(body(JSON.readTree(bytes)));
            if (info.isPresent() && info.get().problems().isEmpty()) {
                ModelSnapshot snapshot = mapper.map(fetched(info.get(), card(file), bytes));
                assertThat(snapshot.evidenceDigest()).hasSize(64);
                understood++;
            } else {
                reasons.add(file.getFileName() + ": "
                        + info.map(i -> i.problems().toString()).orElse("names no model"));
            }
        }
        System.out.printf(
                "model infos: %d of %d understood; the rest: %s%n",
                understood, descriptions().size(), reasons);
        assertThat(reasons).allMatch(reason -> reason.startsWith("model-not-found.json"));
        assertThat(understood).isGreaterThan(35);
    }

    @Test
    void theRealDistilledLlamaIsMitWithoutABaseAndHintsAtLlama() throws IOException {
        String name = "deepseek-ai@DeepSeek-R1-Distill-Llama-8B";
        Path file = SharedCorpus.payloads().resolve("modelinfo/alain/" + name + ".json");
        byte[] bytes = Files.readAllBytes(file);
        ModelInfo info = ModelInfoReader.find(JSON.readTree(bytes)).orElseThrow();
        ModelSnapshot snapshot = mapper.map(fetched(info, card(file), bytes));
        assertThat(snapshot.licenses().tags()).containsExactly("mit");
        assertThat(snapshot.bases()).isEmpty();
        assertThat(snapshot.state().gating()).isEqualTo(Gating.NONE);
        assertThat(snapshot.parameters()).contains(8_030_261_248L);
        assertThat(snapshot.hints())
                .extracting(LineageHint::kind)
                .containsExactly(
                        LineageHint.Kind.LINKED_MODEL,
                        LineageHint.Kind.ORIGIN_STATEMENT,
                        LineageHint.Kind.ARCHITECTURE_TAG);
    }

    @Test
    void itemsOfRealListsAreUnderstoodToo() throws IOException {
        Path file = SharedCorpus.payloads().resolve("list/derived/hub-full-list-items.B14.CUT.json");
        int understood = 0;
        int all = 0;
        for (JsonNode item : JSON.readTree(file.toFile())) {
            all++;
            understood += ModelInfoReader.find(item)
                            .filter(i -> i.problems().isEmpty())
                            .isPresent()
                    ? 1
                    : 0;
        }
        System.out.printf("list items: %d of %d understood%n", understood, all);
        assertThat(understood).isEqualTo(all).isPositive();
    }

    private static List<Path> descriptions() {
        Stream<Path> recorded = SharedCorpus.list("http", ".json").stream()
                .filter(f -> f.getFileName().toString().startsWith("model-"));
        return Stream.concat(SharedCorpus.list("modelinfo", ".json").stream(), recorded)
                .toList();
    }

    /** Recorded answers stand inside a record of the request. */
    private static JsonNode body(JsonNode json) {
        return json.has("recorded") ? json.path("body") : json;
    }

    private static Optional<byte[]> card(Path file) throws IOException {
        String name = file.getFileName().toString().replaceAll("\\.json$", ".md");
        Path card = SharedCorpus.payloads().resolve("cards/alain").resolve(name);
        return Files.exists(card) ? Optional.of(Files.readAllBytes(card)) : Optional.empty();
    }

    private static FetchedModel fetched(ModelInfo info, Optional<byte[]> card, byte[] raw) {
        List<FetchedModel.FileRead> reads = card
                .map(bytes -> new FetchedModel.FileRead(
                        RepoFile.named("README.md"),
                        EvidenceFile.Kind.CARD,
                        new FetchedModel.Outcome.Content(Payload.of(bytes))))
                .stream()
                .toList();
        return new FetchedModel(info.id(), new Answer<>(info, Payload.of(raw)), info.siblings(), reads);
    }
}
