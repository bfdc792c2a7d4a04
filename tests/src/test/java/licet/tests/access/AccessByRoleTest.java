package licet.tests.access;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import licet.registry.identity.Invitation;
import licet.registry.identity.PeopleDesk;
import licet.registry.identity.PersonLinks;
import licet.registry.ingest.IngestProgress;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.http.AccessRule;
import licet.registry.platform.http.Credentials;
import licet.registry.platform.http.FormToken;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.registry.platform.http.Scope;
import licet.registry.start.FirstStart;
import licet.registry.testing.RouteTable;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every role at every route. The table is made from the router, read by people, and held against the door. */
class AccessByRoleTest {
    private static final TestRegistry REGISTRY = TestRegistry.shared();
    private static final Path TABLE = Path.of("..", "docs", "access.md");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Map<Role, String> SESSIONS = new EnumMap<>(Role.class);

    @BeforeAll
    static void start() {
        REGISTRY.bean(FirstStart.class).run(IngestProgress.SILENT);
        var admin = REGISTRY.bean(Credentials.class)
                .findBySession(REGISTRY.session())
                .orElseThrow();
        for (var role : Role.values()) {
            var wanted = new Invitation("door-" + role.word(), role.word(), Set.of(role), Set.of());
            var link = REGISTRY.bean(PeopleDesk.class).invite(wanted, admin);
            var joined = REGISTRY.bean(PersonLinks.class).complete(link.secret(), "a long enough password");
            SESSIONS.put(role, ((PersonLinks.Result.Done) joined).sessionId());
        }
    }

    private static List<RouteTable.Route> routes() {
        return RouteTable.of(REGISTRY.context());
    }

    private static Principal session(Role role) {
        return new Principal(new UUID(0, 1), "x", Set.of(role), Set.of(), new Principal.Via.Session(FormToken.of("x")));
    }

    private static Principal token(Role role, Scope scope) {
        return new Principal(new UUID(0, 1), "x", Set.of(role), Set.of(scope), new Principal.Via.Token(new UUID(0, 2)));
    }

    /** As the strongest proof that the place takes. */
    private static boolean may(RouteTable.Route route, Role role) {
        return route.isApi()
                ? Stream.of(Scope.values()).anyMatch(scope -> passes(route, token(role, scope)))
                : passes(route, session(role));
    }

    private static boolean passes(RouteTable.Route route, Principal caller) {
        return route.rule().objection(caller).isEmpty();
    }

    @Test
    void theTableThatPeopleReadIsTheOneOfTheRouter() throws IOException {
        var head = Stream.of(Role.values()).map(Role::word).collect(joining(" | "));
        var rows = routes().stream().map(AccessByRoleTest::row).distinct().collect(joining("\n"));
        var text =
                """
                # Who may call what

                One line for each route, made from the router; a test holds it against the running product. `+` lets the \
                role in, `-` does not; services can ask for more, such as a team, a topic or a second person. `*` stands \
                for a part of the address. Scopes are those of bearer tokens, which count under `/api` alone and never do \
                more than their owner may.

                | method | address | token scopes | %s |
                | --- | --- | --- | %s |
                %s
                """.formatted(head, Stream.of(Role.values()).map(role -> "---").collect(joining(" | ")), rows);
        if ("write".equals(System.getProperty("licet.golden"))) {
            Files.writeString(TABLE, text);
        }
        assertThat(Files.readString(TABLE))
                .as("write it anew with -Dlicet.golden=write")
                .isEqualTo(text);
    }

    private static String row(RouteTable.Route route) {
        var scopes = route.rule() instanceof AccessRule.Known(var asked, var roles)
                ? asked.stream().map(ClosedChoice::word).sorted().collect(joining(", "))
                : "everybody";
        var cells = Stream.of(Role.values())
                .map(role -> may(route, role) ? "+" : "-")
                .collect(joining(" | "));
        var address = route.path().replaceAll("(?<=/)1(?=/|$)", "*");
        return "| %s | %s | %s | %s |".formatted(route.method(), address, scopes, cells);
    }

    /** Asking is safe: what the door refuses is never done. */
    @Test
    void theDoorRefusesEveryRoleWhatTheTableRefuses() {
        for (var route : routes()) {
            for (var role : Role.values()) {
                if (!route.isApi() && !may(route, role)) {
                    var request = REGISTRY.browse(route.path(), SESSIONS.get(role))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .method(route.method().name(), HttpRequest.BodyPublishers.noBody());
                    assertThat(REGISTRY.send(request).statusCode())
                            .as(role + " at " + route)
                            .isEqualTo(403);
                }
            }
        }
    }

    /** What anybody who is signed in may send is about the sender alone, or asks and saves nothing. */
    @Test
    void auditorsChangeNothingButWhatIsTheirOwn() {
        var own = List.of(
                "/sign-out",
                "/account/",
                "/tokens",
                "/views",
                "/models/",
                "/policies/check",
                "/policies/file",
                "/requests/filters",
                "/inbox/news/",
                "/calendar/feeds",
                "/subscriptions");
        assertThat(routes().stream()
                        .filter(route -> !READING.contains(route.method().name()))
                        .filter(route -> !route.isApi() && !(route.rule() instanceof AccessRule.Open))
                        .filter(route -> may(route, Role.AUDITOR)))
                .allSatisfy(route -> assertThat(own.stream()).anyMatch(route.path()::startsWith));
    }

    @Test
    void anAuditorsTokenIsNoTokenThatWrites() {
        var auditor = REGISTRY.bean(Credentials.class)
                .findBySession(Optional.ofNullable(SESSIONS.get(Role.AUDITOR)).orElseThrow())
                .orElseThrow();
        assertThat(auditor.standing().onlyReads()).isTrue();
        assertThat(routes().stream()
                        .filter(RouteTable.Route::isApi)
                        .filter(route -> Set.of("PUT", "DELETE", "PATCH")
                                .contains(route.method().name()))
                        .filter(route -> passes(route, token(Role.AUDITOR, Scope.READ))))
                .isEmpty();
    }

    @Test
    void noRouteApprovesByTheRoleOfAnAdministratorAlone() {
        assertThat(routes().stream()
                        .filter(route -> route.path().matches(".*/(approve|confirm|accept)(/.*)?"))
                        .filter(route -> !READING.contains(route.method().name())))
                .allSatisfy(route -> assertThat(may(route, Role.ADMINISTRATOR) && !may(route, Role.APPROVER))
                        .isFalse());
    }
}
