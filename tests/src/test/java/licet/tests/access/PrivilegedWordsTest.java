package licet.tests.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import licet.registry.identity.Invitation;
import licet.registry.identity.PeopleDesk;
import licet.registry.identity.PersonLinks;
import licet.registry.identity.Tokens;
import licet.registry.ingest.IngestProgress;
import licet.registry.instrument.PaperText;
import licet.registry.instrument.Papers;
import licet.registry.platform.http.Credentials;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.ReviewTopic;
import licet.registry.platform.http.Role;
import licet.registry.platform.http.Scope;
import licet.registry.start.FirstStart;
import licet.registry.testing.RouteTable;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What counsel wrote for counsel is on no page, in no answer and in no export for anybody else: every route is read. */
class PrivilegedWordsTest {
    private static final TestRegistry REGISTRY = TestRegistry.shared();
    private static final String MARK = "words-" + UUID.randomUUID();
    private static final String MODEL = "meta-llama/Llama-3.3-70B-Instruct";
    private static final String POSITION = """
            {"kind": "legal-position", "title": "Reading of the license", "party": "Counsel",
             "statement": "Internal evaluation is not a service.", "text": "llama-3.3-community",
             "models": ["%s"], "lifts": ["llama-3.3-community/grant/use"], "until": "2027-06-30", "privileged": "%s"}
            """;
    private static Someone counsel;
    private static Someone auditor;
    private static long paper;

    /** One person with both ways in. */
    private record Someone(String session, Principal principal, String token) {}

    @BeforeAll
    static void start() {
        REGISTRY.bean(FirstStart.class).run(IngestProgress.SILENT);
        counsel = someone("privy", Set.of(Role.REVIEWER), Set.of(ReviewTopic.LEGAL));
        auditor = someone("privy-audit", Set.of(Role.AUDITOR), Set.of());
        var given = REGISTRY.bean(PaperText.class).read(POSITION.formatted(MODEL, MARK));
        paper = REGISTRY.bean(Papers.class).record(given, counsel.principal()).id();
    }

    private static Someone someone(String login, Set<Role> roles, Set<ReviewTopic> topics) {
        var administrator = REGISTRY.bean(Credentials.class)
                .findBySession(REGISTRY.session())
                .orElseThrow();
        var link = REGISTRY.bean(PeopleDesk.class).invite(new Invitation(login, login, roles, topics), administrator);
        var joined = REGISTRY.bean(PersonLinks.class).complete(link.secret(), "a long enough password");
        String session = ((PersonLinks.Result.Done) joined).sessionId();
        var principal = REGISTRY.bean(Credentials.class).findBySession(session).orElseThrow();
        var token = REGISTRY.bean(Tokens.class)
                .create("walk", Scope.READ, 1, principal)
                .secret();
        return new Someone(session, principal, token);
    }

    /** Every address that can be read, for this paper and for the model that it names. */
    private static Set<RouteTable.Route> readable() {
        var all = new TreeSet<RouteTable.Route>(
                java.util.Comparator.comparing(RouteTable.Route::path).thenComparing(RouteTable.Route::isApi));
        for (var route : RouteTable.of(REGISTRY.context())) {
            if (route.method().name().equals("GET")) {
                all.add(route);
                all.add(new RouteTable.Route(
                        route.method(),
                        route.path()
                                .replaceFirst("instruments/1", "instruments/" + paper)
                                .replaceFirst("/1/1", "/" + MODEL),
                        route.rule()));
            }
        }
        return all;
    }

    private static HttpResponse<String> read(RouteTable.Route route, Someone who) {
        HttpRequest.Builder request = route.isApi()
                ? REGISTRY.request(route.path()).header("Authorization", "Bearer " + who.token())
                : REGISTRY.browse(route.path(), who.session());
        return REGISTRY.send(request);
    }

    @Test
    void nobodyElseIsToldWhereverTheyLook() {
        var others = List.of(
                someone(
                        "unprivy-all",
                        Set.of(Role.REQUESTER, Role.APPROVER, Role.ADMINISTRATOR, Role.POLICY_AUTHOR),
                        Set.of()),
                someone("unprivy-review", Set.of(Role.REVIEWER), Set.of(ReviewTopic.SECURITY, ReviewTopic.PRIVACY)));
        int shown = 0;
        for (var route : readable()) {
            for (var other : others) {
                var answer = read(route, other);
                shown += answer.statusCode() == 200 ? 1 : 0;
                assertThat(answer.body() + answer.headers().map())
                        .as(route.toString())
                        .doesNotContain(MARK);
            }
        }
        assertThat(shown).as("answers that could have held it").isGreaterThan(60);
    }

    @Test
    void counselAndAuditorsReadItInTwoPlacesAndInNoExport() {
        for (var insider : List.of(counsel, auditor)) {
            var places = new ArrayList<String>();
            for (var route : readable()) {
                if (read(route, insider).body().contains(MARK)) {
                    places.add(route.path());
                }
            }
            assertThat(places)
                    .containsExactlyInAnyOrder("/instruments/" + paper, "/api/v1/instruments/" + paper + "/privileged");
        }
    }
}
