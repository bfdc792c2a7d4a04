package licet.ingest.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import licet.ingest.hub.Payload;
import licet.ingest.hub.RepoId;
import licet.ingest.hub.Revision;
import licet.ingest.snapshot.DeclaredBase;
import licet.ingest.snapshot.EvidenceFile;
import licet.ingest.snapshot.ModelSnapshot;
import licet.ingest.weights.WeightsMetadata;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalModelsTest {
    private static final RepoId CHAT = RepoId.parse("acme/chat-7b");
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
    private static final String OTHER = "89abcdef0123456789abcdef0123456789abcdef";
    private static final String LICENSE = "Acme License\n\nYou may use this.\n";

    @TempDir
    private Path machine;

    private ModelFolder disk;

    @BeforeEach
    void makeDisk() {
        disk = new ModelFolder(machine);
    }

    @Test
    void aPlainFolderBecomesASnapshot() {
        byte[] weights = ModelFolder.safetensors("model.a", 10);
        disk.file("chat/README.md", ModelFolder.CARD)
                .file("chat/LICENSE", LICENSE)
                .file("chat/config.json", "{\"model_type\":\"llama\",\"max_position_embeddings\":4096}")
                .file("chat/model.safetensors", weights)
                .file("chat/.cache/huggingface/download/LICENSE", "left by a tool");
        LocalResult.Taken taken = taken(named("chat"));
        ModelSnapshot snapshot = taken.snapshot();
        assertThat(snapshot.identity().source()).isEqualTo(ModelSnapshot.LOCAL_SOURCE);
        assertThat(snapshot.model()).isEqualTo(CHAT);
        assertThat(snapshot.identity().commit()).isEmpty();
        assertThat(snapshot.licenses().card().name()).contains("acme");
        assertThat(snapshot.bases()).extracting(DeclaredBase::written).containsExactly("acme/base");
        assertThat(snapshot.listEvidence(EvidenceFile.Kind.LICENSE))
                .singleElement()
                .satisfies(file -> assertThat(file.text()).contains(LICENSE));
        assertThat(snapshot.weights()).singleElement().satisfies(file -> {
            assertThat(file.sha256()).contains(Payload.of(weights).sha256());
            assertThat(file.size()).hasValue(weights.length);
        });
        assertThat(snapshot.parameters()).contains(10L);
        assertThat(snapshot.config().modelType()).contains("llama");
        assertThat(taken.weights()).flatMap(WeightsMetadata::contextLength).contains(4_096L);
        assertThat(taken.notes()).isEmpty();
    }

    @Test
    void nothingOfTheMachineIsInTheSnapshot() {
        disk.file("chat/README.md", ModelFolder.CARD).file("chat/model.safetensors", "damaged");
        LocalResult.Taken taken = taken(named("chat"));
        assertThat(taken.toString()).doesNotContain(machine.toString());
        assertThat(taken.snapshot().rawAnswers())
                .allSatisfy(raw -> assertThat(raw.body().text()).doesNotContain(machine.toString()));
        assertThat(taken.notes()).singleElement().asString().startsWith("header refused: model.safetensors:");
        assertThat(taken.weights()).isEmpty();
    }

    @Test
    void aFolderWithoutALicenseHasNoneForSure() {
        disk.file("chat/README.md", "no front matter");
        assertThat(taken(named("chat")).snapshot().listEvidence(EvidenceFile.Kind.LICENSE))
                .singleElement()
                .satisfies(file -> assertThat(file.state()).isInstanceOf(EvidenceFile.State.Absent.class));
    }

    @Test
    void theHubsCacheTellsNameAndCommit() {
        cache();
        for (String path : List.of("models--acme--chat-7b", "models--acme--chat-7b/snapshots/" + COMMIT)) {
            ModelSnapshot snapshot =
                    taken(LocalRequest.of(machine.resolve(path))).snapshot();
            assertThat(snapshot.model()).isEqualTo(CHAT);
            assertThat(snapshot.identity().commit()).contains(COMMIT);
            assertThat(snapshot.licenses().card().name()).contains("acme");
            assertThat(snapshot.weights())
                    .singleElement()
                    .satisfies(file -> assertThat(file.path()).isEqualTo("model.safetensors"));
            assertThat(snapshot.rawAnswers()).isNotEmpty();
        }
    }

    @Test
    void oneOfSeveralRevisionsIsChosenByRefCommitOrRequest() throws IOException {
        cache();
        disk.file("models--acme--chat-7b/snapshots/" + OTHER + "/README.md", "other");
        Path folder = machine.resolve("models--acme--chat-7b");
        assertThat(commit(new LocalRequest(folder, Optional.empty(), Optional.of(new Revision(OTHER)))))
                .contains(OTHER);
        assertThat(commit(LocalRequest.of(folder))).contains(COMMIT);
        Files.delete(folder.resolve("refs/main"));
        assertThat(refused(LocalRequest.of(folder))).isEqualTo(LocalResult.Reason.REVISION_NEEDED);
        assertThat(refused(new LocalRequest(folder, Optional.empty(), Optional.of(new Revision("v1")))))
                .isEqualTo(LocalResult.Reason.REVISION_NEEDED);
    }

    @Test
    void whoeverBringsAPlainFolderMaySayItsCommit() {
        disk.file("chat/README.md", ModelFolder.CARD);
        Path folder = machine.resolve("chat");
        assertThat(commit(new LocalRequest(folder, Optional.of(CHAT), Optional.of(new Revision(COMMIT)))))
                .contains(COMMIT);
        assertThat(commit(new LocalRequest(folder, Optional.of(CHAT), Optional.of(new Revision("v1")))))
                .isEmpty();
    }

    @Test
    void aWholeCacheIsListedModelByModel() throws IOException {
        cache();
        disk.file("models--gpt2/snapshots/" + COMMIT + "/README.md", "x")
                .file("datasets--acme--data/snapshots/" + COMMIT + "/README.md", "x")
                .file("models--incomplete/refs/main", COMMIT);
        List<Path> models = new LocalModels(HashProgress.NONE).list(machine);
        assertThat(models)
                .extracting(p -> p.getFileName().toString())
                .containsExactly("models--acme--chat-7b", "models--gpt2");
        assertThat(taken(LocalRequest.of(models.getLast())).snapshot().model().value())
                .isEqualTo("gpt2");
    }

    @Test
    void linksThatLeadOutAreLeftOutAndNoted() {
        disk.file("secret/LICENSE", "secret").file("secret/deep/NOTICE", "secret");
        cache();
        String snapshot = "models--acme--chat-7b/snapshots/" + COMMIT + "/";
        disk.link(snapshot + "LICENSE", "../../../secret/LICENSE")
                .link(snapshot + "deep", "../../../secret/deep")
                .link(snapshot + "LICENSE.md", "../../blobs/missing")
                .link(snapshot + "NOTICE", machine.resolve("secret/LICENSE").toString());
        LocalResult.Taken taken = taken(LocalRequest.of(machine.resolve("models--acme--chat-7b")));
        assertThat(taken.snapshot().toString()).doesNotContain("secret");
        assertThat(taken.notes()).hasSize(4).allMatch(note -> note.startsWith("left out, the link leads"));
    }

    @Test
    void shardsAreReadTogetherAndMissingOnesNoted() {
        disk.file("chat/model-00001-of-00002.safetensors", ModelFolder.safetensors("a", 3))
                .file(
                        "chat/model.safetensors.index.json",
                        "{\"weight_map\":{\"a\":\"model-00001-of-00002.safetensors\","
                                + "\"b\":\"model-00002-of-00002.safetensors\"}}");
        LocalResult.Taken taken = taken(named("chat"));
        assertThat(taken.snapshot().parameters()).contains(3L);
        assertThat(taken.notes())
                .containsExactly(
                        "header: the index names a file that is not there: model-00002-of-00002.safetensors",
                        "header: 1 of 2 shards are there");
    }

    @Test
    void aSingleFileNeedsANameAndBringsItsHeader() {
        disk.file("chat.Q4_K_M.gguf", ModelFolder.gguf("apache-2.0"));
        Path file = machine.resolve("chat.Q4_K_M.gguf");
        assertThat(refused(LocalRequest.of(file))).isEqualTo(LocalResult.Reason.NAME_NEEDED);
        LocalResult.Taken taken = taken(new LocalRequest(file, Optional.of(CHAT), Optional.empty()));
        assertThat(taken.weights())
                .hasValueSatisfying(w -> assertThat(w.license().id()).contains("apache-2.0"));
        assertThat(taken.snapshot().weights())
                .singleElement()
                .satisfies(w -> assertThat(w.path()).isEqualTo("chat.Q4_K_M.gguf"));
    }

    @Test
    void whatIsNoModelIsRefused() throws IOException {
        Files.createDirectories(machine.resolve("empty"));
        disk.file("notes.txt", "x");
        assertThat(refused(named("missing"))).isEqualTo(LocalResult.Reason.NOT_FOUND);
        assertThat(refused(named("empty"))).isEqualTo(LocalResult.Reason.NO_MODEL);
        assertThat(refused(named("notes.txt"))).isEqualTo(LocalResult.Reason.NO_MODEL);
        disk.file("folder/README.md", "x");
        assertThat(refused(LocalRequest.of(machine.resolve("folder")))).isEqualTo(LocalResult.Reason.NAME_NEEDED);
    }

    @Test
    void hashingTellsHowFarItIsAndStopsWhenAsked() {
        disk.file("chat/a.safetensors", new byte[5 << 20]).file("chat/b.bin", new byte[1 << 20]);
        List<Long> done = new ArrayList<>();
        var stopping = new HashProgress() {
            @Override
            public void advanced(String file, long bytes, long total) {
                assertThat(total).isEqualTo(6 << 20);
                done.add(bytes);
            }

            @Override
            public boolean isCancelled() {
                return done.size() == 2;
            }
        };
        assertThat(new LocalModels(stopping).take(named("chat"))).isEqualTo(new LocalResult.Cancelled());
        assertThat(done).isSorted().hasSize(2);
    }

    private void cache() {
        String blobs = "models--acme--chat-7b/blobs/";
        String snapshot = "models--acme--chat-7b/snapshots/" + COMMIT + "/";
        disk.file("models--acme--chat-7b/refs/main", COMMIT)
                .file(blobs + "card", ModelFolder.CARD)
                .file(blobs + "weights", ModelFolder.safetensors("a", 2))
                .link(snapshot + "README.md", "../../blobs/card")
                .link(snapshot + "model.safetensors", "../../blobs/weights");
    }

    private LocalRequest named(String folder) {
        return new LocalRequest(machine.resolve(folder), Optional.of(CHAT), Optional.empty());
    }

    private static Optional<String> commit(LocalRequest request) {
        return taken(request).snapshot().identity().commit();
    }

    private static LocalResult.Taken taken(LocalRequest request) {
        LocalResult result = new LocalModels(HashProgress.NONE).take(request);
        assertThat(result).isInstanceOf(LocalResult.Taken.class);
        return (LocalResult.Taken) result;
    }

    private static LocalResult.Reason refused(LocalRequest request) {
        LocalResult result = new LocalModels(HashProgress.NONE).take(request);
        assertThat(result).isInstanceOf(LocalResult.Refused.class);
        return ((LocalResult.Refused) result).reason();
    }
}
