package licet.registry.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import licet.registry.decision.LicensePopulation;
import licet.registry.fact.Facts;
import licet.registry.identity.NewToken;
import licet.registry.identity.Tokens;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.Database;
import licet.registry.platform.http.FormToken;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.registry.platform.http.Scope;
import licet.registry.platform.problem.ProblemException;
import licet.registry.platform.problem.ProblemText;
import licet.registry.testing.TestRegistry;
import licet.rules.format.CanonicalJson;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyProposalsTest {
    private static TestRegistry registry;
    private static Principal author;
    private static Principal second;
    private static Principal reader;

    private PolicyDesk desk = registry.bean(PolicyDesk.class);
    private String ready = "";

    @BeforeAll
    static void start() {
        registry = TestRegistry.filled(Map.of("licet.jobs.enabled", "false"));
        author = person("author", Role.POLICY_AUTHOR);
        second = person("second", Role.APPROVER);
        reader = person("reader", Role.AUDITOR);
    }

    private static Principal person(String login, Role role) {
        var id = UUID.randomUUID();
        registry.bean(Database.class).write(sql -> {
            sql.update(
                    "INSERT INTO person (id, login, state, created_at, version) VALUES (?, ?, 'active', ?, 0)",
                    id,
                    login,
                    Instant.parse("2026-11-01T00:00:00Z"));
            return sql.update("INSERT INTO person_role (person_id, role) VALUES (?, ?)", id, role.word());
        });
        return new Principal(id, login, Set.of(role), Set.of(), new Principal.Via.Session(FormToken.of(login)));
    }

    @BeforeEach
    void withdrawWhatIsOpen() {
        var policies = registry.bean(Policies.class);
        policies.list().stream()
                .filter(version -> version.is(PolicyVersion.State.DRAFT))
                .forEach(draft -> desk.withdraw(draft.key(), draft.version(), "clean table", author));
        ready = registry.bean(ReadyPolicies.class)
                .find("balanced")
                .orElseThrow()
                .source();
    }

    /** The same text with another title and one more rule, of which its tests say nothing. */
    private String stricter(String title) {
        return ready.replace("Balanced use of open-weight models", title).replace("rules:\n", """
                rules:
                  - id: nothing-of-meta
                    topic: license
                    when: model.developer == 'meta'
                    then: deny
                    because: Nothing of Meta is used here.
                """);
    }

    private String inForce() {
        return registry.bean(Policies.class).findActive().orElseThrow().id();
    }

    private PolicyVersion propose(String title) {
        return desk.propose(new PolicyDesk.Proposal(stricter(title), "a try", Optional.of(inForce())), author);
    }

    private static int status(Throwable problem) {
        return ProblemText.of(((ProblemException) problem).problem()).status();
    }

    @Test
    void whatTheProductStartsWithIsInForceWithoutPeople() {
        var first = registry.bean(Policies.class).get("balanced", 1);
        assertThat(first.head().proposedBy()).isEmpty();
        assertThat(first.head().activated())
                .hasValueSatisfying(done -> assertThat(done.by()).isEmpty());
        assertThat(first.tests())
                .isNotEmpty()
                .allSatisfy(test -> assertThat(test.result()).isEqualTo("passed"));
        assertThat(first.rules())
                .filteredOn(rule -> rule.id().equals("no-experiments-in-production"))
                .singleElement()
                .satisfies(rule -> {
                    assertThat(rule.inWords())
                            .isEqualTo("The deployment’s stage is “production”, and (for at least one of the model’s"
                                    + " license classes: it is “research-only”, or it is “non-commercial”)");
                    assertThat(first.source().lines().toList().get(rule.line() - 1))
                            .contains("deployment.stage == 'production'");
                });
    }

    @Test
    void onePersonProposesAndAnotherOnePutsItInForce() {
        String before = inForce();
        var draft = propose("Two people");
        assertThat(draft.state()).isEqualTo(PolicyVersion.State.DRAFT);
        assertThat(inForce()).isEqualTo(before);
        assertThatThrownBy(() -> desk.activate(draft.key(), draft.version(), before, "mine", author))
                .satisfies(problem -> assertThat(status(problem)).isEqualTo(403));
        var active = desk.activate(draft.key(), draft.version(), before, "looked at it", second);
        assertThat(active.state()).isEqualTo(PolicyVersion.State.ACTIVE);
        assertThat(inForce()).isEqualTo(draft.id());
        assertThat(registry.bean(Facts.class).current().policy().policy().version())
                .isEqualTo(draft.version());
        var actions = registry.bean(Database.class)
                .read(sql -> sql.list(
                        "SELECT action, reason FROM audit_entry WHERE object_kind = 'policy' ORDER BY seq DESC LIMIT 2",
                        row -> row.getString("action") + ": " + row.getString("reason")));
        assertThat(actions).containsExactly("policy.activate: looked at it", "policy.propose: a try");
        var details = registry.bean(Database.class)
                .read(sql -> sql.list(
                        "SELECT detail FROM audit_entry WHERE object_kind = 'policy' ORDER BY seq DESC LIMIT 2",
                        row -> CanonicalJson.read(row.getString("detail"), JsonNode.class)));
        assertThat(details).allSatisfy(detail -> {
            assertThat(detail.at("/before/title").asText()).isNotEmpty().isNotEqualTo("Two people");
            assertThat(detail.at("/after/title").asText()).isEqualTo("Two people");
            assertThat(detail.at("/after/version").asInt()).isEqualTo(draft.version());
        });
    }

    /** Being administrator is the right to run the product, and no word in what it permits. */
    @ParameterizedTest
    @CsvSource({
        "requester,      false, false",
        "reviewer,       false, false",
        "approver,       false, true",
        "policy-author,  true,  true",
        "administrator,  true,  false",
        "auditor,        false, false"
    })
    void aRoleAloneMayThis(String word, boolean proposes, boolean activates) {
        var role = ClosedChoice.find(Role.class, word).orElseThrow();
        var caller = person("alone-" + word, role);
        assertThat(PolicyRights.mayPropose(caller)).isEqualTo(proposes);
        assertThat(PolicyRights.mayActivate(caller)).isEqualTo(activates);
        String before = inForce();
        var draft = propose("For " + word);
        if (activates) {
            assertThat(desk.activate(draft.key(), draft.version(), before, "agreed", caller)
                            .state())
                    .isEqualTo(PolicyVersion.State.ACTIVE);
            return;
        }
        assertThatThrownBy(() -> desk.activate(draft.key(), draft.version(), before, "agreed", caller))
                .satisfies(problem -> assertThat(status(problem)).isEqualTo(403))
                .hasMessageContaining("approver or policy-author");
        assertThat(inForce()).isEqualTo(before);
    }

    @Test
    void everyRoleStandsInTheTableOfThisTest() {
        assertThat(Role.values()).hasSize(6);
    }

    @Test
    void theDatabaseItselfKnowsThatTwoPeopleAreNeeded() {
        var draft = propose("One person");
        assertThatThrownBy(() -> registry.bean(Database.class).write(sql -> {
                    sql.update("UPDATE policy_version SET state = 'retired' WHERE state = 'active'");
                    return sql.update(
                            "UPDATE policy_version SET state = 'active', activated_at = ?, activated_by = ?"
                                    + " WHERE key = ? AND version = ?",
                            Instant.parse("2026-11-02T00:00:00Z"),
                            author.personId(),
                            draft.key(),
                            draft.version());
                }))
                .hasStackTraceContaining("policy_version_two_people");
    }

    @Test
    void aSecondProposalAndAnOldLookAreConflicts() {
        String before = inForce();
        var draft = propose("First");
        assertThatThrownBy(() -> propose("Second")).satisfies(problem -> {
            assertThat(status(problem)).isEqualTo(409);
            assertThat(problem.getMessage()).isNotBlank();
        });
        assertThatThrownBy(() -> desk.activate(draft.key(), draft.version(), "balanced/99", "old look", second))
                .satisfies(problem -> assertThat(status(problem)).isEqualTo(409));
        desk.activate(draft.key(), draft.version(), before, "now", second);
        assertThatThrownBy(() -> desk.activate(draft.key(), draft.version(), before, "again", second))
                .satisfies(problem -> assertThat(status(problem)).isEqualTo(409));
        assertThatThrownBy(() ->
                        desk.propose(new PolicyDesk.Proposal(stricter("Third"), "late", Optional.of(before)), author))
                .satisfies(problem -> assertThat(status(problem)).isEqualTo(409));
    }

    @Test
    void ofTwoWhoDoTheSameAtOnceOneIsTold() throws Exception {
        String before = inForce();
        var draft = propose("At once");
        Callable<PolicyVersion> activate = () -> desk.activate(draft.key(), draft.version(), before, "at once", second);
        try (var both = Executors.newFixedThreadPool(2)) {
            var outcomes = both.invokeAll(List.of(activate, activate));
            assertThat(outcomes)
                    .filteredOn(one -> one.state() == Future.State.SUCCESS)
                    .hasSize(1);
            assertThat(outcomes)
                    .filteredOn(one -> one.state() == Future.State.FAILED)
                    .singleElement()
                    .satisfies(one -> assertThat(status(one.exceptionNow())).isEqualTo(409));
        }
    }

    @Test
    void aRollbackIsTheOldTextProposedAgain() {
        String first = inForce();
        String old = registry.bean(Policies.class)
                .source("balanced", Integer.parseInt(first.substring(first.indexOf('/') + 1)));
        var draft = propose("To be rolled back");
        desk.activate(draft.key(), draft.version(), first, "try it", second);
        var again = desk.propose(new PolicyDesk.Proposal(old, "roll back", Optional.of(draft.id())), author);
        desk.activate(again.key(), again.version(), draft.id(), "agreed", second);
        var now = registry.bean(Policies.class).get(again.key(), again.version());
        assertThat(now.source()).isEqualTo(old);
        assertThat(now.differences()).hasValueSatisfying(compared -> {
            assertThat(compared.against()).isEqualTo(draft.id());
            assertThat(compared.lines()).anySatisfy(line -> {
                assertThat(line.kind()).isEqualTo("gone");
                assertThat(line.text()).isEqualTo("title: To be rolled back");
            });
        });
    }

    @Test
    void aPreviewTellsWhichAnswersFlipAndNoValue() {
        var tried = registry.bean(PolicyTrials.class).of(stricter("Preview"), author);
        assertThat(tried.flaws()).isEmpty();
        var preview = tried.preview().orElseThrow();
        assertThat(preview.against()).isEqualTo(inForce());
        assertThat(preview.flips()).isNotEmpty().allSatisfy(flip -> {
            assertThat(flip.to()).isEqualTo("DENY");
            assertThat(flip.added()).contains("policy/balanced/nothing-of-meta");
            assertThat(flip.examples()).isNotEmpty();
        });
        assertThat(preview.same()
                        + preview.flipped()
                        + preview.otherReasons().stream()
                                .mapToLong(FlipPreview.Group::models)
                                .sum())
                .isEqualTo(registry.bean(LicensePopulation.class).groups().stream()
                                .mapToLong(group -> group.models())
                                .sum()
                        * registry.bean(Facts.class).current().deployments().size());
    }

    @Test
    void readersNeitherTryNorProposeNorActivate() {
        assertThatThrownBy(() -> registry.bean(PolicyTrials.class).of(ready, reader))
                .satisfies(problem -> assertThat(status(problem)).isEqualTo(403));
        assertThatThrownBy(() -> desk.propose(new PolicyDesk.Proposal(ready, "why", Optional.empty()), reader))
                .satisfies(problem -> assertThat(status(problem)).isEqualTo(403));
    }

    private static JsonNode send(String path, String token, String body, int status) throws IOException {
        var answer = registry.send(registry.request("/api/v1/policies" + path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return new JsonMapper().readTree(answer.body());
    }

    private static String token(Principal owner) {
        return registry.bean(Tokens.class)
                .create(new NewToken("policies", Scope.WRITE, null), owner)
                .secret();
    }

    private static String json(Map<String, String> fields) {
        return CanonicalJson.write(fields);
    }

    @Test
    void programsDoTheSameWithTokensOfPeople() throws IOException {
        String before = inForce();
        String source = stricter("By program");
        var body = json(Map.of("source", source, "reason", "by program", "basedOn", before));
        var tried = send("/preview", token(author), json(Map.of("source", source)), 200);
        assertThat(tried.get("flaws")).isEmpty();
        assertThat(tried.get("preview").get("against").asText()).isEqualTo(before);
        var draft = send("", token(author), body, 201);
        String place = "/balanced/versions/" + draft.get("version").asInt();
        var decision = json(Map.of("reason", "seen", "replaces", before));
        assertThat(send(place + "/activate", token(author), decision, 403).toString())
                .contains("another person");
        assertThat(send(place + "/activate", registry.token(Scope.WRITE), decision, 403)
                        .toString())
                .contains("approver or policy-author");
        assertThat(send(place + "/activate", token(second), decision, 200)
                        .get("state")
                        .asText())
                .isEqualTo("active");
        var shown = registry.get("/api/v1/policies" + place, registry.token(Scope.READ));
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).contains("\"licet/policy/1\"", "nothing-of-meta");
    }

    @Test
    void whatIsWrongIsToldByLineAndColumn() throws IOException {
        var mistyped = ready.replace("model.scan == 'flagged'", "model.scann == 'flagged'");
        var flaw = send("/preview", token(author), json(Map.of("source", mistyped)), 200)
                .at("/flaws/0");
        assertThat(mistyped.lines().toList().get(flaw.get("line").asInt() - 1)).contains("model.scann");
        assertThat(flaw.get("column").asInt()).isGreaterThan(5);
        assertThat(send("", token(author), json(Map.of("source", mistyped, "reason", "why")), 400)
                        .toString())
                .contains("/source");
        var unreadable = send("/preview", token(author), json(Map.of("source", "rules: [")), 200)
                .at("/flaws/0");
        assertThat(unreadable.get("line").asInt()).isPositive();
        assertThat(send("", token(author), json(Map.of("source", ready)), 400).toString())
                .contains("reason");
    }
}
