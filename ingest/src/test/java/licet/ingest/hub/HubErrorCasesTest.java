package licet.ingest.hub;

import static licet.ingest.hub.HubCase.INFO;
import static licet.ingest.hub.HubCase.LICENSE;
import static licet.ingest.hub.HubCase.MODEL;
import static licet.ingest.hub.HubCase.found;
import static licet.ingest.hub.HubCase.info;
import static licet.ingest.hub.HubCase.kind;
import static licet.ingest.hub.HubCase.license;
import static licet.ingest.hub.HubCase.message;
import static licet.ingest.hub.HubCase.problem;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The cases of errors and credentials. */
class HubErrorCasesTest {
    private static final String BAD_TOKEN = "Invalid credentials in Authorization header";
    private static final String NO_USER = "Invalid username or password.";
    private static final String DISABLED = "Access to this resource is disabled.";
    private static final AccessToken TOKEN = AccessToken.find("hf_secret").orElseThrow();

    static final List<HubCase> CASES = List.of(
            new HubCase("E1", "thirteen scenarios lead to their own outcomes", hub -> {
                hub.answer(200, INFO);
                found(info(hub));
                hub.answer(307, "", "Location", "/api/models/new/name").answer(200, "{\"id\":\"new/name\"}");
                assertThat(found(info(hub)).value().id()).hasToString("new/name");
                hub.answer(307, "", "Location", "/api/resolve-cache/x", "Content-Length", "278")
                        .answer(200, "text");
                assertThat(found(license(hub)).text()).isEqualTo("text");
                assertError(hub, 404, "EntryNotFound", "Entry not found", "MissingEntry");
                assertError(hub, 404, "RevisionNotFound", "Invalid rev id: x", "MissingRevision");
                assertError(hub, 404, "RepoNotFound", "Repository not found", "MissingRepository");
                assertError(hub, 401, "GatedRepo", "Access is restricted.", "Gated");
                assertError(hub, 403, "GatedRepo", "Access is restricted.", "Gated");
                assertError(hub, 403, "", DISABLED, "Disabled");
                assertError(hub, 401, "", NO_USER, "MissingRepository");
                assertError(hub, 401, "", BAD_TOKEN, "InvalidToken");
                assertError(hub, 403, "", "", "Unauthorized");
                assertError(hub, 404, "", "", "Failed");
            }),
            new HubCase("E2", "a bare 401 is a missing repository only where a repository was asked for", hub -> {
                assertError(hub, 401, "", NO_USER, "MissingRepository");
                assertError(hub, 401, "", BAD_TOKEN, "InvalidToken");
                hub.answer(401, "", "X-Error-Message", NO_USER);
                assertThat(kind(hub.client().tags("license"))).isEqualTo("Unauthorized");
            }),
            new HubCase("E3", "what is disabled says so, whatever the status", hub -> {
                for (int status : List.of(400, 401, 403, 404, 410)) {
                    assertError(hub, status, "", DISABLED, "Disabled");
                }
            }),
            new HubCase("E4", "the words about a token's scope are kept", hub -> {
                hub.answer(403, "", "X-Error-Message", "Your token lacks the scope repo.read");
                assertThat(message(info(hub))).isEqualTo("HTTP 403: Your token lacks the scope repo.read");
            }),
            new HubCase("E5", "each kind of address is known as that of a repository or not", hub -> {
                for (Function<HubClient, HubResult<?>> call : repositoryCalls()) {
                    hub.answer(401, "", "X-Error-Message", NO_USER);
                    assertThat(kind(call.apply(hub.client()))).isEqualTo("MissingRepository");
                }
                for (Function<HubClient, HubResult<?>> call : otherCalls()) {
                    hub.answer(401, "", "X-Error-Message", NO_USER);
                    assertThat(kind(call.apply(hub.client()))).isEqualTo("Unauthorized");
                }
            }),
            new HubCase("E6", "the words of a body are read in every form, each once", hub -> {
                assertWords(hub, "{\"error\":\"one\"}", "", "HTTP 400: one");
                assertWords(hub, "{\"error\":[\"one\",\"two\"]}", "", "HTTP 400: one; two");
                assertWords(hub, "{\"error\":\"one\",\"error_description\":\"more\"}", "", "HTTP 400: one; more");
                assertWords(
                        hub, "{\"errors\":[{\"message\":\"one\"},{\"message\":\"two\"}]}", "", "HTTP 400: one; two");
                assertWords(hub, "not json", "", "HTTP 400: not json");
                assertWords(hub, "{\"error\":\"same\"}", "same", "HTTP 400: same");
                assertWords(hub, "{\"error\":\"body\\nline\"}", "header", "HTTP 400: header; body line");
            }),
            new HubCase("E7", "the request's id is kept, the Hub's own first", hub -> {
                hub.answer(400, "", "X-Request-Id", "own", "X-Amzn-Trace-Id", "trace")
                        .answer(400, "", "X-Amzn-Trace-Id", "trace", "x-amz-cf-id", "cf")
                        .answer(400, "", "x-amz-cf-id", "cf");
                assertThat(problem(info(hub)).detail().requestId()).isEqualTo("own");
                assertThat(problem(info(hub)).detail().requestId()).isEqualTo("trace");
                assertThat(problem(info(hub)).detail().requestId()).isEqualTo("cf");
            }),
            new HubCase("E8", "a page of HTML is neither read nor repeated", hub -> {
                var bytes = new ArrayList<Long>();
                var listener = new HubListener() {
                    @Override
                    public void answered(int status, long count) {
                        bytes.add(count);
                    }
                };
                hub.answer(404, "<html>" + "x".repeat(52_000), "Content-Type", "text/html; charset=utf-8");
                HubResult<?> result = hub.client(hub.settings(), listener).file(MODEL, Revision.MAIN, LICENSE);
                assertThat(message(result)).isEqualTo("HTTP 404");
                assertThat(bytes).containsExactly(0L);
            }),
            new HubCase("E9", "an error counts also where its body breaks off", hub -> {
                hub.server.enqueue(HubCase.cut(404, "{\"err", 500, "X-Error-Code", "EntryNotFound"));
                assertThat(kind(license(hub))).isEqualTo("MissingEntry");
                assertThat(hub.requests()).isEqualTo(1);
            }),
            new HubCase("E10", "credentials are taken out of the Hub's words", hub -> {
                assertWords(
                        hub,
                        "{\"error\":\"token hf_abcdefgh was refused\"}",
                        "",
                        "HTTP 400: token [hidden] was refused");
                assertWords(hub, "{\"error\":\"x\"}", "sent Bearer abc.def", "HTTP 400: sent Bearer [hidden]; x");
            }),
            new HubCase("E11", "a missing repository is the same with and without a token", hub -> {
                assertError(hub, 401, "", NO_USER, "MissingRepository");
                hub.answer(404, "", "X-Error-Code", "RepoNotFound");
                HubClient known = hub.client(hub.settings().withToken(TOKEN));
                assertThat(kind(known.modelInfo(MODEL, Revision.MAIN))).isEqualTo("MissingRepository");
            }),
            new HubCase("E12", "a gated model is described while its commits and files are refused", hub -> {
                hub.answer(200, "{\"id\":\"acme/model\",\"gated\":\"manual\"}");
                assertThat(found(info(hub)).value().state().gating()).isEqualTo(Gating.MANUAL);
                hub.answer(401, "", "X-Error-Code", "GatedRepo").answer(401, "", "X-Error-Code", "GatedRepo");
                assertThat(kind(hub.client().commits(MODEL, Revision.MAIN, 1))).isEqualTo("Gated");
                assertThat(kind(license(hub))).isEqualTo("Gated");
            }),
            new HubCase("E13", "a disabled model is described while its files are refused", hub -> {
                hub.answer(200, "{\"id\":\"acme/model\",\"disabled\":true}");
                assertThat(found(info(hub)).value().state().disabled()).isTrue();
                hub.answer(403, "", "X-Error-Message", DISABLED);
                assertThat(kind(license(hub))).isEqualTo("Disabled");
            }),
            new HubCase("E14", "an organization is no user, and an unknown one is missing", hub -> {
                hub.answer(404, "", "X-Error-Message", "This user does not exist")
                        .answer(404, "", "X-Error-Message", "Sorry, we can't find the page you are looking for.");
                assertThat(problem(hub.client().user("acme"))).isInstanceOf(HubProblem.MissingPage.class);
                assertThat(problem(hub.client().organization("nobody"))).isInstanceOf(HubProblem.MissingPage.class);
            }),
            new HubCase("E15", "without a token none is sent, even where one is configured", hub -> {
                hub.answer(200, INFO);
                found(hub.client(hub.settings().withToken(TOKEN).withoutToken()).modelInfo(MODEL, Revision.MAIN));
                assertThat(hub.request().getHeaders().get("Authorization")).isNull();
            }),
            new HubCase("E16", "what was answered to one token is not taken for another's", hub -> {
                hub.answer(200, INFO, "ETag", "W/\"1\"").answer(200, INFO);
                Validator mine = found(
                                hub.client(hub.settings().withToken(TOKEN)).modelInfo(MODEL, Revision.MAIN))
                        .origin()
                        .validator()
                        .orElseThrow();
                assertThat(found(hub.client().modelInfo(MODEL, Revision.MAIN, mine)))
                        .isInstanceOf(Conditional.Changed.class);
                hub.request();
                assertThat(hub.request().getHeaders().get("If-None-Match")).isNull();
            }),
            new HubCase("E17", "warnings are shown once a topic, also where they are malformed", hub -> {
                var said = new ArrayList<String>();
                var listener = new HubListener() {
                    @Override
                    public void warned(String topic, String message) {
                        said.add(topic + "|" + message);
                    }
                };
                String name = "X-HF-Warning";
                hub.answer(200, INFO, name, "unauthenticated; log in", name, "other;token hf_abcdef", name, "no topic")
                        .answer(200, INFO, name, "unauthenticated; again", name, ";", name, "empty;");
                HubClient client = hub.client(hub.settings(), listener);
                client.modelInfo(MODEL, Revision.MAIN);
                client.modelInfo(MODEL, Revision.MAIN);
                assertThat(said).containsExactly("unauthenticated|log in", "other|token [hidden]", "|no topic");
            }));

