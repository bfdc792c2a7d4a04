package licet.registry.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import licet.registry.dashboard.Dashboards;
import licet.registry.fact.Facts;
import licet.registry.fact.Samples;
import licet.registry.identity.TeamText;
import licet.registry.identity.Teams;
import licet.registry.platform.Database;
import licet.registry.platform.http.FormToken;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.ReviewTopic;
import licet.registry.platform.http.Role;
import licet.registry.platform.http.Scope;
import licet.registry.platform.http.Standing;
import licet.registry.platform.problem.ProblemException;
import licet.registry.platform.problem.ProblemText;
import licet.registry.testing.TestRegistry;
import licet.rules.facts.DeploymentKey;
import licet.rules.facts.Figures.Figure;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Facts ask for a confirmation by their owner's rhythm, and old versions stay as they were. */
class FactConfirmationsTest {
    private static final LocalDate RECORDED = LocalDate.parse("2026-11-01");
    private static final DeploymentKey TOOL = new DeploymentKey("eu-internal-tool");

    /** A database of its own with the samples, on 2026-11-02. */
    private static TestRegistry registry() {
        var registry = TestRegistry.apart(Map.of("licet.jobs.enabled", "false"));
        registry.bean(Samples.class).loadIfEmpty();
        return registry;
    }

    /** The same with models, for the dashboard. */
    private static TestRegistry filled() {
        var registry = TestRegistry.filled(Map.of("licet.jobs.enabled", "false"));
        return registry;
    }

