package licet.ingest.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The paging cases P1 to P10. */
class HubPagesTest {
    private final HubServer hub = new HubServer();

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void allPagesAreReadInOrderAndOnlyTheCursorIsTaken() {
        hub.answer(200, page("a/1", "a/2"), "Link", next("abc%3D%3D&limit=1&sort=trendingScore"));
        hub.answer(200, page("a/3"), "Link", next("def"));
        hub.answer(200, page("a/4"));
        var query = new ModelQuery(Optional.of("a"), Optional.of("x y"), List.of("license:mit", "gguf"), 1000);
        assertThat(ids(hub.client().listModels(query))).containsExactly("a/1", "a/2", "a/3", "a/4");
        String first = hub.request().getUrl().encodedQuery();
        assertThat(first).contains("sort=createdAt", "limit=500", "author=a", "filter=license%3Amit", "filter=gguf");
        var second = hub.request().getUrl();
        assertThat(second.queryParameter("cursor")).isEqualTo("abc==");
        assertThat(second.queryParameter("limit")).isEqualTo("500");
        assertThat(second.queryParameter("sort")).isEqualTo("createdAt");
    }

    @Test
    void theNextPageIsChosenByItsRelation() {
        String links = "<" + hub.address("/api/models?cursor=back") + ">; rel=\"prev\", " + next("forth");
        hub.answer(200, page("a/1"), "Link", links).answer(200, page("a/2"));
        assertThat(ids(hub.client().listModels(ModelQuery.all()))).hasSize(2);
        hub.request();
        assertThat(hub.request().getUrl().queryParameter("cursor")).isEqualTo("forth");
    }

    @Test
    void aMirrorsPagesStayAtTheMirror() {
        hub.answer(200, page("a/1"), "Link", "<https://huggingface.co/api/models?cursor=abc>; rel=\"next\"");
        hub.answer(200, page("a/2"));
        assertThat(ids(hub.client().listModels(ModelQuery.all()))).containsExactly("a/1", "a/2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<http://169.254.169.254/api/models?cursor=abc>; rel=\"next\"",
                "<https://elsewhere.example/api/models?cursor=abc>; rel=\"next\"",
                "</api/models?cursor=abc#part>; rel=\"next\"",
                "</api/models?cursor=abc>; rel=\"next\", </api/models?cursor=def>; rel=\"next\"",
                "</api/models?p=2>; rel=\"next\""
            })
    void aNextPageThatIsNotOneIsRefused(String link) {
        hub.answer(200, page("a/1"), "Link", link);
        assertThat(hub.client().listModels(ModelQuery.all())).isInstanceOf(HubResult.Refused.class);
        assertThat(hub.requests()).isEqualTo(1);
    }

    @Test
    void aGiantCursorIsRefused() {
        hub.answer(200, page("a/1"), "Link", next("x".repeat(3000)));
        assertThat(hub.client().listModels(ModelQuery.all())).isInstanceOf(HubResult.Refused.class);
    }

    @Test
    void aFailedPageIsAskedAgainWithItsOwnCursor() {
        hub.answer(200, page("a/1"), "Link", next("abc")).answer(504, "").answer(200, page("a/2"));
        assertThat(ids(hub.client().listModels(ModelQuery.all()))).containsExactly("a/1", "a/2");
        hub.request();
        assertThat(hub.request().getUrl().queryParameter("cursor")).isEqualTo("abc");
        assertThat(hub.request().getUrl().queryParameter("cursor")).isEqualTo("abc");
    }

    @Test
    void noLimitNoRequest() {
        assertThat(ids(hub.client().listModels(ModelQuery.all().limitedTo(0)))).isEmpty();
        assertThat(hub.requests()).isZero();
    }

    @Test
    void theLimitEndsTheReading() {
        hub.answer(200, page("a/1", "a/2", "a/3"), "Link", next("abc"));
        assertThat(ids(hub.client().listModels(ModelQuery.of("a").limitedTo(2))))
                .containsExactly("a/1", "a/2");
        assertThat(hub.requests()).isEqualTo(1);
    }

    @Test
    void endlessPagesEnd() {
        hub.answer(200, page("a/1"), "Link", next("abc")).answer(200, "[]", "Link", next("def"));
        assertThat(ids(hub.client().listModels(ModelQuery.all()))).containsExactly("a/1");
        hub.answer(200, page("a/1"), "Link", next("abc")).answer(200, page("a/2", "a/1"), "Link", next("abc"));
        assertThat(ids(hub.client().listModels(ModelQuery.all()))).containsExactly("a/1", "a/2");
    }

    @Test
    void aPageThatIsNoListIsRefused() {
        hub.answer(200, "{\"error\":\"odd\"}");
        assertThat(hub.client().listModels(ModelQuery.all())).isInstanceOf(HubResult.Refused.class);
    }

    @Test
    void anErrorPageThatBreaksOffIsAskedForAgain() {
        hub.answer(200, "{\"error\":").answer(200, page("a/1"));
        assertThat(ids(hub.client().listModels(ModelQuery.all()))).containsExactly("a/1");
    }

    @Test
    void aTreeIsReadOverItsPages() {
        hub.answer(
                200,
                """
                [{"type":"directory","oid":"d","size":0,"path":"x"},
                 {"type":"file","oid":"o1","size":5,"path":"x/a.txt","xetHash":"h","lastCommit":{}},
                 {"type":"unknown","path":"y"}]
                """,
                "Link",
                "<" + hub.address("/api/models/a/b/tree/main?recursive=true&cursor=abc") + ">; rel=\"next\"");
        hub.answer(
                200,
                "[{\"type\":\"file\",\"oid\":\"p\",\"size\":9,\"path\":\"w.bin\",\"lfs\":{\"oid\":\"sha\",\"size\":9}}]");
        var tree = hub.client().tree(RepoId.parse("a/b"), Revision.MAIN);
        assertThat(tree)
                .isInstanceOfSatisfying(
                        HubResult.Found.class,
                        found -> assertThat((List<?>) found.value())
                                .extracting(file -> ((RepoFile) file).path())
                                .containsExactly("x/a.txt", "w.bin"));
        assertThat(hub.request().getUrl().toString()).endsWith("/api/models/a/b/tree/main?recursive=true");
    }

    private String next(String cursor) {
        return "<" + hub.address("/api/models?cursor=" + cursor) + ">; rel=\"next\"";
    }

    private static String page(String... ids) {
        return "["
                + String.join(
                        ",",
                        java.util.Arrays.stream(ids)
                                .map("{\"id\":\"%s\"}"::formatted)
                                .toList()) + "]";
    }

    private static List<String> ids(HubResult<List<ModelInfo>> result) {
        assertThat(result).isInstanceOf(HubResult.Found.class);
        return ((HubResult.Found<List<ModelInfo>>) result)
                .value().stream().map(m -> m.id().value()).toList();
    }
}
