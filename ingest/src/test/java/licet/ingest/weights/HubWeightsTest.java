package licet.ingest.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import licet.ingest.hub.HubServer;
import licet.ingest.hub.RepoFile;
import licet.ingest.hub.RepoId;
import licet.ingest.hub.Revision;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.Test;

/** Headers read over HTTP by range requests. */
class HubWeightsTest {
    private static final RepoId MODEL = RepoId.parse("acme/chat");
    private static final String FIRST = "model-00001-of-00002.safetensors";
    private static final String SECOND = "model-00002-of-00002.safetensors";
    private static final String INDEX = "model.safetensors.index.json";

    private final AtomicInteger requests = new AtomicInteger();

    @Test
    void aShardedModelCostsOneRequestForEachSmallHeader() {
        byte[] first = whole("a", 100_000);
        byte[] second = whole("b", 50_000);
        byte[] index = "{\"metadata\":{\"total_parameters\":150000},\"weight_map\":{\"a\":\"%s\",\"b\":\"%s\"}}"
                .formatted(FIRST, SECOND)
                .getBytes(StandardCharsets.UTF_8);
        var result = read(Map.of(FIRST, first, SECOND, second, INDEX, index));
        assertThat(result).hasValueSatisfying(read -> {
            WeightsMetadata metadata = ((HeaderResult.Read<WeightsMetadata>) read).value();
            assertThat(metadata.parameters().total()).isEqualTo(150_000);
            assertThat(metadata.problems()).isEmpty();
        });
        assertThat(requests).hasValue(3);
    }

    @Test
    void aGatedFileIsWithheldAndNotBroken() {
        var result = read(Map.of(FIRST, new byte[0], SECOND, new byte[0]));
        assertThat(result).hasValueSatisfying(refused -> {
            WeightsProblem problem = ((HeaderResult.Refused<WeightsMetadata>) refused).problem();
            assertThat(problem.kind()).isEqualTo(WeightsProblem.Kind.WITHHELD);
            assertThat(problem.isPassing()).isFalse();
        });
    }

    @Test
    void aModelWithoutSuchWeightsCostsNoRequest() {
        assertThat(read(Map.of("pytorch_model.bin", new byte[8]))).isEmpty();
        assertThat(requests).hasValue(0);
    }

    private Optional<HeaderResult<WeightsMetadata>> read(Map<String, byte[]> files) {
        try (var hub = new HubServer();
                var client = hub.client()) {
            hub.server.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    requests.incrementAndGet();
                    String target = request.getTarget();
                    return answer(files.get(target.substring(target.lastIndexOf('/') + 1)), request);
                }
            });
            List<RepoFile> listed = files.entrySet().stream()
                    .map(e -> new RepoFile(
                            e.getKey(),
                            Optional.empty(),
                            OptionalLong.of(Math.max(e.getValue().length, 100)),
                            Optional.empty()))
                    .toList();
            var opener = HubSource.opener(client, MODEL, Revision.MAIN, listed);
            return ModelWeights.read(files.keySet(), opener, WeightsConfig.NONE);
        }
    }

    /** An empty file stands for a gated one. */
    private static MockResponse answer(byte[] file, RecordedRequest request) {
        if (file.length == 0) {
            return HubServer.response(401, "", "X-Error-Code", "GatedRepo", "X-Error-Message", "accept first");
        }
        String[] range =
                request.getHeaders().get("Range").substring("bytes=".length()).split("-");
        int from = Integer.parseInt(range[0]);
        int to = Math.min(file.length, Integer.parseInt(range[1]) + 1);
        return new MockResponse.Builder()
                .code(206)
                .addHeader("Content-Range", "bytes %d-%d/%d".formatted(from, to - 1, file.length))
                .body(new Buffer().write(Arrays.copyOfRange(file, from, to)))
                .build();
    }

    private static byte[] whole(String tensor, int count) {
        byte[] header =
                TensorList.file(new TensorList().add(tensor, "F32", count).json());
        return Arrays.copyOf(header, header.length + 4 * count);
    }
}
