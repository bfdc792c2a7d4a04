package licet.registry.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormProofTest {
    private static final TestRegistry REGISTRY = TestRegistry.shared();
    private static final String SESSION = REGISTRY.session();
    private static final String OTHER_SESSION = REGISTRY.session();

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    # form token, Sec-Fetch-Site, Origin,              status
                    mine,         same-origin,    -,                   200
                    mine,         -,              own,                 200
                    mine,         same-origin,    own,                 200
                    mine,         cross-site,     own,                 403
                    mine,         same-site,      -,                   403
                    mine,         none,           -,                   403
                    mine,         -,              http://evil.example, 403
                    mine,         -,              null,                403
                    mine,         -,              -,                   403
                    other,        same-origin,    own,                 403
                    wrong,        same-origin,    own,                 403
                    -,            same-origin,    own,                 403
                    """)
    void aFormIsAcceptedFromOurOwnPageOfThisSessionOnly(String token, String site, String origin, int status) {
        var request = form("/probe/form", token, site, origin).header("Cookie", "licet-session=" + SESSION);
        var answer = REGISTRY.send(request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        if (status == 200) {
            assertThat(answer.body()).isEqualTo("got 7 & more");
        }
    }

    @Test
    void scriptsProveItByAHeader() {
        var request = form("/probe/form", null, "same-origin", null)
                .header("Cookie", "licet-session=" + SESSION)
                .header(FormToken.HEADER, FormToken.of(SESSION).value());
        assertThat(REGISTRY.send(request).statusCode()).isEqualTo(200);
    }

    @Test
    void openFormsNeedOurOwnPageAsWell() {
        var foreign = form("/probe/open-form", null, "cross-site", null);
        assertThat(REGISTRY.send(foreign).statusCode()).isEqualTo(403);
        var own = REGISTRY.send(form("/probe/open-form", null, "same-origin", null));
        assertThat(own.body()).isEqualTo("nobody sent 7 & more");
    }

    @Test
    void aClosedFormSendsStrangersAway() {
        assertThat(REGISTRY.send(form("/probe/form", "mine", "same-origin", "own"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void theFormTokenDoesNotGiveTheSessionAway() {
        assertThat(FormToken.of(SESSION).value()).doesNotContain(SESSION);
        assertThat(FormToken.of(SESSION).toString())
                .doesNotContain(FormToken.of(SESSION).value());
    }

    private static HttpRequest.Builder form(String path, String token, String site, String origin) {
        var field = switch (token) {
            case "mine" -> "&" + FormToken.FIELD + "=" + FormToken.of(SESSION).value();
            case "other" ->
                "&" + FormToken.FIELD + "=" + FormToken.of(OTHER_SESSION).value();
            case "wrong" -> "&" + FormToken.FIELD + "=x";
            case null, default -> "";
        };
        var request = REGISTRY.request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("amount=7+%26+more" + field));
        if (site != null) {
            request.header("Sec-Fetch-Site", site);
        }
        if (origin != null) {
            request.header("Origin", origin.equals("own") ? REGISTRY.uri("").toString() : origin);
        }
        return request;
    }
}
