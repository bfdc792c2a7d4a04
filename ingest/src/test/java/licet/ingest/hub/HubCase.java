package licet.ingest.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.DynamicTest;

/** One numbered edge case that other clients of the Hub test, on a server and a client of its own. */
record HubCase(String id, String what, Check check) {
    static final RepoId MODEL = RepoId.parse("acme/model");
    static final RepoPath LICENSE = RepoPath.parse("LICENSE");
    static final RepoPath WEIGHTS = RepoPath.parse("model.safetensors");
    static final String INFO = "{\"id\":\"acme/model\",\"_id\":\"abc\"}";

    @FunctionalInterface
    interface Check {
        void run(HubServer hub) throws Exception;
    }

    static Stream<DynamicTest> tests(List<HubCase> cases) {
        return cases.stream()
                .map(c -> DynamicTest.dynamicTest(c.id() + " " + c.what(), () -> {
                    try (var hub = new HubServer()) {
                        c.check().run(hub);
                    }
                }));
    }

    static <T> T found(HubResult<T> result) {
        assertThat(result).isInstanceOf(HubResult.Found.class);
        return ((HubResult.Found<T>) result).value();
    }

    static HubProblem problem(HubResult<?> result) {
        assertThat(result).isInstanceOf(HubResult.Refused.class);
        return ((HubResult.Refused<?>) result).problem();
    }

    static String kind(HubResult<?> result) {
        return problem(result).getClass().getSimpleName();
    }

    static String message(HubResult<?> result) {
        return problem(result).detail().message();
    }

    static HubResult<Answer<ModelInfo>> info(HubServer hub) {
        return hub.client().modelInfo(MODEL, Revision.MAIN);
    }

    static HubResult<Payload> license(HubServer hub) {
        return hub.client().file(MODEL, Revision.MAIN, LICENSE);
    }

    static String next(HubServer hub, String query) {
        return "<" + hub.address("/api/models?" + query) + ">; rel=\"next\"";
    }

    /** A list of models with these ids. */
    static String page(String... ids) {
        return Arrays.stream(ids).map("{\"id\":\"%s\"}"::formatted).collect(Collectors.joining(",", "[", "]"));
    }

    static List<String> ids(HubResult<ModelPage> page) {
        return found(page).models().stream().map(m -> m.id().value()).toList();
    }

    /** An answer that announces more than it sends, and then hangs up. */
    static MockResponse cut(int status, String sent, int announced, String... headers) {
        MockResponse.Builder response =
                HubServer.response(status, sent, headers).newBuilder();
        return response.setHeader("Content-Length", announced)
                .onResponseEnd(new SocketEffect.CloseSocket())
                .build();
    }
}
