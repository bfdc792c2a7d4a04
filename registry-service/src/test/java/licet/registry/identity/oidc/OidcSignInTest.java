package licet.registry.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import licet.registry.identity.ProvidedSignIn;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.http.Credentials;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.ReturnAddress;
import licet.registry.platform.http.ReviewTopic;
import licet.registry.platform.http.Role;
import licet.registry.testing.OidcServer;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The protocol against a provider that keeps to it. */
class OidcSignInTest {
    private static final OidcServer PROVIDER = OidcServer.withoutQuestions(() -> Instant.parse("2026-11-02T09:00:00Z"));
    private static final TestRegistry REGISTRY = TestRegistry.apart(PROVIDER.settings());
    private static final Traveler BROWSER = new Traveler(REGISTRY.bean(OidcSignIn.class));
    private static final String LEGAL = "cn=legal,ou=groups";

    @BeforeAll
    static void makeALocalAccountFirst() {
        REGISTRY.session();
    }

    @Test
    void theFirstSignInMakesAnAccountWithTheRolesOfTheGroups() throws Exception {
        PROVIDER.next("s-1", Map.of("preferred_username", "nora", "name", "Nora", "groups", List.of(LEGAL, "others")));
        var trip = BROWSER.leave("/models/a/b?x=1");
        var asked = Traveler.query(trip.address());
        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("client_id", OidcServer.CLIENT)
                .containsKeys("code_challenge", "state", "nonce");
        var result = BROWSER.arrive(trip, Traveler.visit(trip));
        assertThat(((OidcSignIn.Result.Known) result).to()).isEqualTo(new ReturnAddress("/models/a/b?x=1"));
        var nora = principal(result);
        assertThat(nora.login()).isEqualTo("nora");
        assertThat(nora.roles()).containsExactly(Role.REVIEWER);
        assertThat(nora.reviews(ReviewTopic.LEGAL)).isTrue();
    }

    @Test
    void rolesFollowTheGroupsAtEachSignIn() throws Exception {
        PROVIDER.next("s-2", Map.of("preferred_username", "otto", "groups", List.of(LEGAL)));
        var first = principal(BROWSER.wholeTrip());
        PROVIDER.next("s-2", Map.of("preferred_username", "renamed", "groups", List.of("licet-admins")));
        var second = principal(BROWSER.wholeTrip());
        assertThat(second.personId()).isEqualTo(first.personId());
        assertThat(second.login()).as("the subject is the person, not the name").isEqualTo("otto");
        assertThat(second.roles()).isEqualTo(Set.of(Role.ADMINISTRATOR));
        assertThat(second.standing().topics()).isEmpty();
    }

    @Test
    void whoLeftEveryGroupIsOutInEveryBrowser() throws Exception {
        PROVIDER.next("s-3", Map.of("preferred_username", "paul", "groups", LEGAL));
        var session = session(BROWSER.wholeTrip());
        PROVIDER.next("s-3", Map.of("preferred_username", "paul", "groups", "others"));
        assertThat(answer(BROWSER.wholeTrip())).isEqualTo(new ProvidedSignIn.Result.NoRole());
        assertThat(find(session)).isEmpty();
    }

    @Test
    void withoutAMappedRoleNobodyGetsInAndNoAccountIsMade() throws Exception {
        PROVIDER.next("s-4", Map.of("preferred_username", "quentin"));
        assertThat(answer(BROWSER.wholeTrip())).isEqualTo(new ProvidedSignIn.Result.NoRole());
        assertThat(count("SELECT count(*) FROM person WHERE login = 'quentin'")).isZero();
    }

    @Test
    void aDeactivatedPersonStaysOut() throws Exception {
        PROVIDER.next("s-5", Map.of("preferred_username", "rita", "groups", List.of(LEGAL)));
        principal(BROWSER.wholeTrip());
        update("UPDATE person SET state = 'deactivated' WHERE login = 'rita'");
        PROVIDER.next("s-5", Map.of("preferred_username", "rita", "groups", List.of("licet-admins")));
        assertThat(answer(BROWSER.wholeTrip())).isEqualTo(new ProvidedSignIn.Result.Deactivated());
    }

