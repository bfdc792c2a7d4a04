package licet.ingest.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import licet.ingest.hub.HubServer;
import licet.ingest.hub.RepoId;
import licet.ingest.hub.Revision;
import licet.ingest.snapshot.EvidenceFile;
import licet.ingest.snapshot.HeaderFields;
import licet.ingest.snapshot.ModelSnapshot;
import licet.ingest.snapshot.SnapshotAssembler;
import licet.ingest.snapshot.SnapshotResult;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.Test;

/** What the header of the weights states is evidence beside card and files. */
class HeaderStatementTest {
    private static final String BASE = "https://huggingface.co/other/base";

    private static GgufBytes stating() {
        return GgufBytes.v3()
                .text("general.architecture", "llama")
                .text("general.license", "apache-2.0\nand more")
                .number("general.base_model.count", 1)
                .text("general.base_model.0.repo_url", BASE);
    }

    private static byte[] withVocabulary() {
        var file = stating();
        byte[] words = new byte[200_000];
        return file.field(
                        "tokenizer.ggml.scores",
                        GgufValueType.ARRAY,
                        file.array(GgufValueType.INT8, words.length, words))
                .text("general.license.link", "https://example.org/behind-the-vocabulary")
                .bytes();
    }

    @Test
    void oneReadIsEnoughForWhatStandsBeforeTheVocabulary() {
        var source = MemorySource.ofSize(withVocabulary(), 5_000_000_000L);
        var read = HeaderStatement.read("model.gguf", path -> source);
        assertThat(read)
                .isEqualTo(new HeaderResult.Read<>(new HeaderStatement(
                        new HeaderLicense(Optional.of("apache-2.0\nand more"), Optional.empty(), Optional.empty()),
                        List.of(new HeaderBase(Optional.empty(), Optional.empty(), Optional.of(BASE))))));
        assertThat(source.reads()).isEqualTo(1);
        assertThat(source.fetched()).isEqualTo(ByteWindow.FIRST_PIECE);
    }

    @Test
    void onlyGgufIsAsked() {
        assertThat(HeaderStatement.file(List.of("README.md", "b.gguf", "a.gguf", "mmproj-x.gguf")))
                .contains("a.gguf");
        assertThat(HeaderStatement.file(List.of("model.safetensors", "a.gguf"))).isEmpty();
    }

    @Test
    void licenseAndBaseReachTheSnapshot() {
        var snapshot = snapshot(withVocabulary(), "");
        assertThat(snapshot.listEvidence(EvidenceFile.Kind.WEIGHTS_HEADER))
                .singleElement()
                .satisfies(header -> {
                    assertThat(header.path()).isEqualTo("model.gguf");
                    assertThat(HeaderFields.read(header.text().orElseThrow()))
                            .containsExactly(
                                    new HeaderFields.Field("general.license", "apache-2.0 and more"),
                                    new HeaderFields.Field("general.base_model.0.repo_url", BASE));
                });
        assertThat(snapshot.hints())
                .anySatisfy(hint -> assertThat(hint.models()).containsExactly(RepoId.parse("other/base")));
    }

    @Test
    void anotherStatementIsOtherEvidence() {
        byte[] mit = GgufBytes.v3().text("general.license", "mit").bytes();
        byte[] apache = GgufBytes.v3().text("general.license", "apache-2.0").bytes();
        assertThat(snapshot(mit, "").evidenceDigest())
                .isNotEqualTo(snapshot(apache, "").evidenceDigest())
                .isEqualTo(snapshot(mit, "").evidenceDigest());
    }

    @Test
    void aDeclaredBaseNeedsNoHintFromTheHeader() {
        assertThat(snapshot(withVocabulary(), "\"base_model:quantized:acme/chat\"")
                        .hints())
                .isEmpty();
    }

    @Test
    void whatIsNoHeaderIsNoEvidenceAndABrokenServerLeavesAGap() {
        assertThat(snapshot("no header at all".getBytes(java.nio.charset.StandardCharsets.UTF_8), "")
                        .listEvidence(EvidenceFile.Kind.WEIGHTS_HEADER))
                .isEmpty();
        assertThat(snapshot(new byte[0], "").listPassingGaps())
                .extracting(EvidenceFile::kind)
                .containsExactly(EvidenceFile.Kind.WEIGHTS_HEADER);
    }

    /** @param gguf an empty file stands for a server that fails */
    private static ModelSnapshot snapshot(byte[] gguf, String tags) {
        try (var hub = new HubServer();
                var client = hub.client()) {
            hub.server.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    return answer(request, gguf, tags);
                }
            });
            return ((SnapshotResult.Taken) new SnapshotAssembler(client).fetch(RepoId.parse("acme/own"), Revision.MAIN))
                    .snapshot();
        }
    }

    private static MockResponse answer(RecordedRequest request, byte[] gguf, String tags) {
        if (!request.getTarget().contains("model.gguf")) {
            return HubServer.response(
                    200,
                    "{\"_id\":\"621ffdc036468d709f17434d\",\"id\":\"acme/own\",\"tags\":[%s],\"siblings\":[{\"rfilename\":\"model.gguf\",\"size\":%d,\"blobId\":\"0123456789012345678901234567890123456789\"}]}"
                            .formatted(tags, 5_000_000));
        }
        if (gguf.length == 0) {
            return HubServer.response(500, "");
        }
        int last = Math.min(gguf.length, ByteWindow.FIRST_PIECE);
        return new MockResponse.Builder()
                .code(206)
                .addHeader("Content-Range", "bytes 0-%d/%d".formatted(last - 1, 5_000_000))
                .body(new Buffer().write(Arrays.copyOf(gguf, last)))
                .build();
    }
}
