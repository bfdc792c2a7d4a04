package licet.ingest.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The error cases E1 to E15: each answer of the Hub leads to its own outcome, and none to a wrong certainty. */
class HubErrorsTest {
    private static final RepoId MODEL = RepoId.parse("acme/model");

    private final HubServer hub = new HubServer();

    @AfterEach
    void stop() {
        hub.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # status | X-Error-Code     | X-Error-Message                              | outcome
                    404      | RevisionNotFound | Invalid rev id: x                            | MissingRevision
                    404      | EntryNotFound    | Entry not found                              | MissingEntry
                    404      | RepoNotFound     | Repository not found                         | MissingRepository
                    401      | GatedRepo        | Access to model acme/model is restricted.    | Gated
                    403      | GatedRepo        | Access to model acme/model is restricted.    | Gated
                    403      | ''               | Access to this resource is disabled.         | Disabled
                    404      | ''               | Access to this resource is disabled.         | Disabled
                    401      | ''               | Invalid username or password.                | MissingRepository
                    401      | ''               | ''                                           | MissingRepository
                    401      | ''               | Invalid credentials in Authorization header  | InvalidToken
                    403      | ''               | Your token lacks a scope                     | Unauthorized
                    403      | ''               | ''                                           | Unauthorized
                    404      | ''               | ''                                           | Failed
                    400      | ''               | "expand" must be one of [...]                | Failed
                    416      | ''               | ''                                           | Failed
                    418      | Unheard          | of                                           | Failed
                    """)
    void everyAnswerHasItsOwnMeaning(int status, String code, String message, String outcome) {
        String[] headers = code.isEmpty()
                ? new String[] {"X-Error-Message", message}
                : new String[] {"X-Error-Code", code, "X-Error-Message", message};
        hub.answer(status, "{\"error\":\"" + message.replace("\"", "'") + "\"}", headers);
        hub.answer(status, "", headers);
        try (HubClient client = hub.client()) {
            assertThat(problem(client.modelInfo(MODEL, Revision.MAIN))
                            .getClass()
                            .getSimpleName())
                    .isEqualTo(outcome);
            assertThat(problem(client.file(MODEL, Revision.MAIN, RepoPath.parse("LICENSE")))
                            .getClass()
                            .getSimpleName())
                    .isEqualTo(outcome);
        }
        assertThat(hub.time.slept()).isEmpty();
    }

    @Test
    void onAListABare401IsAMatterOfTheCredential() {
        hub.answer(401, "{\"error\":\"Invalid username or password.\"}");
        assertThat(problem(hub.client().listModels(ModelQuery.all()))).isInstanceOf(HubProblem.Unauthorized.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # body                                                    | message
                    {"error":"one"}                                           | HTTP 400: one
                    {"error":["one","two"]}                                   | HTTP 400: one; two
                    {"error":"one","error_description":"more"}                | HTTP 400: one; more
                    {"errors":[{"message":"one"},{"message":"two"}]}          | HTTP 400: one; two
                    {"error":"token hf_abcdefgh was refused"}                 | HTTP 400: token [hidden] was refused
                    {"error":"sent Bearer abcdef123"}                         | HTTP 400: sent Bearer [hidden]
                    {"other":1}                                               | HTTP 400
                    not json                                                  | HTTP 400: not json
                    """)
    void theWordsOfTheHubAreKept(String body, String message) {
        hub.answer(400, body);
        assertThat(problem(hub.client().modelInfo(MODEL, Revision.MAIN))
                        .detail()
                        .message())
                .isEqualTo(message);
    }

    @Test
    void whatHeaderAndBodySayIsSaidOnceOrBoth() {
        hub.answer(400, "{\"error\":\"same\"}", "X-Error-Message", "same");
        hub.answer(400, "{\"error\":\"body\\nline\"}", "X-Error-Message", "header");
        HubClient client = hub.client();
        assertThat(problem(client.modelInfo(MODEL, Revision.MAIN)).detail().message())
                .isEqualTo("HTTP 400: same");
        assertThat(problem(client.modelInfo(MODEL, Revision.MAIN)).detail().message())
                .isEqualTo("HTTP 400: header; body line");
    }

    @Test
    void theRequestIdIsKept() {
        hub.answer(400, "", "X-Request-Id", "Root=1-abc", "X-Amzn-Trace-Id", "other");
        hub.answer(400, "", "X-Amzn-Trace-Id", "trace");
        HubClient client = hub.client();
        assertThat(problem(client.modelInfo(MODEL, Revision.MAIN)).detail().requestId())
                .isEqualTo("Root=1-abc");
        assertThat(problem(client.modelInfo(MODEL, Revision.MAIN)).detail()).hasToString("HTTP 400 (request trace)");
    }

    @Test
    void aPageOfHtmlIsNotRepeated() {
        hub.answer(
                404,
                "<html>" + "x".repeat(52_000) + "</html>",
                "Content-Type",
                "text/html",
                "X-Error-Code",
                "EntryNotFound",
                "X-Error-Message",
                "Entry not found");
        HubProblem problem = problem(hub.client().file(MODEL, Revision.MAIN, RepoPath.parse("LICENSE")));
        assertThat(problem.detail().message()).isEqualTo("HTTP 404: Entry not found");
    }

    @Test
    void aTokenIsSentAndNeverRepeated() {
        hub.answer(
                401,
                "{\"error\":\"Bearer sesame-open-1 is bad\"}",
                "X-Error-Message",
                "Invalid credentials in Authorization header");
        var token = AccessToken.find("sesame-open-1").orElseThrow();
        HubResult<?> result = hub.client(hub.settings().withToken(token)).modelInfo(MODEL, Revision.MAIN);
        assertThat(hub.request().getHeaders().get("Authorization")).isEqualTo("Bearer sesame-open-1");
        assertThat(result.toString()).doesNotContain("sesame");
        assertThat(problem(result)).isInstanceOf(HubProblem.InvalidToken.class);
    }

    @Test
    void withoutATokenNoneIsSent() {
        hub.answer(404, "");
        hub.client().modelInfo(MODEL, Revision.MAIN);
        var headers = hub.request().getHeaders();
        assertThat(headers.get("Authorization")).isNull();
        assertThat(headers.get("User-Agent")).startsWith("licet/");
    }

    private static HubProblem problem(HubResult<?> result) {
        return switch (result) {
            case HubResult.Found<?> found -> throw new AssertionError("found " + found.value());
            case HubResult.Refused<?>(HubProblem problem) -> problem;
        };
    }
}
