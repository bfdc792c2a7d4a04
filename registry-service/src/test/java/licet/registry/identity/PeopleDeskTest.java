package licet.registry.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import licet.registry.platform.Database;
import licet.registry.platform.http.Credentials;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.ReviewTopic;
import licet.registry.platform.http.Role;
import licet.registry.platform.http.Scope;
import licet.registry.platform.problem.ProblemException;
import licet.registry.platform.problem.ProblemText;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How people come, what they are given, and how they leave. */
class PeopleDeskTest {
    private static final String PASSWORD = "a long enough password";
    private static TestRegistry registry;
    private static Principal ada;

    private final PeopleDesk desk = registry.bean(PeopleDesk.class);
    private final Leavers leavers = registry.bean(Leavers.class);
    private final Tokens tokens = registry.bean(Tokens.class);
    private final Teams teams = registry.bean(Teams.class);

    @BeforeAll
    static void start() {
        registry = TestRegistry.filled(Map.of("licet.jobs.enabled", "false"));
        ada = caller(registry.session());
    }

    private static Principal caller(String session) {
        return find(session).orElseThrow();
    }

    private static Optional<Principal> find(String session) {
        return registry.bean(Credentials.class).findBySession(session);
    }

    private static String login(String name) {
        return name + UUID.randomUUID().toString().substring(0, 8);
    }

    /** The session of somebody who was invited with these rights and followed the link. */
    private String join(String name, Set<Role> roles, Set<ReviewTopic> topics) {
        var link = desk.invite(new Invitation(login(name), name, roles, topics), ada);
        return follow(link);
    }

    private String follow(IssuedLink link) {
        var result = registry.bean(PersonLinks.class).complete(link.secret(), PASSWORD);
        return ((PersonLinks.Result.Done) result).sessionId();
    }

    private static UUID id(Principal person) {
        return Optional.ofNullable(person.personId()).orElseThrow();
    }

    private static int status(ThrowingCall call) {
        try {
            call.run();
            return 200;
        } catch (ProblemException refused) {
            return ProblemText.of(refused.problem()).status();
        }
    }

    private interface ThrowingCall {
        void run();
    }

    private static List<String> actions(UUID object) {
        return registry.bean(Database.class)
                .read(sql -> sql.list(
                        "SELECT action FROM audit_entry WHERE object_id = ? ORDER BY seq",
                        row -> row.getString("action"),
                        object.toString()));
    }

    @Test
    void anInvitedPersonSetsAnOwnPasswordOnceAndHasTheRightsThatWereGiven() {
        var link = desk.invite(
                new Invitation(login("vera"), "Vera", Set.of(Role.REVIEWER), Set.of(ReviewTopic.LEGAL)), ada);
        assertThat(desk.get(link.person()).state()).isEqualTo(PersonLine.State.INVITED);
        var links = registry.bean(PersonLinks.class);
        assertThat(links.complete(link.secret(), "short")).isInstanceOf(PersonLinks.Result.Invalid.class);
        var vera = caller(follow(link));
        assertThat(vera.reviews(ReviewTopic.LEGAL)).isTrue();
        assertThat(vera.reviews(ReviewTopic.FINANCE)).isFalse();
        assertThat(links.complete(link.secret(), PASSWORD)).isEqualTo(new PersonLinks.Result.LinkClosed());
        assertThat(desk.get(link.person()).state()).isEqualTo(PersonLine.State.ACTIVE);
        assertThat(desk.get(link.person()).lastSignIn())
                .contains(registry.clock().instant());
        assertThat(actions(link.person())).startsWith("person.invite", "person.join");
    }

    @Test
    void aLinkEndsByTheClockAndWhenANewerOneIsGiven() {
        var links = registry.bean(PersonLinks.class);
        var first = desk.invite(new Invitation(login("late"), "Late", Set.of(), Set.of()), ada);
        var second = desk.reset(first.person(), ada);
        assertThat(links.findLogin(first.secret())).isEmpty();
        assertThat(links.findLogin(second.secret())).isPresent();
        registry.clock().advance(PersonLinks.GOOD_FOR);
        assertThat(links.findLogin(second.secret())).isEmpty();
        registry.clock().advance(PersonLinks.GOOD_FOR.negated());
    }

