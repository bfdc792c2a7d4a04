package licet.registry.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import licet.ingest.hub.RepoId;
import licet.ingest.hub.Revision;
import licet.registry.dashboard.Dashboard;
import licet.registry.dashboard.Dashboards;
import licet.registry.fact.Facts;
import licet.registry.instrument.NewPaper;
import licet.registry.instrument.Paper;
import licet.registry.instrument.PaperContent;
import licet.registry.instrument.PaperKind;
import licet.registry.instrument.Papers;
import licet.registry.platform.Database;
import licet.registry.platform.http.FormToken;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.registry.platform.http.Scope;
import licet.registry.policy.FlipPreview;
import licet.registry.policy.PolicyDesk;
import licet.registry.policy.PolicyTrials;
import licet.registry.record.Records;
import licet.registry.record.Replays;
import licet.registry.testing.TestRegistry;
import licet.registry.waiver.NewWaiver;
import licet.registry.waiver.WaiverDesk;
import licet.rules.evidence.ModelId;
import licet.rules.explain.VerdictDocument;
import licet.rules.facts.DeploymentKey;
import licet.rules.facts.EntityKey;
import licet.rules.format.CanonicalJson;
import licet.rules.verdict.Reach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On every surface an instrument acts from its first moment to its last, and not a moment longer. */
class InstrumentTermTest {
    private static final Duration TERM = Duration.ofHours(2);
    private static TestRegistry registry;
    private static Principal approver;
    private static String token = "";
    private static Refused refused;
    private static long recorded;

    /** How many models the deployment may use without any paper. */
    private static long elsewhere;

    /** Refuses everything, so that a preview of it counts what is permitted now. */
    private static final String NOTHING_GOES = """
            schema: 1
            policy: nothing-goes
            title: Nothing goes
            facts-max-age-days: 92
            rules:
              - id: nothing
                topic: license
                when: model.license_classes.size() >= 0
                then: deny
                because: Nothing goes.
            tests:
              - name: not even this one
                given: {model.license_classes: [permissive]}
                fires: [nothing]
              - name: nor that one
                given: {model.license_classes: []}
                fires: [nothing]
            """;

    /** What is signed there is a paper, and a waiver is none. */
    private static final String LIKE_IT = "preview of a paper like it";

    /** Refuses everything unless somebody waives it. */
    private static final String HOUSE = """
            schema: 1
            policy: house
            title: House rules
            facts-max-age-days: 92
            rules:
              - id: nothing-here
                topic: use
                when: model.license_classes.size() >= 0
                then: deny
                because: Nothing runs here.
                waivable: {max-days: 30}
            """;

    /** A model that only clauses of licenses keep from being permitted in a deployment. */
    private record Refused(String model, String deployment, EntityKey licensee, Set<String> ids, String answer) {}

    /** One place where somebody reads the answer. */
    private record Surface(String name, Supplier<String> answer) {}

