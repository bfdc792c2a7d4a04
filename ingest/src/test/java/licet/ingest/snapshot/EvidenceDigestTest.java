package licet.ingest.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import licet.ingest.hub.Answer;
import licet.ingest.hub.ModelInfo;
import licet.ingest.hub.ModelInfoReader;
import licet.ingest.hub.Payload;
import licet.ingest.hub.RepoFile;
import licet.ingest.hub.RepoId;
import org.junit.jupiter.api.Test;

/** The digest changes with the evidence and with nothing else. */
class EvidenceDigestTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String INFO = """
            {"_id":"66944f1fe0c5c2e493a804f5","id":"acme/model","sha":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
             "createdAt":"2024-07-14T22:20:15.000Z","lastModified":"2024-10-16T22:00:37.000Z","gated":false,
             "downloads":100,"likes":5,"pipeline_tag":"text-generation","library_name":"transformers",
             "tags":["transformers","llama","license:mit","base_model:base/One","region:us"],
             "cardData":{"license":"mit","base_model":"base/One","language":["en","no"]},
             "config":{"model_type":"llama","architectures":["LlamaForCausalLM"]},
             "siblings":[{"rfilename":"README.md","blobId":"b1","size":10},{"rfilename":"LICENSE","blobId":"b2","size":20},
                         {"rfilename":"w.safetensors","blobId":"b3","size":30,"lfs":{"sha256":"s1","size":30}}]}
            """;

    private final SnapshotMapper mapper = new SnapshotMapper();

    @Test
    void theOrderOfKeysFilesAndTagsDoesNotMatter() {
        String digest = digest(json());
        var random = new Random(20261122);
        for (int round = 0; round < 200; round++) {
            assertThat(digest((ObjectNode) shuffled(json(), random))).isEqualTo(digest);
        }
    }

    @Test
    void countersTimesIdsAndGatingDoNotMatter() {
        String digest = digest(json());
        List<Consumer<ObjectNode>> changes = List.of(
                j -> j.put("downloads", 999_999),
                j -> j.put("likes", 6),
                j -> j.put("_id", "other"),
                j -> j.put("sha", "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"),
                j -> j.put("lastModified", "2026-01-01T00:00:00.000Z"),
                j -> j.put("createdAt", "2026-01-01T00:00:00.000Z"),
                j -> j.put("gated", "manual"),
                j -> j.put("id", "mirror/copy"),
                j -> j.put("brand_new_field", true),
                j -> ((ArrayNode) j.path("tags")).add("endpoints_compatible"));
        changes.forEach(change -> assertThat(digest(changed(change))).isEqualTo(digest));
    }

    @Test
    void evidenceMatters() {
        String digest = digest(json());
        List<Consumer<ObjectNode>> changes = List.of(
                j -> ((ArrayNode) j.path("tags")).set(2, "license:apache-2.0"),
                j -> ((ArrayNode) j.path("tags")).add("base_model:base/Two"),
                j -> ((ArrayNode) j.path("tags")).set(1, "qwen2"),
                j -> ((ObjectNode) j.path("cardData")).put("license", "other"),
                j -> ((ObjectNode) j.path("cardData")).put("license_name", "x"),
                j -> ((ObjectNode) j.path("config")).put("model_type", "qwen2"),
                j -> j.put("pipeline_tag", "image-text-to-text"),
                j -> ((ObjectNode) j.path("siblings").path(1)).put("blobId", "b9"),
                j -> ((ObjectNode) j.path("siblings").path(1)).put("rfilename", "LICENSE.txt"),
                j -> ((ObjectNode) j.path("siblings").path(2).path("lfs")).put("sha256", "s2"),
                j -> ((ArrayNode) j.path("siblings")).remove(1));
        List<String> digests = new ArrayList<>(List.of(digest));
        changes.forEach(change -> digests.add(digest(changed(change))));
        assertThat(digests).doesNotHaveDuplicates();
    }

    @Test
    void theContentOfAFileMatters() {
        assertThat(snapshot(json(), "one").evidenceDigest())
                .isEqualTo(snapshot(json(), "one").evidenceDigest())
                .isNotEqualTo(snapshot(json(), "two").evidenceDigest());
    }

    @Test
    void theCanonicalFormIsWhatIsDocumented() {
        var digest = new EvidenceDigest(ArchitectureHints.shipped());
        assertThat(digest.canonical(snapshot(json(), "one")))
                .startsWith(
                        "licet-evidence 1\n[\"architecture\",\"config\",\"llama\"]\n[\"architecture\",\"tag\",\"llama\"]\n[\"base\",\"base/one\",\"UNSTATED\"]\n")
                .contains("[\"file\",\"LICENSE\",\"LICENSE\",\"read\",\""
                        + Payload.of("one").sha256() + "\"]\n")
                .contains("[\"license\",\"tag\",\"license\",\"mit\"]\n")
                .endsWith("[\"weights\",\"w.safetensors\",\"30\",\"s1\"]\n");
    }

    private String digest(ObjectNode json) {
        return mapper.map(fetched(json, Optional.empty())).evidenceDigest();
    }

    private ModelSnapshot snapshot(ObjectNode json, String license) {
        return mapper.map(fetched(json, Optional.of(license)));
    }

    /** The license is read where a text is given; all other files of evidence are unread. */
    private static FetchedModel fetched(ObjectNode json, Optional<String> license) {
        ModelInfo info = ModelInfoReader.find(json).orElseThrow();
        List<FetchedModel.FileRead> reads = new ArrayList<>();
        for (RepoFile file : info.siblings().orElseThrow()) {
            boolean card = file.path().equals("README.md");
            if (card || file.path().startsWith("LICENSE")) {
                FetchedModel.Outcome unread = new FetchedModel.Outcome.NotRead(
                        EvidenceFile.Reason.REQUEST_FAILED, "at random " + reads.size());
                FetchedModel.Outcome outcome = card
                        ? unread
                        : license.<FetchedModel.Outcome>map(text -> new FetchedModel.Outcome.Content(Payload.of(text)))
                                .orElse(unread);
                reads.add(new FetchedModel.FileRead(
                        file, card ? EvidenceFile.Kind.CARD : EvidenceFile.Kind.LICENSE, outcome));
            }
        }
        return new FetchedModel(
                RepoId.parse("acme/model"), new Answer<>(info, Payload.of(json.toString())), info.siblings(), reads);
    }

    private static ObjectNode changed(Consumer<ObjectNode> change) {
        ObjectNode json = json();
        change.accept(json);
        return json;
    }

    private static ObjectNode json() {
        try {
            return (ObjectNode) JSON.readTree(INFO);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode shuffled(JsonNode node, Random random) {
        if (node.isObject()) {
            var names = new ArrayList<>(node.properties());
            Collections.shuffle(names, random);
            ObjectNode copy = JSON.createObjectNode();
            names.forEach(e -> copy.set(e.getKey(), shuffled(e.getValue(), random)));
            return copy;
        }
        if (node.isArray()) {
            var items = new ArrayList<JsonNode>();
            node.forEach(item -> items.add(shuffled(item, random)));
            Collections.shuffle(items, random);
            ArrayNode copy = JSON.createArrayNode();
            items.forEach(copy::add);
            return copy;
        }
        return node;
    }
}
