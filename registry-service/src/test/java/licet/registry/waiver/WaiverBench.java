package licet.registry.waiver;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import licet.ingest.hub.RepoId;
import licet.ingest.hub.Revision;
import licet.ingest.recorded.RecordedHub;
import licet.ingest.recorded.RecordedModel;
import licet.registry.alert.Alert;
import licet.registry.alert.AlertInbox;
import licet.registry.alert.AlertQuery;
import licet.registry.catalog.Catalog;
import licet.registry.decision.Deliberation;
import licet.registry.decision.Deliberations;
import licet.registry.decision.Verdicts;
import licet.registry.fact.Facts;
import licet.registry.identity.Tokens;
import licet.registry.ingest.Ingest;
import licet.registry.ingest.IngestProgress;
import licet.registry.platform.Database;
import licet.registry.platform.TimeOrderedId;
import licet.registry.platform.http.FormToken;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.registry.platform.http.Scope;
import licet.registry.policy.PolicyDesk;
import licet.registry.testing.TestRegistry;
import licet.rules.evidence.ModelId;
import licet.rules.explain.VerdictDocument;
import licet.rules.facts.DeploymentKey;
import licet.rules.verdict.Finding;

/** A registry of its own in which a rule of the house refuses everything, and can be waived for thirty days. */
final class WaiverBench {
    static final String FINDING = "policy/house/not-here";
    static final String LINK = "https://tracker.example.com/scan/17";
    static final String BECAUSE = "Nothing runs here without a word from us.";
    static final String ALWAYS = "deployment.stage == 'production' || deployment.stage != 'production'";

    private static final String POLICY = """
            schema: 1
            policy: house
            title: House rules
            facts-max-age-days: 92
            rules:
              - id: not-here
                topic: use
                when: %s
                then: deny
                because: %s
                waivable: {max-days: 30}
              - id: not-there
                topic: use
                when: deployment.stage == 'pilot'
                then: deny
                because: Never there.
            """;

    final TestRegistry registry = TestRegistry.filled(Map.of("licet.jobs.enabled", "false"));
    final Principal asks = person("asks", Role.REQUESTER);
    final Principal approver = person("approver", Role.APPROVER, Role.REQUESTER);

    private final Principal author = person("author", Role.POLICY_AUTHOR);
    private final Principal second = person("second", Role.POLICY_AUTHOR, Role.APPROVER);
    private String inForce = "balanced/1";

    WaiverBench() {
        enforce(ALWAYS, BECAUSE);
    }

    /** Puts the policy in force with another condition or sentence. */
    void enforce(String when, String because) {
        registry.clock().advance(Duration.ofMinutes(1));
        var policies = bean(PolicyDesk.class);
        var draft = policies.propose(
                new PolicyDesk.Proposal(POLICY.formatted(when, because), "We want it so.", Optional.empty()), author);
        policies.activate(draft.key(), draft.version(), inForce, "Agreed.", second);
        inForce = draft.key() + "/" + draft.version();
    }

    <T> T bean(Class<T> type) {
        return registry.bean(type);
    }

    Instant now() {
        return registry.clock().instant();
    }

    Principal person(String login, Role... roles) {
        UUID id = TimeOrderedId.at(now());
        bean(Database.class).write(sql -> {
            sql.update(
                    "INSERT INTO person (id, login, state, created_at, version) VALUES (?, ?, 'active', ?, 0)",
                    id,
                    login,
                    now());
            for (var role : roles) {
                sql.update("INSERT INTO person_role (person_id, role) VALUES (?, ?)", id, role.word());
            }
            return 0;
        });
        return new Principal(id, login, Set.of(roles), Set.of(), new Principal.Via.Session(FormToken.of(login)));
    }

    static UUID id(Principal person) {
        return Objects.requireNonNull(person.personId());
    }

    String token(Principal owner) {
        return bean(Tokens.class).create("test", Scope.WRITE, 30, owner).secret();
    }

    /** Every recorded model in every deployment. */
    Stream<Deliberation> everything() {
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
                                .stream()));
    }

    /** One that only the rule of the house keeps from being permitted, and that shows a license text. */
    Deliberation refused() {
        return refusedByTheRule()
                .filter(before -> !texts(before).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    Stream<Deliberation> refusedByTheRule() {
        return everything()
                .filter(before -> before.verdict().findings().stream()
                        .map(cited -> cited.finding())
                        .filter(finding -> finding instanceof Finding.Violated || finding instanceof Finding.Needs)
                        .allMatch(finding -> finding.subject().id().equals(FINDING)));
    }

    static Set<String> texts(Deliberation before) {
        return before.waivable().getFirst().pin().texts().orElseThrow();
    }

    NewWaiver wish(Deliberation about) {
        return wish(about, false);
    }

    NewWaiver wish(Deliberation about, boolean everyModel) {
        return new NewWaiver(
                FINDING,
                Optional.empty(),
                about.model().model(),
                about.deployment(),
                everyModel,
                "The flag is a false alarm.",
                now().plus(Duration.ofDays(20)),
                Optional.of(LINK),
                Optional.empty());
    }

    Waiver proposed(Deliberation about) {
        return bean(WaiverDesk.class).propose(wish(about), asks);
    }

    Waiver confirmed(NewWaiver wish) {
        var proposed = bean(WaiverDesk.class).propose(wish, asks);
        registry.clock().advance(Duration.ofMinutes(1));
        return bean(WaiverDesk.class).confirm(proposed.id(), "I looked at the scan.", approver);
    }

    VerdictDocument verdict(String model, String deployment) {
        return bean(Verdicts.class)
                .of(RepoId.parse(model), new Revision("main"), new DeploymentKey(deployment), false)
                .document();
    }

    VerdictDocument verdict(Deliberation about) {
        return verdict(about.model().model().value(), about.deployment().value());
    }

    /** Ids of what lifts something there. */
    List<String> lifting(String model, String deployment) {
        return verdict(model, deployment).reasons().stream()
                .flatMap(reason -> reason.instrument().stream())
                .map(VerdictDocument.Paper::id)
                .toList();
    }

    RecordedModel recorded(String model) {
        return bean(RecordedHub.class).models().find(RepoId.parse(model)).orElseThrow();
    }

    void push(RecordedModel model) {
        registry.clock().advance(Duration.ofMinutes(1));
        bean(RecordedHub.class).change(models -> models.with(model));
        bean(Ingest.class).run(List.of(model.id()), IngestProgress.SILENT);
    }

    List<String> told(Principal person) {
        return bean(AlertInbox.class).list(new AlertQuery(true, Optional.empty(), 50), person).stream()
                .map(Alert::kind)
                .map(kind -> kind.word())
                .toList();
    }

    List<String> actions(UUID id) {
        return texts("SELECT action AS text FROM audit_entry WHERE object_id = ? ORDER BY seq", id);
    }

    List<String> messages(UUID id) {
        return texts("SELECT topic AS text FROM outbox WHERE object_id = ? AND topic LIKE 'waiver.%' ORDER BY seq", id);
    }

    private List<String> texts(String select, UUID id) {
        return bean(Database.class).read(sql -> sql.list(select, row -> row.getString("text"), id.toString()));
    }
}