    @BeforeAll
    static void start() {
        registry = TestRegistry.filled(Map.of("licet.jobs.enabled", "false"));
        registry.bean(VerdictTable.class).fill();
        token = registry.token(Scope.WRITE);
        approver = person("signer", Role.APPROVER);
        refused = find();
        recorded = onRecord();
        elsewhere = inList();
        assertThat(onDashboard()).isEqualTo(elsewhere);
        assertThat(inPolicyPreview()).isEqualTo(elsewhere);
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

    /** @return number of the answer of this moment on record */
    private static long onRecord() {
        return registry.bean(Records.class)
                .record(
                        new Records.Wish(
                                repo(refused.model()),
                                new Revision("main"),
                                false,
                                new DeploymentKey(refused.deployment()),
                                "before any paper"),
                        approver)
                .id();
    }

    private static Refused find() {
        var query = new ModelQuery(ModelFilter.NONE, ModelSort.NAME, Optional.empty(), 50);
        var facts = registry.bean(Facts.class).current();
        for (var row : registry.bean(ModelList.class).list(query).models()) {
            for (var deployment : facts.deployments()) {
                var document =
                        verdict(row.model(), deployment.deployment().key().value());
                var ids = new TreeSet<String>();
                var standing = document.reasons().stream()
                        .filter(reason -> Set.of("DENY", "NEEDS").contains(reason.effect()))
                        .toList();
                standing.forEach(reason -> ids.add(reason.id()));
                if (!standing.isEmpty()
                        && standing.stream().allMatch(reason -> reason.clause().isPresent())) {
                    return new Refused(
                            row.model(),
                            deployment.deployment().key().value(),
                            deployment.deployment().licensee(),
                            ids,
                            document.verdict());
                }
            }
        }
        throw new AssertionError("no recorded model is refused by clauses alone");
    }

    private static VerdictDocument verdict(String model, String deployment) {
        return registry.bean(Verdicts.class)
                .of(repo(model), new Revision("main"), new DeploymentKey(deployment), false)
                .document();
    }

    private static RepoId repo(String model) {
        var parts = model.split("/", 2);
        return ModelParameters.model(parts[0], parts[1]);
    }

    private static List<Surface> surfaces() {
        String model = refused.model();
        String in = "?deployment=" + refused.deployment();
        return List.of(
                new Surface(
                        "gate",
                        () -> json("/api/v1/gate/" + model + in + "&report=true")
                                .at("/verdict")
                                .asText()),
                new Surface("model page", () -> ofModelPage()),
                new Surface("list", () -> row(json("/api/v1/models?limit=100").get("models"))),
                new Surface("export as JSON", () -> row(json("/api/v1/models.json"))),
                new Surface("export as CSV", () -> csv()),
                new Surface(
                        "compare",
                        () -> json("/api/v1/compare" + in + "&model=" + model + "&model=" + other())
                                .at("/models/0/opinion/answer")
                                .asText()),
                new Surface("preview of facts", () -> preview()),
                new Surface(
                        "obligations pack",
                        () -> json("/api/v1/obligations" + in + "&model=" + model)
                                .at("/models/0/verdict")
                                .asText()),
                new Surface("question with a body", () -> asked()),
                new Surface(
                        "today's answer beside one of record",
                        () -> registry.bean(Replays.class)
                                .of(recorded)
                                .today()
                                .orElseThrow()
                                .get("verdict")
                                .asText()),
                new Surface(LIKE_IT, () -> withAnother()),
                new Surface("dashboard", () -> onDashboard() > elsewhere ? "ALLOW" : refused.answer()));
    }

    /** It counts profiles, and a paper that names a model touches none. */
    private static void alsoInPreviewOfPolicy(boolean namesTheModel, String answer) {
        assertThat(inPolicyPreview() > elsewhere)
                .as("preview of a policy")
                .isEqualTo(!namesTheModel && answer.equals("ALLOW"));
    }

    /** A paper that would permit the model changes nothing where one does already. */
    private static String withAnother() {
        var now = registry.clock().instant();
        return registry
                .bean(PaperPreviews.class)
                .of(agreement(Set.of(new ModelId(refused.model())), now))
                .changes()
                .stream()
                .filter(change -> change.deployment().equals(refused.deployment()))
                .map(PaperPreview.Change::from)
                .findFirst()
                .orElse("ALLOW");
    }

    private static String asked() {
        return post("/api/v1/verdicts", Map.of("model", refused.model(), "deployment", refused.deployment()))
                .get("verdict")
                .asText();
    }

    private static long inList() {
        return StreamSupport.stream(json("/api/v1/models.json").spliterator(), false)
                .filter(row ->
                        row.get("verdicts").get(refused.deployment()).asText().equals("ALLOW"))
                .count();
    }

    private static long onDashboard() {
        return registry.bean(Dashboards.class).of(approver).deployments().stream()
                .filter(line -> line.key().equals(refused.deployment()))
                .mapToLong(Dashboard.InDeployment::allow)
                .sum();
    }

    private static long inPolicyPreview() {
        var author = new Principal(
                UUID.randomUUID(),
                "author",
                Set.of(Role.POLICY_AUTHOR),
                Set.of(),
                new Principal.Via.Session(FormToken.of("author")));
        var tried = registry.bean(PolicyTrials.class).of(NOTHING_GOES, author);
        assertThat(tried.flaws()).isEmpty();
        return tried.preview().orElseThrow().flips().stream()
                .filter(group -> group.deployment().equals(refused.deployment()))
                .filter(group -> group.from().equals("ALLOW"))
                .mapToLong(FlipPreview.Group::models)
                .sum();
    }

    private static String other() {
        return refused.model().equals("Qwen/Qwen2.5-32B-Instruct")
                ? "meta-llama/Llama-3.3-70B-Instruct"
                : "Qwen/Qwen2.5-32B-Instruct";
    }

    private static JsonNode post(String path, Map<String, String> body) {
        var answer = registry.send(registry.request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(CanonicalJson.write(body))));
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return CanonicalJson.read(answer.body(), JsonNode.class);
    }

