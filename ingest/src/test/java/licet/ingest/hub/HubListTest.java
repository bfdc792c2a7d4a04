package licet.ingest.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of models page by page, and questions that name what is known already. */
class HubListTest {
    private static final RepoId MODEL = RepoId.parse("acme/model");

    private final HubServer hub = new HubServer();

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void everyFilterGoesUnderTheHubsName() {
        hub.answer(200, "[]");
        hub.client()
                .modelPage(ListQuery.everything()
                        .author("acme")
                        .search("small")
                        .tag("license:mit")
                        .tag("gguf")
                        .task("text-generation")
                        .app("llama.cpp")
                        .parameters("min:6B,max:128B")
                        .gated(false)
                        .warm()
                        .inferenceProvider("acme")
                        .ordered(ListQuery.Sort.DOWNLOADS, false)
                        .inPagesOf(100)
                        .giving(new ListQuery.Fields.Expand(Set.of(ModelField.SHA, ModelField.MODEL_INDEX)))
                        .after(new Cursor("abc==")));
        assertThat(hub.request().getUrl().query())
                .isEqualTo(
                        "sort=downloads&direction=-1&limit=100&author=acme&search=small&filter=license:mit&filter=gguf"
                                + "&pipeline_tag=text-generation&apps=llama.cpp&num_parameters=min:6B,max:128B&gated=false"
                                + "&inference=warm&inference_provider=acme&expand=model-index&expand=sha&cursor=abc==");
    }

    @Test
    void theSwitchesAreSentOnlyWhereSet() {
        hub.answer(200, "[]");
        hub.client().modelPage(ListQuery.everything().giving(new ListQuery.Fields.Switches(true, false, true)));
        assertThat(hub.request().getUrl().query())
                .isEqualTo("sort=createdAt&direction=1&limit=500&full=true&cardData=true");
    }

    @Test
    void anItemBecomesASmallRecord() {
        hub.answer(200, """
                [{"_id":"66944f1f","id":"acme/model","sha":"abc","lastModified":"2026-01-02T03:04:05.000Z",
                  "createdAt":"2025-01-02T03:04:05.000Z","gated":"manual","disabled":true,"pipeline_tag":"text-generation",
                  "library_name":"transformers","downloads":7,"likes":8,"siblings":[{"rfilename":"x"}],
                  "tags":["gguf","license:other","base_model:a/b","base_model:quantized:a/b","region:us"]},
                 {"_id":12,"id":"gpt2"},{"id":"not//valid"},{"_id":"x"}]
                """);
        ModelPage page = found(hub.client().modelPage(ListQuery.everything()));
        assertThat(page.received()).isEqualTo(4);
        assertThat(page.next()).isEmpty();
        assertThat(page.size()).isEqualTo(500);
        assertThat(page.models()).hasSize(2);
        ListedModel first = page.models().getFirst();
        assertThat(first)
                .isEqualTo(new ListedModel(
                        MODEL,
                        Optional.of("66944f1f"),
                        Optional.of("abc"),
                        Optional.of(Instant.parse("2026-01-02T03:04:05Z")),
                        Optional.of(Instant.parse("2025-01-02T03:04:05Z")),
                        Gating.MANUAL,
                        true,
                        List.of("license:other", "base_model:a/b", "base_model:quantized:a/b"),
                        Optional.of("text-generation"),
                        Optional.of("transformers"),
                        7,
                        8));
        assertThat(first.licenses()).containsExactly("other");
        assertThat(first.baseModels()).containsExactly("a/b", "quantized:a/b");
        assertThat(page.models().getLast().objectId()).contains("12");
        assertThat(page.models().getLast().gated()).isEqualTo(Gating.UNKNOWN);
    }

    @Test
    void aPageNamesTheNextAndTheNextCanBeAskedForLater() {
        hub.answer(200, "[{\"id\":\"a/1\"}]", "Link", next("abc%3D%3D")).answer(200, "[{\"id\":\"a/2\"}]");
        ModelPage first = found(hub.client().modelPage(ListQuery.everything()));
        assertThat(first.next()).contains(new Cursor("abc=="));
        ModelPage second = found(
                hub.client().modelPage(ListQuery.everything().after(first.next().orElseThrow())));
        assertThat(second.models()).extracting(ListedModel::id).containsExactly(RepoId.parse("a/2"));
        hub.request();
        assertThat(hub.request().getUrl().queryParameter("cursor")).isEqualTo("abc==");
    }

    @Test
    void aPageThatLeadsToItselfOrIsEmptyIsTheLast() {
        hub.answer(200, "[{\"id\":\"a/1\"}]", "Link", next("abc")).answer(200, "[]", "Link", next("def"));
        ListQuery query = ListQuery.everything().after(new Cursor("abc"));
        assertThat(found(hub.client().modelPage(query)).next()).isEmpty();
        assertThat(found(hub.client().modelPage(query)).next()).isEmpty();
    }

