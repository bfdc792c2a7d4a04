package licet.registry.approval;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import licet.registry.catalog.Catalog;
import licet.registry.decision.Deliberation;
import licet.registry.decision.Deliberations;
import licet.registry.fact.Facts;
import licet.registry.platform.Database;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.ReviewTopic;
import licet.registry.platform.http.Role;
import licet.registry.platform.http.Scope;
import licet.registry.policy.PolicyDesk;
import licet.registry.testing.Staff;
import licet.registry.testing.TestRegistry;
import licet.rules.evidence.ModelId;

/** An organization that asks legal and an approver about every model, and the people of it. */
final class Office {
    private static final String POLICY = """
            schema: 1
            policy: office
            title: Rules of the office
            facts-max-age-days: 92
            rules:
              - id: look
                topic: license
                when: deployment.stage == 'production' || deployment.stage != 'production'
                then: approval
                approval-by: [legal]
                because: Somebody has to look.
            workflow:
              stages:
                - {stage: legal, by: legal, days: 5, quorum: %d}
                - {stage: approval, by: approver, days: 3, after: [legal], always: true}
              valid-days: 90
            """;

    private final TestRegistry registry;

    private Office(TestRegistry registry) {
        this.registry = registry;
    }

    static Office open(TestRegistry registry) {
        return open(registry, 2);
    }

    /** @param quorum how many have to agree in the stage of legal */
    static Office open(TestRegistry registry, int quorum) {
        var office = new Office(registry);
        var author = office.person("author", Set.of(Role.POLICY_AUTHOR), Set.of());
        var second = office.person("second-author", Set.of(Role.POLICY_AUTHOR, Role.APPROVER), Set.of());
        var desk = registry.bean(PolicyDesk.class);
        var draft = desk.propose(
                new PolicyDesk.Proposal(POLICY.formatted(quorum), "We want to look.", Optional.empty()), author);
        desk.activate(draft.key(), draft.version(), "balanced/1", "Agreed.", second);
        return office;
    }

    Principal person(String login, Set<Role> roles, Set<ReviewTopic> topics) {
        return new Staff(registry).person(login, roles, topics);
    }

    /** Somebody on record who reviews for legal. */
    static Principal counsel(UUID id, String login) {
        return Staff.principal(id, login, Set.of(Role.REVIEWER), Set.of(ReviewTopic.LEGAL));
    }

    /** The secret of a token that acts for somebody. */
    String token(Principal owner, Scope scope) {
        return new Staff(registry).token(owner, scope);
    }

    /** Pairs of the seed that people can be asked about, each with a request of its own. */
    List<Deliberation> cases(int most) {
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
                .filter(before ->
                        !before.reviews().isEmpty() && before.unliftable().isEmpty())
                .limit(most)
                .toList();
    }

    static NewRequest wish(Deliberation about) {
        return new NewRequest(
                Optional.empty(),
                about.model().model(),
                Optional.of(about.model().revision()),
                about.deployment(),
                "The assistant needs it.",
                Optional.empty());
    }

    long count(String sqlCount, Object... arguments) {
        return registry.bean(Database.class).read(sql -> sql.get(sqlCount, row -> row.getLong(1), arguments));
    }

    static UUID id(Principal person) {
        return Objects.requireNonNull(person.personId());
    }

    /** Without the tasks that run by themselves. */
    static TestRegistry quiet() {
        return TestRegistry.filled(Map.of("licet.jobs.enabled", "false"));
    }
}