    private static JsonNode json(String path) {
        try {
            var answer = registry.get(path, token);
            assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
            return new JsonMapper().readTree(answer.body());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String row(JsonNode rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.get("model").asText().equals(refused.model()))
                .map(row -> row.get("verdicts").get(refused.deployment()).asText())
                .findFirst()
                .orElseThrow();
    }

    /** Answers are the last columns, and no key of a deployment holds a comma. */
    private static String csv() {
        var lines = registry.get("/api/v1/models.csv", token).body().lines().toList();
        var head = lines.getFirst().split(",");
        int fromEnd = head.length - Arrays.asList(head).indexOf("verdict " + refused.deployment());
        var cells = lines.stream()
                .filter(line -> line.startsWith(refused.model() + ","))
                .findFirst()
                .orElseThrow()
                .split(",");
        return cells[cells.length - fromEnd];
    }

    private static String ofModelPage() {
        var model = registry.bean(Verdicts.class)
                .judged(repo(refused.model()), new Revision("main"))
                .orElseThrow();
        return registry.bean(Verdicts.class).all(model, false).stream()
                .filter(document -> document.deployment().key().equals(refused.deployment()))
                .map(VerdictDocument::verdict)
                .findFirst()
                .orElseThrow();
    }

    private static String preview() {
        var deployment = registry.bean(Facts.class)
                .current()
                .find(new DeploymentKey(refused.deployment()))
                .orElseThrow();
        return registry.bean(Verdicts.class)
                .preview(
                        repo(refused.model()),
                        new Revision("main"),
                        false,
                        deployment.deployment(),
                        Optional.empty(),
                        false)
                .document()
                .verdict();
    }

    private static void everywhere(String answer) {
        for (var surface : surfaces()) {
            assertThat(surface.answer().get()).as(surface.name()).isEqualTo(answer);
        }
        assertThat(onDashboard()).as("dashboard and list").isEqualTo(inList());
    }

    /** Lists that a job has not looked at since read NEEDS, never more than that. */
    private static void nowherePermitted() {
        for (var surface : surfaces()) {
            assertThat(surface.answer().get()).as(surface.name()).isIn("NEEDS", "DENY");
        }
        assertThat(surfaces().getFirst().answer().get()).isEqualTo(refused.answer());
    }

    private static Paper agree(Set<ModelId> models, Instant from) {
        return registry.bean(Papers.class)
                .record(
                        new NewPaper(agreement(models, from), Optional.empty(), Optional.empty(), Optional.empty()),
                        approver);
    }

    private static PaperContent agreement(Set<ModelId> models, Instant from) {
        var reach = new Reach(Set.of(), Set.of(refused.licensee()), models, Set.of(), Set.of(), Set.of());
        return new PaperContent(
                PaperKind.AGREEMENT,
                "License of two hours",
                "The licensor",
                "",
                Optional.empty(),
                Optional.empty(),
                new TreeSet<>(refused.ids()),
                reach,
                from,
                Optional.of(from.plus(TERM)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void it_acts_from_its_first_moment_to_its_last(boolean namesTheModel) {
        var clock = registry.clock();
        everywhere(refused.answer());
        var models = namesTheModel ? Set.of(new ModelId(refused.model())) : Set.<ModelId>of();
        agree(models, clock.instant().plus(Duration.ofHours(1)));
        registry.bean(VerdictTable.class).fill();
        everywhere(refused.answer());

        clock.advance(Duration.ofHours(1));
        nowhereMoreThanDocumented();
        registry.bean(VerdictTable.class).fill();
        everywhere("ALLOW");
        alsoInPreviewOfPolicy(namesTheModel, "ALLOW");
        var until = verdict(refused.model(), refused.deployment()).validUntil();
        assertThat(until)
                .hasValueSatisfying(
                        end -> assertThat(end).isBeforeOrEqualTo(clock.instant().plus(TERM)));

        clock.advance(TERM.minusNanos(1_000));
        everywhere("ALLOW");
        clock.advance(Duration.ofNanos(1_000));
        nowherePermitted();
        alsoInPreviewOfPolicy(namesTheModel, refused.answer());
        registry.bean(VerdictTable.class).fill();
        everywhere(refused.answer());
    }

    /** What has just begun shows at once where verdicts are made, and in lists when they are made again. */
    private static void nowhereMoreThanDocumented() {
        assertThat(surfaces().getFirst().answer().get()).isEqualTo("ALLOW");
        assertThat(row(json("/api/v1/models.json"))).isEqualTo("NEEDS");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_revoked_one_acts_nowhere_at_once(boolean namesTheModel) {
        var models = namesTheModel ? Set.of(new ModelId(refused.model())) : Set.<ModelId>of();
        var paper = agree(models, registry.clock().instant());
        registry.bean(VerdictTable.class).fill();
        everywhere("ALLOW");
        registry.bean(Papers.class).revoke(paper.id(), "signed in error", approver);
        nowherePermitted();
        alsoInPreviewOfPolicy(namesTheModel, refused.answer());
        registry.bean(VerdictTable.class).fill();
        everywhere(refused.answer());
    }

    private static void everywhereUnderWaivers(String answer) {
        for (var surface : surfaces()) {
            if (!surface.name().equals(LIKE_IT)) {
                assertThat(surface.answer().get()).as(surface.name()).isEqualTo(answer);
            }
        }
        assertThat(onDashboard()).as("dashboard and list").isEqualTo(inList());
    }

    @Test
    void a_waiver_acts_from_its_confirmation_to_its_end() {
        var clauses = refused;
        long before = elsewhere;
        long then = recorded;
        var permitted = permitted();
        var balanced = source();
        activate(HOUSE);
        try {
            refused = permitted;
            elsewhere = 0;
            recorded = onRecord();
            registry.bean(VerdictTable.class).fill();
            everywhereUnderWaivers("DENY");
            var until = waive();
            registry.bean(VerdictTable.class).fill();
            everywhereUnderWaivers("ALLOW");
            assertThat(verdict(refused.model(), refused.deployment())
                            .validUntil()
                            .orElseThrow())
                    .isBeforeOrEqualTo(until);
            var clock = registry.clock();
            clock.advance(Duration.between(clock.instant(), until).minusNanos(1_000));
            everywhereUnderWaivers("ALLOW");
            clock.advance(Duration.ofNanos(1_000));
            for (var surface : surfaces()) {
                if (!surface.name().equals(LIKE_IT)) {
                    assertThat(surface.answer().get()).as(surface.name()).isIn("NEEDS", "DENY");
                }
            }
            registry.bean(VerdictTable.class).fill();
            everywhereUnderWaivers("DENY");
        } finally {
            activate(balanced);
            refused = clauses;
            elsewhere = before;
            recorded = then;
            registry.bean(VerdictTable.class).fill();
        }
    }

    /** @return its end */
    private static Instant waive() {
        var desk = registry.bean(WaiverDesk.class);
        var proposed = desk.propose(
                new NewWaiver(
                        refused.ids().iterator().next(),
                        Optional.empty(),
                        new ModelId(refused.model()),
                        new DeploymentKey(refused.deployment()),
                        false,
                        "It is not so here.",
                        registry.clock().instant().plus(TERM),
                        Optional.of("https://tracker.example.com/1"),
                        Optional.empty()),
                person("proposer", Role.REQUESTER));
        everywhereUnderWaivers("DENY");
        return desk.confirm(proposed.id(), "I looked.", approver).until();
    }

    private static Refused permitted() {
        var query = new ModelQuery(ModelFilter.NONE, ModelSort.NAME, Optional.empty(), 50);
        for (var row : registry.bean(ModelList.class).list(query).models()) {
            for (var deployment : registry.bean(Facts.class).current().deployments()) {
                String key = deployment.deployment().key().value();
                if (verdict(row.model(), key).verdict().equals("ALLOW")) {
                    return new Refused(
                            row.model(),
                            key,
                            deployment.deployment().licensee(),
                            Set.of("policy/house/nothing-here"),
                            "DENY");
                }
            }
        }
        throw new AssertionError("no recorded model is permitted");
    }

    private static String source() {
        return registry.bean(Database.class)
                .read(sql -> sql.get(
                        "SELECT source FROM policy_version WHERE state = 'active'", row -> row.getString("source")));
    }

    private static void activate(String policy) {
        registry.clock().advance(Duration.ofMinutes(1));
        var inForce = registry.bean(Facts.class).current().policy().policy();
        var desk = registry.bean(PolicyDesk.class);
        var draft = desk.propose(
                new PolicyDesk.Proposal(policy, "We want it so.", Optional.empty()),
                person("author-" + registry.clock().instant().getEpochSecond(), Role.POLICY_AUTHOR));
        desk.activate(draft.key(), draft.version(), inForce.key() + "/" + inForce.version(), "Agreed.", approver);
    }
}