    @Test
    void aSlowServerIsAskedForLessFromTheSamePlaceAndLaterForMoreAgain() {
        hub.answer(504, "").answer(504, "").answer(200, "[{\"id\":\"a/1\"}]", "Link", next("abc"));
        hub.answer(200, "[{\"id\":\"a/2\"}]", "Link", next("def")).answer(200, "[{\"id\":\"a/3\"}]");
        List<ModelPage> pages = new ArrayList<>();
        var start = ListQuery.everything().after(new Cursor("start"));
        assertThat(found(hub.client().modelPages(start, pages::add))).isEqualTo(3);
        assertThat(pages).extracting(ModelPage::size).containsExactly(125, 250, 500);
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            var url = hub.request().getUrl();
            asked.add(url.queryParameter("cursor") + " " + url.queryParameter("limit"));
        }
        assertThat(asked).containsExactly("start 500", "start 250", "start 125", "abc 250", "def 500");
    }

    @Test
    void theReaderEndsTheWalk() {
        hub.answer(200, "[{\"id\":\"a/1\"}]", "Link", next("abc"));
        assertThat(found(hub.client().modelPages(ListQuery.everything(), _ -> false)))
                .isEqualTo(1);
    }

    @Test
    void aPageCutOffInTheMiddleIsReadAnewAndGivesNothingTwice() {
        hub.answer(200, "[{\"id\":\"a/1\"},{\"id\":\"a/2").answer(200, "[{\"id\":\"a/1\"},{\"id\":\"a/2\"}]");
        assertThat(found(hub.client().modelPage(ListQuery.everything())).models())
                .extracting(m -> m.id().value())
                .containsExactly("a/1", "a/2");
    }

    @Test
    void anEndlessPageIsRefused() {
        var limits = new HubLimits(Duration.ofSeconds(5), Duration.ofSeconds(60), 1, 1000, 1000);
        hub.answer(200, "[" + "{\"id\":\"a/1\"},".repeat(10_000) + "{}]");
        var result = hub.client(hub.settings().withLimits(limits)).modelPage(ListQuery.everything());
        assertThat(result)
                .isInstanceOfSatisfying(
                        HubResult.Refused.class, r -> assertThat(r.problem()).isInstanceOf(HubProblem.TooLarge.class));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 501})
    void aPageHasOneToFiveHundredModels(int size) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ListQuery.everything().inPagesOf(size));
    }

    @Test
    void whatIsUnchangedIsNotSentAgain() {
        hub.answer(200, "{\"id\":\"new/name\"}", "ETag", "W/\"25b-zPGp\"").answer(304, "", "ETag", "W/\"25b-zPGp\"");
        HubClient client = hub.client();
        Answer<ModelInfo> first = found(client.modelInfo(MODEL, Revision.MAIN));
        assertThat(first.origin().findAlias(first.value().id())).contains(MODEL);
        Validator validator = first.origin().validator().orElseThrow();
        assertThat(found(client.modelInfo(MODEL, Revision.MAIN, validator))).isInstanceOf(Conditional.Unchanged.class);
        assertThat(hub.request().getHeaders().get("If-None-Match")).isNull();
        assertThat(hub.request().getHeaders().get("If-None-Match")).isEqualTo("W/\"25b-zPGp\"");
    }

    @Test
    void whatChangedIsSent() {
        hub.answer(200, "{\"id\":\"acme/model\"}", "ETag", "W/\"2\"");
        var result = found(hub.client().modelInfo(MODEL, Revision.MAIN, new Validator("W/\"1\"", "anonymous")));
        assertThat(result)
                .isInstanceOfSatisfying(
                        Conditional.Changed.class,
                        changed -> assertThat(
                                        ((Answer<?>) changed.value()).origin().validator())
                                .contains(new Validator("W/\"2\"", "anonymous")));
    }

    @Test
    void aValidatorServesOnlyTheTokenItWasGivenTo() {
        hub.answer(200, "{\"id\":\"acme/model\"}", "ETag", "\"1\"").answer(200, "{\"id\":\"acme/model\"}");
        var mine = hub.settings().withToken(AccessToken.find("hf_mine").orElseThrow());
        var yours = hub.settings().withToken(AccessToken.find("hf_yours").orElseThrow());
        Validator validator = found(hub.client(mine).modelInfo(MODEL, Revision.MAIN))
                .origin()
                .validator()
                .orElseThrow();
        assertThat(validator.toString()).doesNotContain("hf_mine");
        hub.client(yours).modelInfo(MODEL, Revision.MAIN, validator);
        hub.request();
        assertThat(hub.request().getHeaders().get("If-None-Match")).isNull();
    }

    private String next(String cursor) {
        return "<" + hub.address("/api/models?cursor=" + cursor) + ">; rel=\"next\"";
    }

    private static <T> T found(HubResult<T> result) {
        assertThat(result).isInstanceOf(HubResult.Found.class);
        return ((HubResult.Found<T>) result).value();
    }
}
