package licet.registry.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import licet.registry.identity.Invitation;
import licet.registry.identity.JoinedIdentities;
import licet.registry.identity.Leavers;
import licet.registry.identity.PeopleDesk;
import licet.registry.identity.PersonLinks;
import licet.registry.identity.ProvidedSignIn;
import licet.registry.platform.Database;
import licet.registry.platform.http.Credentials;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.ReturnAddress;
import licet.registry.platform.http.Role;
import licet.registry.platform.problem.ProblemException;
import licet.registry.platform.problem.RegistryProblem;
import licet.registry.testing.OidcServer;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Local accounts that are joined with an identity, and what groups must not do. */
class ProviderAccountsTest {
    private static final OidcServer PROVIDER = OidcServer.withoutQuestions(() -> Instant.parse("2026-11-02T09:00:00Z"));
    private static final TestRegistry REGISTRY = TestRegistry.apart(PROVIDER.settings());
    private static final Traveler BROWSER = new Traveler(REGISTRY.bean(OidcSignIn.class));
    private static final Principal ADA = known(REGISTRY, REGISTRY.session());
    private static final Map<String, Object> ADMINS = Map.of("preferred_username", "admin", "groups", "licet-admins");
    private static final Map<String, Object> OTHERS = Map.of("preferred_username", "admin", "groups", "others");

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    private static Principal known(TestRegistry registry, String session) {
        return registry.bean(Credentials.class).findBySession(session).orElseThrow();
    }

    private static Principal local(String login) {
        var link = REGISTRY.bean(PeopleDesk.class)
                .invite(new Invitation(login, login, Set.of(Role.REQUESTER), Set.of()), ADA);
        var done = (PersonLinks.Result.Done)
                REGISTRY.bean(PersonLinks.class).complete(link.secret(), "a long enough password");
        return known(REGISTRY, done.sessionId());
    }

    private static UUID id(Principal person) {
        return Optional.ofNullable(person.personId()).orElseThrow();
    }

    private static OidcSignIn.Result join(Principal person, String subject, String login) throws Exception {
        PROVIDER.next(subject, Map.of("preferred_username", login, "groups", "licet-admins"));
        var trip = REGISTRY.bean(OidcSignIn.class).beginJoining(person, Traveler.CALLBACK, Traveler.ADDRESS);
        return BROWSER.arrive(trip, Traveler.visit(trip));
    }

    private static OidcSignIn.Result joined(JoinedIdentities.Result how) {
        return new OidcSignIn.Result.Joined(how);
    }

    private static ProvidedSignIn.Result signIn(TestRegistry registry, String subject, Map<String, Object> claims)
            throws Exception {
        PROVIDER.next(subject, claims);
        return ((OidcSignIn.Result.Known) new Traveler(registry.bean(OidcSignIn.class)).wholeTrip()).answer();
    }

    private static Principal principal(TestRegistry registry, ProvidedSignIn.Result answer) {
        return known(registry, ((ProvidedSignIn.Result.SignedIn) answer).sessionId());
    }

    @Test
    void aLocalAccountIsJoinedByItsPersonAndNeverByItsName() throws Exception {
        var vera = local("vera");
        var claims = Map.<String, Object>of("preferred_username", "vera", "groups", List.of("licet-admins"));
        assertThat(signIn(REGISTRY, "j-1", claims)).isEqualTo(new ProvidedSignIn.Result.LoginTaken("vera"));
        assertThat(join(vera, "j-1", "quite-another-name")).isEqualTo(joined(JoinedIdentities.Result.JOINED));
        var back = principal(REGISTRY, signIn(REGISTRY, "j-1", claims));
        assertThat(back.personId()).isEqualTo(vera.personId());
        assertThat(back.login()).isEqualTo("vera");
        assertThat(join(vera, "j-1", "vera"))
                .as("once more changes nothing")
                .isEqualTo(joined(JoinedIdentities.Result.JOINED));
        var entries = REGISTRY.bean(Database.class)
                .read(sql -> sql.list(
                        "SELECT detail FROM audit_entry WHERE action = 'person.identity' AND object_id = ?",
                        row -> row.getString("detail"),
                        id(vera).toString()));
        assertThat(entries).singleElement().asString().contains("issuer").doesNotContain("j-1");
    }

    @Test
    void anIdentityIsOfOneAccountAndAnAccountHasOne() throws Exception {
        var first = local("first");
        var second = local("second");
        assertThat(join(first, "j-2", "x")).isEqualTo(joined(JoinedIdentities.Result.JOINED));
        assertThat(join(second, "j-2", "x")).isEqualTo(joined(JoinedIdentities.Result.OF_ANOTHER));
        assertThat(join(first, "j-3", "x")).isEqualTo(joined(JoinedIdentities.Result.HAS_ANOTHER));
        REGISTRY.bean(Leavers.class).deactivate(id(second), Optional.empty(), ADA);
        assertThat(join(second, "j-4", "x")).isEqualTo(joined(JoinedIdentities.Result.GONE));
    }

    @Test
    void groupsDoNotTakeTheLastAdministratorAway() throws Exception {
        // An installation that is set up through the provider alone.
        var registry = TestRegistry.apart(PROVIDER.settings());
        assertThat(principal(registry, signIn(registry, "a-1", ADMINS)).roles()).containsExactly(Role.ADMINISTRATOR);
        assertThat(principal(registry, signIn(registry, "a-1", OTHERS)).roles())
                .as("the group was renamed")
                .containsExactly(Role.ADMINISTRATOR);
        var second = Map.<String, Object>of("preferred_username", "second", "groups", "licet-admins");
        principal(registry, signIn(registry, "a-2", second));
        assertThat(signIn(registry, "a-1", OTHERS)).isEqualTo(new ProvidedSignIn.Result.NoRole());
    }

    @Test
    void tripsThatNobodyFinishesAreCountedByAddress() throws Exception {
        var signIn = REGISTRY.bean(OidcSignIn.class);
        var to = new ReturnAddress("/");
        for (int i = 0; i < 50; i++) {
            signIn.begin(to, Traveler.CALLBACK, "192.0.2.50");
        }
        assertThatThrownBy(() -> signIn.begin(to, Traveler.CALLBACK, "192.0.2.50"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isInstanceOf(RegistryProblem.TooManyAttempts.class));
        assertThat(signIn.begin(to, Traveler.CALLBACK, "192.0.2.51").address()).isNotNull();
        long counted = counted();
        PROVIDER.next("counted", Map.of("preferred_username", "counted", "groups", "licet-admins"));
        assertThat(BROWSER.wholeTrip()).isInstanceOf(OidcSignIn.Result.Known.class);
        assertThat(counted()).as("a trip that was finished").isEqualTo(counted);
    }

    private static long counted() {
        return REGISTRY.bean(Database.class)
                .read(sql -> sql.get(
                        "SELECT coalesce(sum(failures), 0) AS all_of_them FROM sign_in_failure",
                        row -> row.getLong("all_of_them")));
    }
}
