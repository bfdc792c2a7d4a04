package licet.ingest.hub;

import static licet.ingest.hub.HubCase.MODEL;
import static licet.ingest.hub.HubCase.found;
import static licet.ingest.hub.HubCase.ids;
import static licet.ingest.hub.HubCase.kind;
import static licet.ingest.hub.HubCase.next;
import static licet.ingest.hub.HubCase.page;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The cases of lists that come in pages. */
class HubPagingCasesTest {
    static final List<HubCase> CASES = List.of(
            new HubCase("P1", "three pages give all items in order, asked for one by one", hub -> {
                hub.answer(200, page("a/1", "a/2"), "Link", next(hub, "cursor=x&sort=likes"))
                        .answer(200, page("a/3"), "Link", next(hub, "cursor=y"))
                        .answer(200, page("a/4"));
                List<Integer> requests = new ArrayList<>();
                List<String> ids = new ArrayList<>();
                found(hub.client().modelPages(ListQuery.everything().author("a"), page -> {
                    requests.add(hub.requests());
                    page.models().forEach(m -> ids.add(m.id().value()));
                    return true;
                }));
                assertThat(ids).containsExactly("a/1", "a/2", "a/3", "a/4");
                assertThat(requests).containsExactly(1, 2, 3);
                hub.request();
                assertThat(hub.request().getUrl().queryParameterValues("sort")).containsExactly("createdAt");
                assertThat(hub.request().getUrl().queryParameter("author")).isEqualTo("a");
            }),
            new HubCase("P2", "the next page is chosen by its relation, not by its place", hub -> {
                String links =
                        "<" + hub.address("/api/models?cursor=back") + ">; rel=\"prev\", " + next(hub, "cursor=on");
                hub.answer(200, page("a/1"), "Link", links);
                assertThat(found(hub.client().modelPage(ListQuery.everything())).next())
                        .contains(new Cursor("on"));
            }),
            new HubCase("P3", "without a Link the list ends", hub -> {
                hub.answer(200, page("a/1"));
                assertThat(found(hub.client().modelPage(ListQuery.everything())).next())
                        .isEmpty();
            }),
            new HubCase("P4", "a limit of zero asks nothing", hub -> {
                assertThat(found(hub.client().listModels(ModelQuery.all().limitedTo(0))))
                        .isEmpty();
                assertThat(hub.requests()).isZero();
            }),
            new HubCase("P5", "a mirror's Link that names its upstream means the mirror", hub -> {
                for (String upstream : List.of("https://huggingface.co", "https://hub-ci.huggingface.co")) {
                    hub.answer(200, page("a/1"), "Link", "<" + upstream + "/api/models?cursor=x>; rel=\"next\"")
                            .answer(200, page("a/2"));
                    assertThat(found(hub.client().modelPages(ListQuery.everything(), page -> true)))
                            .isEqualTo(2);
                }
            }),
            new HubCase("P6", "a Link to another host is refused", hub -> {
                for (String host : List.of("http://169.254.169.254", "https://elsewhere.example")) {
                    hub.answer(200, page("a/1"), "Link", "<" + host + "/api/models?cursor=x>; rel=\"next\"");
                    assertThat(kind(hub.client().modelPage(ListQuery.everything())))
                            .isEqualTo("Failed");
                }
                assertThat(hub.requests()).isEqualTo(2);
            }),
            new HubCase(
                    "P7",
                    "a cursor is decoded once; two next pages, a fragment and a giant cursor are refused",
                    hub -> {
                        hub.answer(200, page("a/1"), "Link", next(hub, "cursor=abc%3D%3D"));
                        assertThat(found(hub.client().modelPage(ListQuery.everything()))
                                        .next())
                                .contains(new Cursor("abc=="));
                        for (String link : List.of(
                                next(hub, "cursor=a") + ", " + next(hub, "cursor=b"),
                                next(hub, "cursor=a#part"),
                                next(hub, "cursor=" + "x".repeat(2049)))) {
                            hub.answer(200, page("a/1"), "Link", link);
                            assertThat(kind(hub.client().modelPage(ListQuery.everything())))
                                    .isEqualTo("Failed");
                        }
                    }),
            new HubCase("P8", "a page that times out is asked again from the same cursor, for less", hub -> {
                hub.answer(504, "").answer(200, page("a/9"));
                assertThat(ids(hub.client().modelPage(ListQuery.everything().after(new Cursor("deep")))))
                        .containsExactly("a/9");
                assertThat(hub.request().getUrl().query()).contains("limit=500", "cursor=deep");
                assertThat(hub.request().getUrl().query()).contains("limit=250", "cursor=deep");
            }),
            new HubCase("P9", "lists are read in the order of creation unless told otherwise", hub -> {
                hub.answer(200, "[]").answer(200, "[]");
                hub.client().modelPage(ListQuery.everything());
                hub.client().listModels(ModelQuery.all());
                assertThat(hub.request().getUrl().query()).contains("sort=createdAt&direction=1");
                assertThat(hub.request().getUrl().query()).contains("sort=createdAt&direction=1");
            }),
            new HubCase("P10", "an empty page with a Link, and pages in a circle, end the list", hub -> {
                hub.answer(200, page("a/1"), "Link", next(hub, "cursor=x"))
                        .answer(200, "[]", "Link", next(hub, "cursor=y"));
                assertThat(found(hub.client().modelPages(ListQuery.everything(), page -> true)))
                        .isEqualTo(2);
                hub.answer(200, page("a/1"), "Link", next(hub, "cursor=x"))
                        .answer(200, page("a/2"), "Link", next(hub, "cursor=y"))
                        .answer(200, page("a/3"), "Link", next(hub, "cursor=x"));
                assertThat(found(hub.client().modelPages(ListQuery.everything(), page -> true)))
                        .isEqualTo(3);
            }),
            new HubCase("P11", "models and trees go by cursor, commits by number", hub -> {
                hub.answer(
                                200,
                                "[{\"id\":\"c1\",\"title\":\"one\"}]",
                                "X-Total-Count",
                                "2",
                                "Link",
                                "<https://huggingface.co/api/models/acme/model/commits/main?p=1&limit=1>; rel=\"next\"")
                        .answer(200, "[{\"id\":\"c2\",\"title\":\"two\",\"date\":\"2024-02-19T10:57:45.000Z\"}]");
                CommitLog log = found(hub.client().commits(MODEL, Revision.MAIN, 10));
                assertThat(log.commits()).extracting(Commit::title).containsExactly("one", "two");
                assertThat(log.commits().getLast().date()).isPresent();
                assertThat(hub.request().getUrl().query()).isEqualTo("limit=10");
                assertThat(hub.request().getUrl().query()).isEqualTo("limit=10&p=1");
            }),
            new HubCase("P12", "a tree of more entries than a page has comes whole", hub -> {
                for (int i = 1; i <= 4; i++) {
                    String link = "</api/models/acme/model/tree/main?cursor=" + i + ">; rel=\"next\"";
                    String[] headers = i < 4 ? new String[] {"Link", link} : new String[0];
                    hub.answer(200, "[{\"type\":\"file\",\"path\":\"f" + i + "\",\"oid\":\"o\"}]", headers);
                }
                assertThat(found(hub.client().tree(MODEL, Revision.MAIN)))
                        .extracting(RepoFile::path)
                        .containsExactly("f1", "f2", "f3", "f4");
            }),
            new HubCase("P13", "commits end at the number wanted, and a missing repository says so", hub -> {
                hub.answer(
                        200,
                        "[{\"id\":\"c1\"},{\"id\":\"c2\"},{\"id\":\"c3\"}]",
                        "X-Total-Count",
                        "26",
                        "Link",
                        "</api/models/acme/model/commits/main?p=1>; rel=\"next\"");
                CommitLog log = found(hub.client().commits(MODEL, Revision.MAIN, 2));
                assertThat(log.commits()).hasSize(2);
                assertThat(log.total()).hasValue(26);
                hub.answer(404, "{\"error\":\"Repository not found\"}", "X-Error-Code", "RepoNotFound");
                assertThat(kind(hub.client().commits(MODEL, Revision.MAIN, 2))).isEqualTo("MissingRepository");
            }));

    @TestFactory
    Stream<DynamicTest> cases() {
        return HubCase.tests(CASES);
    }
}