    @Test
    void remindsByRhythmConfirmsAsANewVersionAndTouchesNoOldOne() {
        var registry = registry();
        var confirmations = registry.bean(FactConfirmations.class);
        assertThat(confirmations.list()).isEmpty();

        registry.clock().advance(Duration.ofDays(20));
        var due = confirmations.list();
        assertThat(due).hasSize(9).allSatisfy(fact -> {
            assertThat(fact.owner()).isEqualTo("finance");
            assertThat(fact.rhythm()).isEqualTo(Rhythm.MONTHLY);
            assertThat(fact.asOf()).isEqualTo(RECORDED);
            assertThat(fact.due()).isEqualTo(LocalDate.parse("2026-12-01"));
            assertThat(fact.overdue()).isFalse();
        });
        var answer = registry.get("/api/v1/fact-confirmations", registry.token(Scope.READ));
        assertThat(answer.body()).contains("\"owner\":\"finance\"").doesNotContain("900000");

        var ada = person(registry, Role.ADMINISTRATOR);
        var first = (DueFact.Subject.OfOrganization) due.getFirst().subject();
        assertThat(confirmations.confirmFigure(first.at(), 1, ada)).isEqualTo(2);
        var now = figures(registry).get(first.at());
        assertThat(now.value()).isEqualTo(first.figure().value());
        assertThat(now.period()).isEqualTo(first.figure().period());
        assertThat(now.asOf()).isEqualTo(LocalDate.parse("2026-11-22"));
        assertThat(now.source()).isEqualTo(first.figure().source());
        assertThat(confirmations.list()).hasSize(8);
        var versions = registry.bean(FactHistory.class).ofOrganization();
        assertThat(versions).hasSize(2);
        assertThat(versions.getLast().body().figures().all().get(first.at())).isEqualTo(first.figure());
        assertThat(versions.getFirst().by()).contains(ada.login());

        assertThatThrownBy(() -> confirmations.confirmFigure(first.at(), 1, ada))
                .as("looked at an older version")
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> confirmations.confirmFigure(10_000, 2, ada)).isInstanceOf(ProblemException.class);
    }

    @Test
    void deploymentsAreConfirmedAsAWhole() {
        var registry = registry();
        var confirmations = registry.bean(FactConfirmations.class);
        registry.clock().advance(Duration.ofDays(80));
        assertThat(deployments(confirmations)).hasSize(3);
        var author = person(registry, Role.POLICY_AUTHOR);
        var before = registry.bean(Facts.class).current().find(TOOL).orElseThrow();
        assertThat(confirmations.confirmDeployment(TOOL, before.version(), author))
                .isEqualTo(before.version() + 1);
        var after = registry.bean(Facts.class).current().find(TOOL).orElseThrow();
        assertThat(after.deployment()).isEqualTo(before.deployment());
        assertThat(deployments(confirmations))
                .hasSize(2)
                .noneMatch(subject -> subject.key().equals(TOOL));
    }

    @Test
    void onlyPeopleWhoMayChangeAFactConfirmIt() {
        var registry = registry();
        var confirmations = registry.bean(FactConfirmations.class);
        for (var role : List.of(Role.REQUESTER, Role.APPROVER, Role.AUDITOR)) {
            var somebody = person(registry, role);
            assertRefused(403, () -> confirmations.confirmFigure(5, 1, somebody));
            assertRefused(403, () -> confirmations.confirmDeployment(TOOL, 1, somebody));
        }
        var host =
                new Principal(null, "host", Set.of(), Set.of(Scope.WRITE), new Principal.Via.Token(UUID.randomUUID()));
        assertRefused(403, () -> confirmations.confirmDeployment(TOOL, 1, host));
        assertRefused(403, () -> confirmations.confirmFigure(5, 1, host));
        assertThat(registry.bean(Facts.class).current().find(TOOL).orElseThrow().version())
                .isEqualTo(1);
        assertThat(registry.bean(Facts.class).current().organization().version())
                .isEqualTo(1);
    }

    @Test
    void aDeploymentIsConfirmedByTheTeamThatOwnsIt() {
        var registry = filled();
        var confirmations = registry.bean(FactConfirmations.class);
        var ada = person(registry, Role.ADMINISTRATOR);
        var member = person(registry, Role.REQUESTER);
        var teams = registry.bean(Teams.class);
        var text = new TeamText("search", "Search", List.of(member.login()), List.of(TOOL.value()));
        var team = teams.save(text, ada).id();
        registry.clock().advance(Duration.ofDays(80));
        assertThat(confirmations.list().stream().filter(fact -> isOf(fact, TOOL)))
                .singleElement()
                .satisfies(fact -> assertThat(fact.owner()).isEqualTo("Search"));

        var others = with(person(registry, Role.REQUESTER), Set.of(), Set.of(UUID.randomUUID()));
        var author = person(registry, Role.POLICY_AUTHOR);
        var auditor = with(person(registry, Role.AUDITOR), Set.of(), Set.of(team));
        for (var stranger : List.of(others, author, auditor)) {
            assertRefused(403, () -> confirmations.confirmDeployment(TOOL, 1, stranger));
            assertThat(needs(registry, stranger)).noneMatch(need -> need.contains(TOOL.value()));
        }
        var belonging = with(member, Set.of(), Set.of(team));
        assertThat(needs(registry, belonging)).contains("deployment-confirmations " + TOOL);
        assertThat(confirmations.confirmDeployment(TOOL, 1, belonging)).isEqualTo(2);
        assertThat(needs(registry, belonging)).isEmpty();
        assertThat(confirmations.confirmDeployment(TOOL, 2, ada)).isEqualTo(3);

        registry.clock().advance(Duration.ofDays(80));
        var heir = person(registry, Role.REQUESTER);
        teams.save(new TeamText("search", "Search", List.of(heir.login()), List.of(TOOL.value())), ada);
        assertThat(needs(registry, with(heir, Set.of(), Set.of(team))))
                .as("the team is reminded, whoever is in it")
                .contains("deployment-confirmations " + TOOL);
        assertThat(needs(registry, with(member, Set.of(), Set.of()))).isEmpty();
    }

    @Test
    void reviewersConfirmWhatTheirTopicOwns() {
        var registry = filled();
        var confirmations = registry.bean(FactConfirmations.class);
        registry.clock().advance(Duration.ofDays(20));
        var due =
                (DueFact.Subject.OfOrganization) confirmations.list().getFirst().subject();
        var finance = with(person(registry, Role.REVIEWER), Set.of(ReviewTopic.FINANCE), Set.of());
        var product = with(person(registry, Role.REVIEWER), Set.of(ReviewTopic.PRODUCT), Set.of());
        var former = with(person(registry, Role.REQUESTER), Set.of(ReviewTopic.FINANCE), Set.of());
        for (var other : List.of(product, former)) {
            assertRefused(403, () -> confirmations.confirmFigure(due.at(), 1, other));
            assertThat(needs(registry, other)).isEmpty();
        }
        assertThat(needs(registry, finance)).contains("fact-confirmations");
        assertThat(confirmations.confirmFigure(due.at(), 1, finance)).isEqualTo(2);
        assertThat(FactRights.mayConfirm("Product analytics", product)).isTrue();
        assertThat(FactRights.mayConfirm("productivity", product)).isFalse();
    }

    @Test
    void aFigureOfAMonthThatIsOverAsksForANewerOne() {
        var registry = registry();
        var confirmations = registry.bean(FactConfirmations.class);
        registry.clock().advance(Duration.ofDays(31));
        var passed = confirmations.list().stream()
                .filter(fact -> !fact.confirmable())
                .toList();
        assertThat(passed).isNotEmpty().allSatisfy(fact -> {
            assertThat(fact.overdue()).isTrue();
            assertThat(fact.due()).isEqualTo(LocalDate.parse("2026-11-30"));
        });
        var ada = person(registry, Role.ADMINISTRATOR);
        var at = ((DueFact.Subject.OfOrganization) passed.getFirst().subject()).at();
        assertRefused(404, () -> confirmations.confirmFigure(at, 1, ada));
    }

    private static boolean isOf(DueFact fact, DeploymentKey key) {
        return fact.subject() instanceof DueFact.Subject.OfDeployment(var found, var name, var version)
                && found.equals(key);
    }

    /** What the dashboard says of confirmations. */
    private static List<String> needs(TestRegistry registry, Principal caller) {
        return registry.bean(Dashboards.class).of(caller).needs().stream()
                .filter(need -> need.kind().word().endsWith("confirmations"))
                .map(need -> (need.kind().word() + " " + need.subject().orElse("")).strip())
                .toList();
    }

    private static void assertRefused(int status, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(ProblemText.of(refused.problem()).status())
                                .isEqualTo(status));
    }

    private static Principal with(Principal caller, Set<ReviewTopic> topics, Set<UUID> teams) {
        return new Principal(
                caller.personId(),
                caller.login(),
                new Standing(caller.roles(), topics, teams),
                caller.scopes(),
                caller.via());
    }

    @Test
    void aRhythmIsDataAndNonsenseStopsTheStart() {
        var rhythms = new FactRhythms(List.of("Product analytics = yearly", "finance=half-yearly"));
        assertThat(rhythms.of("product analytics")).isEqualTo(Rhythm.YEARLY);
        assertThat(rhythms.of("Finance")).isEqualTo(Rhythm.HALF_YEARLY);
        assertThat(rhythms.of("nobody in particular")).isEqualTo(Rhythm.QUARTERLY);
        assertThat(rhythms.ofTeam(Optional.of("finance"))).isEqualTo(Rhythm.HALF_YEARLY);
        assertThat(rhythms.ofTeam(Optional.of("search"))).isEqualTo(Rhythm.QUARTERLY);
        assertThat(new FactRhythms(List.of("deployments=yearly")).ofTeam(Optional.empty()))
                .isEqualTo(Rhythm.YEARLY);
        for (var nonsense : List.of("finance", "finance=weekly", "=")) {
            assertThatIllegalArgumentException().isThrownBy(() -> new FactRhythms(List.of(nonsense)));
        }
    }

    private static List<DueFact.Subject.OfDeployment> deployments(FactConfirmations confirmations) {
        return confirmations.list().stream()
                .map(DueFact::subject)
                .filter(DueFact.Subject.OfDeployment.class::isInstance)
                .map(DueFact.Subject.OfDeployment.class::cast)
                .toList();
    }

    private static List<Figure> figures(TestRegistry registry) {
        return registry.bean(Facts.class)
                .current()
                .organization()
                .organization()
                .figures()
                .all();
    }

    private static Principal person(TestRegistry registry, Role role) {
        var id = UUID.randomUUID();
        var login = "p" + id;
        registry.bean(Database.class)
                .write(sql -> sql.update(
                        "INSERT INTO person (id, login, state, created_at, version) VALUES (?, ?, 'active', ?, 0)",
                        id,
                        login,
                        registry.clock().instant()));
        return new Principal(id, login, Set.of(role), Set.of(), new Principal.Via.Session(FormToken.of("x")));
    }
}
