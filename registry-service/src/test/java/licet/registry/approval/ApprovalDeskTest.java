package licet.registry.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import licet.ingest.hub.RepoId;
import licet.ingest.hub.Revision;
import licet.registry.catalog.Catalog;
import licet.registry.decision.Deliberation;
import licet.registry.decision.Deliberations;
import licet.registry.decision.Verdicts;
import licet.registry.fact.Facts;
import licet.registry.platform.Database;
import licet.registry.platform.TimeOrderedId;
import licet.registry.platform.http.FormToken;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.ReviewTopic;
import licet.registry.platform.http.Role;
import licet.registry.platform.http.Standing;
import licet.registry.platform.problem.ProblemException;
import licet.registry.policy.PolicyDesk;
import licet.registry.testing.TestRegistry;
import licet.rules.evidence.ModelId;
import licet.rules.facts.DeploymentKey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** People ask, review and approve; the gate permits exactly what they decided on, for as long as it is the same. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ApprovalDeskTest {
    private static final String POLICY = """
            schema: 1
            policy: house
            title: House rules
            facts-max-age-days: 92
            rules:
              - id: look
                topic: license
                when: deployment.stage == 'production' || deployment.stage != 'production'
                then: approval
                approval-by: [legal, security]
                because: %s
            workflow:
              stages:
                - {stage: legal, by: legal, days: 5}
                - {stage: security, by: security, days: 5}
                - {stage: approval, by: approver, days: 3, after: [legal, security], always: true}
              valid-days: 90
            """;

    private static TestRegistry registry;
    private static ApprovalDesk desk;
    private static Decisions decisions;
    private static Principal asks;
    private static Principal legal;
    private static Principal security;
    private static Principal approver;
    private static Principal other;

    @BeforeAll
    static void start() {
        registry = TestRegistry.filled(Map.of("licet.jobs.enabled", "false"));
        desk = registry.bean(ApprovalDesk.class);
        decisions = registry.bean(Decisions.class);
        asks = person("asks", Set.of(Role.REQUESTER, Role.REVIEWER, Role.APPROVER), Set.of(ReviewTopic.values()));
        legal = person("legal", Set.of(Role.REVIEWER), Set.of(ReviewTopic.LEGAL));
        security = person("security", Set.of(Role.REVIEWER), Set.of(ReviewTopic.SECURITY));
        approver = person("approver", Set.of(Role.APPROVER), Set.of());
        other = person("other", Set.of(Role.REVIEWER, Role.APPROVER, Role.POLICY_AUTHOR), Set.of(ReviewTopic.LEGAL));
        enforce("Somebody has to look.", "balanced/1");
    }

    @BeforeEach
    void later() {
        registry.clock().advance(Duration.ofMinutes(1));
    }

    private static Principal person(String login, Set<Role> roles, Set<ReviewTopic> topics) {
        Instant now = registry.clock().instant();
        UUID id = TimeOrderedId.at(now);
        registry.bean(Database.class).write(sql -> {
            sql.update(
                    "INSERT INTO person (id, login, state, created_at, version) VALUES (?, ?, 'active', ?, 0)",
                    id,
                    login,
                    now);
            topics.forEach(topic ->
                    sql.update("INSERT INTO person_review_topic (person_id, topic) VALUES (?, ?)", id, topic.word()));
            roles.forEach(
                    role -> sql.update("INSERT INTO person_role (person_id, role) VALUES (?, ?)", id, role.word()));
            return 0;
        });
        return new Principal(
                id,
                login,
                new Standing(roles, topics, Set.of()),
                Set.of(),
                new Principal.Via.Session(FormToken.of(login)));
    }

    private static void enforce(String because, String replaces) {
        var author = person("author-" + UUID.randomUUID(), Set.of(Role.POLICY_AUTHOR), Set.of());
        var desk = registry.bean(PolicyDesk.class);
        var draft = desk.propose(
                new PolicyDesk.Proposal(POLICY.formatted(because), "We want to look.", Optional.empty()), author);
        desk.activate(draft.key(), draft.version(), replaces, "Agreed.", other);
    }

    /** A pair of the seed that waits for nothing but the two stages of the policy. */
    private static Deliberation waiting() {
        var facts = registry.bean(Facts.class).current();
        var source = registry.bean(Catalog.class).source();
        return registry
                .bean(Database.class)
                .read(sql -> sql.list(
                        "SELECT owner || '/' || name AS id FROM model WHERE current_conclusion_id IS NOT NULL"
                                + " AND name_lost_at IS NULL AND source = ? ORDER BY 1",
                        row -> row.getString("id"),
                        source))
                .stream()
                .flatMap(model -> facts.deployments().stream()
                        .flatMap(use -> registry
                                .bean(Deliberations.class)
                                .find(
                                        source,
                                        new ModelId(model),
                                        Optional.empty(),
                                        use.deployment().key())
                                .stream()))
                .filter(before -> before.reviews().size() == 2
                        && before.verdict().findings().stream()
                                        .filter(cited -> cited.finding() instanceof licet.rules.verdict.Finding.Needs
                                                || cited.finding() instanceof licet.rules.verdict.Finding.Violated)
                                        .count()
                                == 2)
                .findFirst()
                .orElseThrow();
    }

    private static ApprovalRequest submitted() {
        var about = waiting();
        registry.bean(Database.class)
                .write(sql -> sql.update(
                        "UPDATE approval SET ended_at = now(), end_reason = 'the next test' WHERE ended_at IS NULL"));
        registry.bean(Database.class)
                .write(sql -> sql.update("UPDATE approval_request SET state = 'withdrawn', decided_at = now()"
                        + " WHERE state IN ('in-review', 'returned')"));
        var draft = desk.draft(
                new NewRequest(
                        Optional.empty(),
                        about.model().model(),
                        Optional.of(about.model().revision()),
                        about.deployment(),
                        "The assistant needs it.",
                        Optional.of(LocalDate.of(2026, 12, 31))),
                asks);
        return desk.submit(draft.id(), asks);
    }

    private static ApprovalRequest decide(ApprovalRequest request, String stage, Principal by) {
        return decide(request, stage, Vote.Decision.APPROVE, by);
    }

    private static ApprovalRequest decide(ApprovalRequest request, String stage, Vote.Decision decision, Principal by) {
        registry.clock().advance(Duration.ofSeconds(1));
        return decisions.decide(
                request.id(),
                new NewVote(request.round(), stage, decision, "I looked at it.", List.of(), Optional.empty()),
                by);
    }

    private static boolean permitted(ApprovalRequest.About about) {
        return registry.bean(Verdicts.class)
                .of(
                        RepoId.parse(about.model()),
                        new Revision(about.revision()),
                        new DeploymentKey(about.deployment()),
                        false)
                .document()
                .permitted();
    }

    private static long entries(UUID id) {
        return registry.bean(Database.class)
                .read(sql -> sql.get(
                        "SELECT count(*) AS n FROM audit_entry WHERE object_id = ?",
                        row -> row.getLong("n"),
                        id.toString()));
    }

    @Test
    void legal_and_security_and_an_approver_permit_together_and_nobody_alone() {
        var request = submitted();
        assertThat(request.waiting()).containsExactly("legal", "security");
        assertThat(permitted(request.about())).isFalse();
        request = decide(request, "security", security);
        request = decide(request, "legal", legal);
        assertThat(permitted(request.about())).isFalse();
        assertThat(request.waiting()).containsExactly("approval");
        request = decide(request, "approval", approver);
        assertThat(request.state()).isEqualTo(RequestState.APPROVED);
        assertThat(permitted(request.about())).isTrue();
        assertThat(entries(request.id())).as("one audit entry a step").isEqualTo(5);
        registry.clock().advance(Duration.ofDays(90));
        assertThat(permitted(request.about())).as("after its term").isFalse();
        registry.clock().advance(Duration.ofDays(-90));
    }

    @Test
    void another_version_of_the_policy_ends_what_was_decided_under_the_one_before() {
        var request = submitted();
        request = decide(request, "security", security);
        request = decide(request, "legal", legal);
        request = decide(request, "approval", approver);
        assertThat(permitted(request.about())).isTrue();
        int version = request.policy().version();
        enforce("Somebody has to look twice.", "house/" + version);
        assertThat(permitted(request.about())).isFalse();
    }

    @Test
    void what_changes_while_people_decide_is_brought_before_them_again() {
        var first = submitted();
        var request = decide(first, "legal", legal);
        enforce("Look " + UUID.randomUUID(), "house/" + request.policy().version());
        assertThatThrownBy(() -> decide(first, "security", security)).hasMessageContaining("bring it up to date");
        request = desk.refresh(first.id(), asks);
        assertThat(request.round()).isEqualTo(2);
        assertThat(request.waiting()).containsExactly("legal", "security");
        var again = request;
        assertThatThrownBy(() -> decide(first, "legal", legal)).hasMessageContaining("round 2 runs now");
        assertThat(decide(again, "legal", legal).waiting()).containsExactly("security");
    }

    @Test
    void nobody_decides_an_own_request_twice_or_where_they_have_no_say() {
        var request = submitted();
        record Case(String what, Supplier<ApprovalRequest> act) {}
        var after = decide(request, "legal", other);
        for (var refused : List.of(
                new Case("its requester", () -> decide(after, "security", asks)),
                new Case("twice", () -> decide(after, "security", other)),
                new Case("a stage that is done", () -> decide(after, "legal", legal)),
                new Case("a stage that comes later", () -> decide(after, "approval", approver)),
                new Case("another topic", () -> decide(after, "security", legal)),
                new Case("no stage of it", () -> decide(after, "works-council", legal)))) {
            assertThatThrownBy(refused.act()::get).as(refused.what()).isInstanceOf(ProblemException.class);
        }
        assertThat(entries(request.id())).isEqualTo(3);
    }

    @Test
    void the_database_alone_refuses_what_the_server_would_refuse() {
        var request = decide(submitted(), "legal", legal);
        for (var row : List.of(
                List.of(request.requester().id(), "approve"),
                List.of(java.util.Objects.requireNonNull(legal.personId()), "approve"))) {
            assertThatThrownBy(() -> registry.bean(Database.class)
                            .write(sql -> sql.update(
                                    "INSERT INTO approval_vote (request_id, requester, round, stage, person, decision, reason,"
                                            + " voted_at) VALUES (?, ?, 1, 'security', ?, ?, 'x', now())",
                                    request.id(),
                                    request.requester().id(),
                                    row.get(0),
                                    row.get(1))))
                    .hasMessageMatching("(?s).*(approval_vote_not_own|approval_vote_pk).*");
        }
    }

    @Test
    void sent_back_it_is_answered_and_asked_again() {
        var request = decide(submitted(), "legal", Vote.Decision.SEND_BACK, legal);
        assertThat(request.state()).isEqualTo(RequestState.RETURNED);
        request = desk.answer(request.id(), "It serves our own people only.", asks);
        assertThat(request.round()).isEqualTo(2);
        assertThat(request.messages()).hasSize(1);
        var rejected = decide(request, "legal", Vote.Decision.REJECT, legal);
        assertThat(rejected.state()).isEqualTo(RequestState.REJECTED);
        assertThatThrownBy(() -> decide(rejected, "security", security)).hasMessageContaining("not in review");
    }

    @Test
    void who_is_away_is_spoken_for_by_whom_they_named() {
        var request = submitted();
        var now = registry.clock().instant();
        var delegate = person("delegate", Set.of(Role.REVIEWER), Set.of());
        var vote =
                new NewVote(1, "legal", Vote.Decision.APPROVE, "For my colleague.", List.of(), Optional.of(id(legal)));
        assertThatThrownBy(() -> decisions.decide(request.id(), vote, delegate)).isInstanceOf(ProblemException.class);
        registry.bean(Delegations.class).begin(id(delegate), now, now.plus(Duration.ofDays(3)), legal);
        var decided = decisions.decide(request.id(), vote, delegate);
        assertThat(decided.waiting()).containsExactly("security");
        assertThat(decided.votes().getFirst().onBehalfOf())
                .map(ApprovalRequest.Person::login)
                .contains("legal");
    }

    private static UUID id(Principal person) {
        return java.util.Objects.requireNonNull(person.personId());
    }

    @Test
    void of_two_who_decide_at_once_one_is_told_that_it_is_decided() throws Exception {
        var request = submitted();
        try (var pool = Executors.newFixedThreadPool(2)) {
            var both = pool.invokeAll(
                    List.<Callable<String>>of(() -> outcome(request, legal), () -> outcome(request, other)));
            assertThat(List.of(both.get(0).get(), both.get(1).get())).containsExactlyInAnyOrder("decided", "conflict");
        }
        assertThat(entries(request.id())).isEqualTo(3);
    }

    private static String outcome(ApprovalRequest request, Principal by) {
        try {
            decisions.decide(
                    request.id(),
                    new NewVote(1, "legal", Vote.Decision.APPROVE, "Yes.", List.of(), Optional.empty()),
                    by);
            return "decided";
        } catch (ProblemException refused) {
            return "conflict";
        }
    }

    private static List<Waiting.Line> waits(Principal caller) {
        var waiting = registry.bean(Waiting.class);
        var lines = waiting.list(caller, Optional.empty(), 50).lines();
        assertThat(waiting.count(caller)).isEqualTo(lines.size());
        return lines;
    }

    @Test
    void what_waits_is_shown_to_those_who_may_decide_now_and_to_nobody_else() {
        var request = submitted();
        var begun = request.roundAt();
        assertThat(waits(legal)).singleElement().satisfies(line -> {
            assertThat(line.id()).isEqualTo(request.id());
            assertThat(line.stages()).containsExactly("legal");
            assertThat(line.due()).isEqualTo(begun.plus(Duration.ofDays(5)));
            assertThat(line.late()).isFalse();
        });
        assertThat(waits(asks)).as("its requester").isEmpty();
        assertThat(waits(approver)).as("whose stage comes later").isEmpty();
        var now = decide(request, "legal", legal);
        assertThat(waits(legal)).as("who decided").isEmpty();
        assertThat(waits(other)).as("whose stage is done").isEmpty();
        now = decide(now, "security", security);
        var opened = now.changedAt();
        assertThat(waits(approver))
                .singleElement()
                .satisfies(line -> assertThat(line.due()).isEqualTo(opened.plus(Duration.ofDays(3))));
        assertThat(waits(other)).singleElement();
        registry.clock().advance(Duration.ofDays(4));
        assertThat(waits(approver)).singleElement().matches(Waiting.Line::late);
        registry.clock().advance(Duration.ofDays(-4));
        decide(now, "approval", approver);
        assertThat(waits(approver)).as("what is decided").isEmpty();
    }

    @Test
    void what_waits_for_a_colleague_who_is_away_waits_for_whom_they_named() {
        var delegate = person("stands-in", Set.of(Role.APPROVER), Set.of());
        var request = submitted();
        assertThat(waits(delegate)).isEmpty();
        var now = registry.clock().instant();
        registry.bean(Delegations.class).begin(id(delegate), now, now.plus(Duration.ofDays(3)), security);
        assertThat(waits(delegate))
                .singleElement()
                .satisfies(line -> assertThat(line.stages()).containsExactly("security"));
        assertThat(registry.bean(Waiting.class).says(request, delegate))
                .singleElement()
                .matches(say -> say.onBehalfOf().isPresent());
        decide(request, "security", security);
        assertThat(waits(delegate)).as("who is away decided alone").isEmpty();
    }

    @Test
    void own_requests_are_listed_with_their_drafts() {
        var request = submitted();
        var draft = desk.draft(
                new NewRequest(
                        Optional.empty(),
                        new ModelId(request.about().model()),
                        Optional.of(request.about().revision()),
                        new DeploymentKey(request.about().deployment()),
                        "Once more.",
                        Optional.empty()),
                asks);
        assertThat(registry.bean(Requests.class).own(asks))
                .extracting(Requests.Own::id)
                .contains(draft.id(), request.id());
    }
}