    @TestFactory
    Stream<DynamicTest> cases() {
        return HubCase.tests(CASES);
    }

    private static List<Function<HubClient, HubResult<?>>> repositoryCalls() {
        return List.of(
                hub -> hub.modelInfo(MODEL, Revision.MAIN),
                hub -> hub.modelInfo(MODEL, Revision.MAIN, new Validator("\"1\"", "anonymous")),
                hub -> hub.file(MODEL, Revision.MAIN, LICENSE),
                hub -> hub.raw(MODEL, Revision.MAIN, LICENSE),
                hub -> hub.part(MODEL, Revision.MAIN, LICENSE, new ByteRange.From(0)),
                hub -> hub.fileMeta(MODEL, Revision.MAIN, LICENSE),
                hub -> hub.tree(MODEL, Revision.MAIN),
                hub -> hub.tree(MODEL, Revision.MAIN, TreeQuery.EVERYTHING),
                hub -> hub.pathsInfo(MODEL, Revision.MAIN, List.of(LICENSE), false),
                hub -> hub.commits(MODEL, Revision.MAIN, 1),
                hub -> hub.refs(MODEL, true),
                hub -> hub.scan(MODEL),
                hub -> hub.datasetInfo(MODEL, Revision.MAIN));
    }

    private static List<Function<HubClient, HubResult<?>>> otherCalls() {
        return List.of(
                hub -> hub.modelPage(ListQuery.everything()),
                hub -> hub.listModels(ModelQuery.all()),
                hub -> hub.tags("license"),
                hub -> hub.organization("acme"),
                hub -> hub.user("acme"),
                hub -> hub.collection("acme/best-0123"),
                hub -> hub.collections(CollectionQuery.ownedBy("acme", 10)));
    }

    private static void assertError(HubServer hub, int status, String code, String said, String outcome) {
        hub.answer(status, "{\"error\":\"" + said + "\"}", "X-Error-Code", code, "X-Error-Message", said);
        assertThat(kind(license(hub))).isEqualTo(outcome);
    }

    private static void assertWords(HubServer hub, String body, String header, String message) {
        hub.answer(400, body, "X-Error-Message", header);
        assertThat(message(info(hub))).isEqualTo(message);
    }
}