    @Test
    void aTopicWithoutTheRoleIsWorthNothing() {
        var session = join("topical", Set.of(Role.REQUESTER), Set.of(ReviewTopic.LEGAL));
        assertThat(caller(session).reviews(ReviewTopic.LEGAL)).isFalse();
        desk.grant(id(caller(session)), Set.of(Role.REVIEWER), Set.of(ReviewTopic.PRIVACY), ada);
        assertThat(caller(session).reviews(ReviewTopic.PRIVACY)).isTrue();
        assertThat(caller(session).reviews(ReviewTopic.LEGAL)).isFalse();
    }

    @Test
    void nobodyChangesTheOwnRightsAndOnlyAdministratorsChangeAny() {
        assertThat(status(() -> desk.grant(id(ada), Set.of(Role.APPROVER), Set.of(), ada)))
                .isEqualTo(403);
        assertThat(status(() -> leavers.deactivate(id(ada), Optional.empty(), ada)))
                .isEqualTo(403);
        for (var role : Set.of(Role.AUDITOR, Role.APPROVER, Role.REVIEWER, Role.POLICY_AUTHOR, Role.REQUESTER)) {
            var other = caller(join("other", Set.of(role), Set.of()));
            assertThat(status(() -> desk.grant(id(other), Set.of(Role.ADMINISTRATOR), Set.of(), other)))
                    .isEqualTo(403);
            assertThat(status(() -> leavers.deactivate(id(ada), Optional.empty(), other)))
                    .isEqualTo(403);
            assertThat(status(() -> teams.save(new TeamText("x", "x", List.of(), List.of()), other)))
                    .isEqualTo(403);
        }
    }

    @Test
    void theLastAdministratorStays() {
        var second = caller(join("second", Set.of(Role.ADMINISTRATOR), Set.of()));
        // An invitation that nobody has followed cannot administer.
        desk.invite(new Invitation(login("never"), "Never", Set.of(Role.ADMINISTRATOR), Set.of()), ada);
        desk.grant(id(second), Set.of(), Set.of(), ada);
        assertThat(status(() -> desk.grant(id(ada), Set.of(), Set.of(), second)))
                .as("the caller as the request found them")
                .isEqualTo(409);
        assertThat(status(() -> leavers.deactivate(id(ada), Optional.empty(), second)))
                .isEqualTo(409);
        assertThat(desk.get(id(ada)).roles()).contains(Role.ADMINISTRATOR);
    }

    @Test
    void whoLeavesIsOutAtOnceAndForGoodAsFarAsTokensGo() {
        var session = join("leaver", Set.of(Role.REQUESTER), Set.of());
        var leaver = caller(session);
        var token = tokens.create("pipeline", Scope.READ, 30, leaver).secret();
        assertThat(registry.get("/api/v1/ping", token).statusCode()).isEqualTo(204);
        leavers.deactivate(id(leaver), Optional.empty(), ada);
        assertThat(find(session)).isEmpty();
        assertThat(registry.get("/api/v1/ping", token).statusCode()).isEqualTo(401);
        var attempt = new SignIn.Attempt(leaver.login(), PASSWORD, "elsewhere");
        assertThat(registry.bean(SignIn.class).signIn(attempt, Optional.empty()))
                .isEqualTo(new SignIn.Result.Refused());
        leavers.reactivate(id(leaver), ada);
        assertThat(registry.get("/api/v1/ping", token).statusCode()).isEqualTo(401);
        assertThat(registry.bean(SignIn.class).signIn(attempt, Optional.empty()))
                .isInstanceOf(SignIn.Result.SignedIn.class);
        assertThat(actions(id(leaver))).contains("person.deactivate", "person.reactivate");
    }

    @Test
    void aTeamThatOwnsDeploymentsIsHandedToASuccessor() {
        var owner = caller(join("owner", Set.of(Role.REQUESTER), Set.of()));
        var heir = caller(join("heir", Set.of(Role.REQUESTER), Set.of()));
        teams.save(new TeamText("search", "Search", List.of(owner.login()), List.of("eu-internal-tool")), ada);
        assertThat(leavers.needing(id(owner))).containsExactly("the team search");
        assertThatThrownBy(() -> leavers.deactivate(id(owner), Optional.empty(), ada))
                .hasMessageContaining("the team search");
        assertThat(desk.get(id(owner)).state()).isEqualTo(PersonLine.State.ACTIVE);
        leavers.deactivate(id(owner), Optional.of(id(heir)), ada);
        assertThat(teams.get("search").members()).extracting(Team.Member::login).containsExactly(heir.login());
        assertThat(teams.findOwner("eu-internal-tool").map(Team::key)).contains("search");
        teams.save(new TeamText("search", "Search", List.of(), List.of()), ada);
        assertThat(teams.findOwner("eu-internal-tool")).isEmpty();
    }

