package licet.registry.approval;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
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
import licet.registry.policy.PolicyDesk;
import licet.registry.testing.TestRegistry;
import licet.rules.evidence.ModelId;
import licet.rules.explain.VerdictDocument;
import licet.rules.facts.DeploymentKey;
import licet.rules.verdict.Finding;

/** A registry of its own in which everything waits for legal, and then for an approver. */
final class ApprovalBench implements AutoCloseable {
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
                approval-by: [legal]
                because: %s
            workflow:
              stages:
                - {stage: legal, by: legal, days: 5}
                - {stage: approval, by: approver, days: 3, after: [legal], always: true}
              valid-days: 90
              grace-days: %d
              break-glass-hours: %d
            """;

    static final int BREAK_GLASS_HOURS = 8;

    final TestRegistry registry = TestRegistry.filled(Map.of("licet.jobs.enabled", "false"));
    final Principal asks = person("asks", Set.of(Role.REQUESTER), Set.of());
    final Principal legal = person("legal", Set.of(Role.REVIEWER), Set.of(ReviewTopic.LEGAL));
    final Principal approver = person("approver", Set.of(Role.APPROVER, Role.POLICY_AUTHOR), Set.of());

    private final Principal author = person("author", Set.of(Role.POLICY_AUTHOR), Set.of());
    private final int graceDays;
    private String inForce = "balanced/1";

    ApprovalBench() {
        this(0);
    }

    ApprovalBench(int graceDays) {
        this.graceDays = graceDays;
        enforce("Somebody has to look.");
    }

    /** Puts the policy in force with another sentence. */
    void enforce(String because) {
        var policies = bean(PolicyDesk.class);
        var text = POLICY.formatted(because, graceDays, BREAK_GLASS_HOURS);
        var draft = policies.propose(new PolicyDesk.Proposal(text, "We want to look.", Optional.empty()), author);
        policies.activate(draft.key(), draft.version(), inForce, "Agreed.", approver);
        inForce = draft.key() + "/" + draft.version();
    }

    ApprovalRequest approved(Deliberation about) {
        var request = decide(submitted(about), "legal", Vote.Decision.APPROVE, List.of(), legal);
        return decide(request, "approval", Vote.Decision.APPROVE, List.of(), approver);
    }

    VerdictDocument verdict(ApprovalRequest.About about) {
        return bean(Verdicts.class)
                .of(
                        RepoId.parse(about.model()),
                        new Revision(about.revision()),
                        new DeploymentKey(about.deployment()),
                        false)
                .document();
    }

    @Override
    public void close() {
        registry.stop();
    }

    <T> T bean(Class<T> type) {
        return registry.bean(type);
    }

    static UUID id(Principal person) {
        return Objects.requireNonNull(person.personId());
    }

    Principal person(String login, Set<Role> roles, Set<ReviewTopic> topics) {
        Instant now = registry.clock().instant();
        UUID id = TimeOrderedId.at(now);
        bean(Database.class).write(sql -> {
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

    /** Pairs of the seed that wait for nothing but the review of the policy. */
    List<Deliberation> waiting(int limit) {
        return asked().filter(before -> before.reviews().size() == 1
                        && before.verdict().findings().stream()
                                        .filter(cited -> cited.finding() instanceof Finding.Needs
                                                || cited.finding() instanceof Finding.Violated)
                                        .count()
                                == 1)
                .limit(limit)
                .toList();
    }

    /** Pairs of the seed that people can decide on. */
    Stream<Deliberation> asked() {
        var facts = bean(Facts.class).current();
        var source = bean(Catalog.class).source();
        return bean(Database.class)
                .read(sql -> sql.list(
                        "SELECT owner || '/' || name AS id FROM model WHERE current_conclusion_id IS NOT NULL"
                                + " AND name_lost_at IS NULL AND source = ? ORDER BY 1",
                        row -> row.getString("id"),
                        source))
                .stream()
                .flatMap(model -> facts.deployments().stream()
                        .flatMap(use -> bean(Deliberations.class)
                                .find(
                                        source,
                                        new ModelId(model),
                                        Optional.empty(),
                                        use.deployment().key())
                                .stream()))
                .filter(before ->
                        !before.reviews().isEmpty() && before.unliftable().isEmpty());
    }

    ApprovalRequest submitted(Deliberation about) {
        var desk = bean(ApprovalDesk.class);
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

    ApprovalRequest decide(
            ApprovalRequest request,
            String stage,
            Vote.Decision decision,
            List<Vote.Condition> conditions,
            Principal by) {
        registry.clock().advance(Duration.ofSeconds(1));
        return bean(Decisions.class)
                .decide(
                        request.id(),
                        new NewVote(request.round(), stage, decision, "I looked at it.", conditions, Optional.empty()),
                        by);
    }
}
