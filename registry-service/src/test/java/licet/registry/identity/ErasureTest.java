package licet.registry.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import licet.registry.audit.AuditCheck;
import licet.registry.fact.Facts;
import licet.registry.platform.Database;
import licet.registry.platform.audit.AuditVerification;
import licet.registry.platform.http.Credentials;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.ReviewTopic;
import licet.registry.platform.http.Role;
import licet.registry.platform.http.Scope;
import licet.registry.testing.ExportedChain;
import licet.registry.testing.TestRegistry;
import licet.registry.testing.TextDump;
import licet.rules.facts.DeploymentKey;
import licet.rules.format.CanonicalJson;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Somebody who did everything that can be done is erased: what was done stays, and who it was is gone. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ErasureTest {
    private static final String LOGIN = "wilhelmina.zander";
    private static final String NAME = "Wilhelmina Zander";
    private static final String EMAIL = "w.zander@people.example";
    private static final List<String> WORDS = List.of(LOGIN, NAME, EMAIL, "wilhelmina", "zander");
    private static final String PASSWORD = "a long enough password";
    private static final String MODEL = "deepseek-ai/DeepSeek-R1-Distill-Llama-70B";
    private static final Set<Role> WORKING =
            Set.of(Role.REQUESTER, Role.REVIEWER, Role.APPROVER, Role.POLICY_AUTHOR, Role.ADMINISTRATOR);

    private static TestRegistry registry;
    private static Principal ada;
    private static String adasToken = "";

    @BeforeAll
    static void start() {
        registry = TestRegistry.filled(Map.of("licet.jobs.enabled", "false"));
        ada = caller(registry.session());
        adasToken = token("administration", ada);
    }

    private static Principal caller(String session) {
        return registry.bean(Credentials.class).findBySession(session).orElseThrow();
    }

    private static String token(String name, Principal owner) {
        return registry.bean(Tokens.class)
                .create(new NewToken(name, Scope.WRITE, null), owner)
                .secret();
    }

    private static UUID id(Principal person) {
        return Optional.ofNullable(person.personId()).orElseThrow();
    }

    private static Principal join(String login, String name, Set<Role> roles) {
        var wanted = new Invitation(login, name, roles, Set.of(ReviewTopic.LEGAL));
        var link = registry.bean(PeopleDesk.class).invite(wanted, ada);
        var done = (PersonLinks.Result.Done) registry.bean(PersonLinks.class).complete(link.secret(), PASSWORD);
        return caller(done.sessionId());
    }

    private static HttpResponse<String> post(String path, String token, Object body) {
        return registry.send(registry.request("/api/v1" + path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(CanonicalJson.write(body))));
    }

    private static JsonNode done(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return new JsonMapper().readTree(answer.body());
    }

    private static HttpResponse<String> erase(UUID person, String login, String reason, String token) {
        return post("/people/" + person + "/erase", token, Map.of("login", login, "reason", reason));
    }

    /** Everything that leaves something behind. @return number of the decision on record */
    private static long doEverything(Principal person, Principal second) throws IOException {
        var mine = token("laptop of " + NAME, person);
        var others = token("second", second);
        registry.bean(OwnAccount.class).describe(NAME, EMAIL, "de", person);
        registry.bean(Database.class)
                .write(sql -> sql.update(
                        "INSERT INTO person_subject (issuer, subject, person_id, created_at) VALUES (?, ?, ?, ?)",
                        "https://login.example.com",
                        EMAIL,
                        person.personId(),
                        registry.clock().instant()));
        registry.bean(SignIn.class).signIn(new SignIn.Attempt(LOGIN, "wrong", "192.0.2.1"), Optional.empty());
        registry.bean(Teams.class)
                .save(new TeamText("search", "Search", List.of(LOGIN), List.of("eu-internal-tool")), ada);
        done(post("/views", mine, Map.of("name", "List of " + NAME, "parameters", "")));
        done(post("/watches", mine, Map.of("kind", "search", "search", "llama")));
        changeFacts(person);
        policies(mine, others);
        clearings(mine, others);
        instruments(mine);
        waivers(person, second);
        return done(post("/records", mine, Map.of("model", MODEL, "deployment", "eu-internal-tool", "reason", "seen")))
                .get("id")
                .asLong();
    }

    private static void changeFacts(Principal person) {
        var facts = registry.bean(Facts.class);
        var deployment =
                facts.current().find(new DeploymentKey("eu-internal-tool")).orElseThrow();
        facts.saveDeployment(deployment.deployment(), person.actor());
        facts.saveOrganization(facts.current().organization().organization(), person.actor());
    }

    private static void policies(String mine, String others) throws IOException {
        var source = registry.bean(Database.class)
                .read(sql -> sql.get(
                        "SELECT source FROM policy_version WHERE state = 'active'", row -> row.getString("source")));
        var before = "balanced/1";
        for (var pair : List.of(List.of(mine, others), List.of(others, mine))) {
            var draft = done(post("/policies", pair.getFirst(), Map.of("source", source, "reason", "try")));
            var place = "/policies/balanced/versions/" + draft.get("version").asInt();
            done(post(place + "/activate", pair.getLast(), Map.of("reason", "seen", "replaces", before)));
            before = "balanced/" + draft.get("version").asInt();
        }
        done(post("/policies", mine, Map.of("source", source, "reason", "left open")));
    }

    private static void clearings(String mine, String others) throws IOException {
        var key = registry.bean(Database.class)
                .read(sql -> sql.list(
                        "SELECT q.key FROM evidence_question q JOIN model m ON m.id = q.model_id"
                                + " WHERE q.kind = 'undeclared' AND q.key = q.case_key AND m.owner || '/' || m.name = ?",
                        row -> row.getString("key"),
                        MODEL))
                .getFirst();
        var parent = Map.of("model", "meta-llama/Llama-3.3-70B-Instruct", "relation", "finetune");
        var proposal =
                Map.of("question", "undeclared", "key", key, "parents", List.of(parent), "reasons", "As it says.");
        for (var pair : List.of(List.of(mine, others), List.of(others, mine))) {
            var place = "/clearings/"
                    + done(post("/clearings", pair.getFirst(), proposal))
                            .get("id")
                            .asText();
            done(post(place + "/confirm", pair.getLast(), Map.of("reason", "read it")));
            done(post(place + "/revoke", mine, Map.of("reason", "once more")));
        }
    }

    /** One that acts, behind which stand a page and a file that name the person. */
    private static void waivers(Principal person, Principal second) {
        var now = registry.clock().instant();
        registry.bean(Database.class)
                .write(sql -> sql.update(
                        "INSERT INTO waiver (id, state, finding, rule, rule_digest, because, policy_key, policy_version,"
                                + " deployment_key, source, model_id, model, every_model, texts, reason, evidence_link,"
                                + " document_sha256, document_name, document_type, acts_until, proposed_by, proposed_at,"
                                + " decided_by, decided_at, decision)"
                                + " SELECT ?, 'acting', 'policy/house/rule', 'rule', '', 'so', 'house', 1,"
                                + " 'eu-internal-tool', source, id, owner || '/' || name, false, '{}', 'false alarm', ?,"
                                + " (SELECT sha256 FROM blob LIMIT 1), ?, 'text/plain', ?, ?, ?, ?, ?, 'seen'"
                                + " FROM model WHERE owner || '/' || name = ?",
                        UUID.randomUUID(),
                        "https://wiki.example.com/~" + LOGIN + "/scan",
                        "Scan of " + NAME + ".txt",
                        now.plusSeconds(3_600),
                        id(person),
                        now,
                        id(second),
                        now,
                        MODEL));
    }

    private static void instruments(String mine) throws IOException {
        for (var party : List.of(NAME, LOGIN, EMAIL)) {
            var paper = done(post(
                    "/instruments",
                    mine,
                    Map.of(
                            "kind", "legal-position",
                            "title", "Reading of the acceptable use",
                            "party", party,
                            "statement", "Internal evaluation is not a service.",
                            "text", "llama-3.3-community",
                            "lifts", List.of("llama-3.3-community/grant/use"),
                            "until", "2027-06-30",
                            "privileged", "only for counsel")));
            done(post("/instruments/" + paper.get("id").asLong() + "/revoke", mine, Map.of("reason", "once more")));
        }
    }

    @Test
    void whatWasDoneStaysAndWhoItWasIsGone() throws Exception {
        var person = join(LOGIN, NAME, WORKING);
        var second = join("second", "Second Person", WORKING);
        long decision = doEverything(person, second);
        var before = TextDump.of(registry.database());
        WORDS.forEach(word -> assertThat(before.naming(word)).as(word).isNotEmpty());

        registry.bean(Leavers.class).deactivate(id(person), Optional.of(id(second)), ada);
        var after = done(erase(id(person), LOGIN, "asked for it in writing", adasToken));
        assertThat(after.get("state").asText()).isEqualTo("erased");
        assertThat(after.get("name").asText()).matches("former person [0-9A-F]{4,}");

        var dump = TextDump.of(registry.database());
        var softly = new SoftAssertions();
        WORDS.forEach(word -> softly.assertThat(dump.naming(word)).as(word).isEmpty());
        softly.assertAll();
        assertThat(dump.naming(after.get("name").asText())).hasSizeGreaterThan(3);
        assertNothingBroke(decision);
    }

    private static void assertNothingBroke(long decision) throws Exception {
        assertThat(registry.bean(AuditCheck.class).verify(1).ended())
                .hasValueSatisfying(end -> assertThat(end).isInstanceOf(AuditVerification.Intact.class));
        var export = registry.get("/api/v1/audit/entries.jsonl", adasToken).body();
        assertThat(export).contains("person.erase", "asked for it in writing");
        ExportedChain.assertWhole(export.lines().toList());
        var replay = done(registry.get("/api/v1/records/" + decision + "/replay", adasToken));
        assertThat(replay.get("result").asText()).isEqualTo("equal");
        assertThat(replay.at("/record/name").asText()).startsWith("former person");
        for (var place :
                List.of("/policies", "/clearings", "/instruments", "/waivers", "/people", "/audit", "/deployments")) {
            assertThat(registry.get("/api/v1" + place, adasToken).statusCode())
                    .as(place)
                    .isEqualTo(200);
        }
    }

    @Test
    void onlyWhoLeftIsErasedAndOnlyByAnAdministratorWhoMeansIt() throws Exception {
        var person = join("leaver.one", "Leaver One", Set.of(Role.REQUESTER));
        var reviewers = token("reviews", join("reviews", "Reviews", Set.of(Role.REVIEWER, Role.APPROVER)));
        assertThat(erase(id(person), "leaver.one", "asked", adasToken).statusCode())
                .as("still here")
                .isEqualTo(409);
        registry.bean(Leavers.class).deactivate(id(person), Optional.empty(), ada);
        assertThat(erase(id(person), "leaver.one", "asked", reviewers).statusCode())
                .isEqualTo(403);
        assertThat(erase(id(person), "leaver.one", "asked", registry.token(Scope.WRITE))
                        .statusCode())
                .isEqualTo(403);
        assertThat(erase(id(ada), ada.login(), "asked", adasToken).statusCode())
                .as("the own account")
                .isEqualTo(403);
        assertThat(erase(id(person), "leaver.two", "asked", adasToken).body()).contains("\"login\"");
        assertThat(erase(id(person), "leaver.one", " ", adasToken).body()).contains("\"reason\"");
        assertThat(erase(id(person), "leaver.one", "LEAVER One asked", adasToken)
                        .body())
                .contains("without naming");
        assertThat(registry.bean(PeopleDesk.class).get(id(person)).login()).isEqualTo("leaver.one");
        done(erase(id(person), "Leaver.One", "leaver.ones wish", adasToken));
    }

    @Test
    void thereIsNoWayBack() throws Exception {
        var person = join("gone.one", "Gone One", Set.of(Role.REQUESTER));
        registry.bean(Leavers.class).deactivate(id(person), Optional.empty(), ada);
        done(erase(id(person), "gone.one", "asked", adasToken));
        var place = "/people/" + id(person);
        for (var step : List.of("/reactivate", "/reset", "/deactivate", "/erase")) {
            var body = step.equals("/erase")
                    ? Map.of(
                            "login",
                            registry.bean(PeopleDesk.class).get(id(person)).login(),
                            "reason",
                            "again")
                    : Map.of();
            assertThat(post(place + step, adasToken, body).statusCode())
                    .as(step)
                    .isEqualTo(409);
        }
        assertThat(registry.bean(SignIn.class)
                        .signIn(new SignIn.Attempt("gone.one", PASSWORD, "192.0.2.2"), Optional.empty()))
                .isEqualTo(new SignIn.Result.Refused());
        try (var connection = registry.database().app().connect();
                var statement = connection.createStatement()) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() ->
                            statement.execute("UPDATE person SET state = 'active' WHERE id = '" + id(person) + "'"))
                    .hasMessageContaining("was erased");
        }
        assertThat(join("gone.one", "Somebody Else", Set.of()).personId()).isNotEqualTo(id(person));
    }

    @Test
    void pseudonymsOfSeveralPeopleDiffer() {
        var id = UUID.fromString("019ac000-0000-7000-8000-00000000af2a");
        assertThat(Pseudonym.of(id, login -> false).name()).isEqualTo("former person AF2A");
        assertThat(Pseudonym.of(id, "former-person-af2a"::equals).login()).isEqualTo("former-person-0af2a");
    }
}