    @Test
    void aLocalAccountOfTheSameLoginIsNotTakenOver() throws Exception {
        PROVIDER.next("s-6", Map.of("preferred_username", "ADA", "groups", List.of("licet-admins")));
        assertThat(answer(BROWSER.wholeTrip())).isEqualTo(new ProvidedSignIn.Result.LoginTaken("ADA"));
        assertThat(count("SELECT count(*) FROM person_subject WHERE subject = 's-6'"))
                .isZero();
    }

    @Test
    void aCodeIsTakenOnce() throws Exception {
        PROVIDER.next("s-7", Map.of("preferred_username", "sam", "groups", List.of(LEGAL)));
        var trip = BROWSER.leave("/");
        var brought = Traveler.visit(trip);
        principal(BROWSER.arrive(trip, brought));
        assertThat(BROWSER.arrive(trip, brought)).as("the same trip again").isEqualTo(new OidcSignIn.Result.NotOurs());
        var other = BROWSER.leave("/");
        var state = Traveler.query(other.address()).get("state");
        assertThat(BROWSER.arrive(other.cookie(), state, brought.get("code")))
                .as("the code in another trip")
                .isEqualTo(new OidcSignIn.Result.Untrusted());
    }

    @Test
    void aStateOfAnotherBrowserIsRefusedAndTheTripGoesOn() throws Exception {
        PROVIDER.next("s-8", Map.of("preferred_username", "tess", "groups", List.of(LEGAL)));
        var mine = BROWSER.leave("/");
        var theirs = BROWSER.leave("/");
        var brought = Traveler.visit(mine);
        assertThat(BROWSER.arrive(theirs.cookie(), brought.get("state"), brought.get("code")))
                .isEqualTo(new OidcSignIn.Result.NotOurs());
        assertThat(BROWSER.arrive(null, brought.get("state"), brought.get("code")))
                .isEqualTo(new OidcSignIn.Result.NotOurs());
        assertThat(BROWSER.arrive(mine.cookie(), null, brought.get("code"))).isEqualTo(new OidcSignIn.Result.NotOurs());
        assertThat(principal(BROWSER.arrive(mine, brought)).login()).isEqualTo("tess");
    }

    @Test
    void aTripThatTookTooLongIsOver() throws Exception {
        var trip = BROWSER.leave("/");
        var brought = Traveler.visit(trip);
        REGISTRY.clock().advance(Flows.GOOD_FOR);
        try {
            assertThat(BROWSER.arrive(trip, brought)).isEqualTo(new OidcSignIn.Result.NotOurs());
        } finally {
            REGISTRY.clock().advance(Flows.GOOD_FOR.negated());
        }
    }

    @Test
    void aRefusalOfTheProviderIsNoFault() {
        var trip = BROWSER.leave("/");
        var state = Traveler.query(trip.address()).get("state");
        assertThat(BROWSER.arrive(trip.cookie(), state, null)).isEqualTo(new OidcSignIn.Result.Declined());
    }

    private static ProvidedSignIn.Result answer(OidcSignIn.Result result) {
        return ((OidcSignIn.Result.Known) result).answer();
    }

    private static String session(OidcSignIn.Result result) {
        return ((ProvidedSignIn.Result.SignedIn) answer(result)).sessionId();
    }

    private static Principal principal(OidcSignIn.Result result) {
        return find(session(result)).orElseThrow();
    }

    private static Optional<Principal> find(String session) {
        return REGISTRY.bean(Credentials.class).findBySession(session);
    }

    private static long count(String sql) {
        return REGISTRY.bean(Database.class).read(statements -> statements.get(sql, row -> row.getLong(1)));
    }

    private static void update(String sql) throws SQLException {
        try (var connection = REGISTRY.database().app().connect()) {
            assertThat(new Statements(connection).update(sql)).isEqualTo(1);
        }
    }
}