    @Test
    void factsOfAnOwnedDeploymentAreChangedByTheTeamAndAdministratorsAlone() {
        var member = caller(join("member", Set.of(Role.REQUESTER), Set.of()));
        var auditor = caller(join("auditor", Set.of(Role.AUDITOR), Set.of()));
        var author = caller(join("author", Set.of(Role.POLICY_AUTHOR), Set.of()));
        var logins = List.of(member.login(), auditor.login());
        teams.save(new TeamText("hosting", "Hosting", logins, List.of("us-hosted-service")), ada);
        assertThat(isRefused(member)).isFalse();
        assertThat(isRefused(ada)).isFalse();
        assertThat(isRefused(author)).isTrue();
        assertThat(isRefused(auditor)).isTrue();
        teams.save(new TeamText("hosting", "Hosting", logins, List.of()), ada);
        assertThat(isRefused(author)).as("without an owner as ever").isFalse();
        assertThat(isRefused(member)).isTrue();
    }

    /** The change says nothing of the version it starts from, so that whoever may make it is told that instead. */
    private boolean isRefused(Principal owner) {
        var token =
                tokens.create(new NewToken("facts", Scope.WRITE, null), owner).secret();
        var answer = registry.send(registry.request("/api/v1/deployments/us-hosted-service")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{}")));
        assertThat(answer.statusCode()).isBetween(400, 499);
        return answer.statusCode() == 403;
    }

    @Test
    void anAuditorsTokenNeverWrites() {
        var session = join("inspector", Set.of(Role.POLICY_AUTHOR), Set.of());
        var inspector = caller(session);
        var token =
                tokens.create(new NewToken("old", Scope.WRITE, null), inspector).secret();
        desk.grant(id(inspector), Set.of(Role.AUDITOR), Set.of(), ada);
        var known = registry.bean(Credentials.class).findByToken(token).orElseThrow();
        assertThat(known.scopes()).containsExactly(Scope.READ);
        var auditor = caller(session);
        assertThat(status(() -> tokens.create("new", Scope.WRITE, 1, auditor))).isEqualTo(400);
        assertThat(status(() -> tokens.create("new", Scope.READ, 367, auditor))).isEqualTo(400);
    }

    @Test
    void tokensOfOthersAreNobodysBusinessButTheAdministrators() {
        var owner = caller(join("mine", Set.of(Role.REQUESTER), Set.of()));
        var other = caller(join("yours", Set.of(Role.APPROVER), Set.of()));
        var issued = tokens.create("mine", Scope.READ, 1, owner);
        assertThat(tokens.listOf(other)).isEmpty();
        assertThat(tokens.listOf(owner)).extracting(ApiToken::id).containsExactly(issued.id());
        assertThat(status(() -> tokens.revoke(issued.id(), other))).isEqualTo(404);
        tokens.revoke(issued.id(), ada);
        assertThat(registry.get("/api/v1/ping", issued.secret()).statusCode()).isEqualTo(401);
    }

    @Test
    void aNewPasswordNeedsTheOldOneAndEndsTheOtherSessions() {
        var here = join("changer", Set.of(), Set.of());
        var person = caller(here);
        var attempt = new SignIn.Attempt(person.login(), PASSWORD, "there");
        var there = ((SignIn.Result.SignedIn) registry.bean(SignIn.class).signIn(attempt, Optional.empty()));
        var account = registry.bean(OwnAccount.class);
        assertThat(account.sessions(person, here)).hasSize(2);
        assertThat(status(() -> account.changePassword("wrong password", "another long one", person, here)))
                .isEqualTo(400);
        account.changePassword(PASSWORD, "another long one", person, here);
        assertThat(find(here)).isPresent();
        assertThat(find(there.sessionId())).isEmpty();
        assertThat(registry.bean(SignIn.class).signIn(attempt, Optional.empty()))
                .isEqualTo(new SignIn.Result.Refused());
        account.endSessions(person);
        assertThat(find(here)).isEmpty();
    }

    @Test
    void aLockLeavesOneEntryHoweverManyGuessesFollow() {
        var victim = caller(join("victim", Set.of(), Set.of()));
        for (int guess = 0; guess < 9; guess++) {
            registry.bean(SignIn.class)
                    .signIn(new SignIn.Attempt(victim.login(), "guess " + guess, "guesser"), Optional.empty());
        }
        assertThat(actions(id(victim))).containsOnlyOnce("sign-in.lock");
        registry.clock().advance(Duration.ofMinutes(16));
    }
}
